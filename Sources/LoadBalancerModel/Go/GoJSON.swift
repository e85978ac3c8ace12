/// Go's `encoding/json`, version 1, as the controller uses it: the same texts are accepted, with the same values, and
/// the others refused in the same words.
package enum GoJSON {
  /// Why Go does not decode a text.
  package struct Failure: Error, Hashable, Sendable {
    /// Go's words.
    package var message: String
    /// The offending part of the text, in UTF-8 offsets; empty at the end of the text when something is missing.
    package var range: Range<Int>
  }

  /// Decodes a text into a zero value of a Go type. Mirrors `json.Unmarshal`.
  ///
  /// The syntax of the whole text is checked first. Of several values of a wrong type the first is reported.
  package static func decode(_ text: String, as type: GoType) throws(Failure) -> GoValue {
    var decoder = GoJSONDecoder(try JSONTree(text))
    return try decoder.decode(as: type)
  }
}
