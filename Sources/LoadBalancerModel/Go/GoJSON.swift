/// Go's `encoding/json`, version 1, as the controller uses it.
package enum GoJSON {
  /// Why Go does not decode a text: its words.
  package struct Failure: Error, Hashable, Sendable {
    package var message: String
  }

  /// Decodes a text into a Go type. Mirrors `json.Unmarshal` on a zero value.
  package static func decode(_ text: String, as type: GoType) throws(Failure) -> GoValue {
    throw Failure(message: "not decoded yet")
  }
}
