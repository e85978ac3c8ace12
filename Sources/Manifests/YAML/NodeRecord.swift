/// One node of a YAML document in the flat table of its file: a scalar, a collection or an alias.
///
/// Records stand in the order of the text. A collection is followed by its children and theirs, as its `size` tells; a
/// mapping's children are key, value, key, value.
struct NodeRecord {
  enum Kind: UInt8 { case scalar, sequence, mapping, alias }

  /// What an explicit tag says about a scalar, as far as kubectl's reader cares.
  enum Tag: UInt8 {
    case none, string, integer, float, boolean, null, timestamp, binary
    /// `!!merge`, which makes a quoted `<<` a merge key.
    case merge
    /// A tag that the reader does not know: the scalar is a string.
    case other
    /// A number of a JSON text, which is kept digit by digit.
    case jsonNumber
  }

  struct Flags: OptionSet {
    let rawValue: UInt8

    /// The reader may take the scalar for a number, a boolean or null.
    static let plain = Flags(rawValue: 1)
    /// The mapping has a `<<` among its keys.
    static let merges = Flags(rawValue: 2)
    /// The text was a secret and was dropped.
    static let redacted = Flags(rawValue: 4)
    /// The scalar is a string, which can be told without looking at its text.
    static let string = Flags(rawValue: 16)
    /// A collection in flow style: `{}` or `[]`.
    static let flow = Flags(rawValue: 8)
  }

  var startLine: UInt32
  var startColumn: UInt32
  var endLine: UInt32
  var endColumn: UInt32
  /// Scalar: where its text begins in the table's text. Alias: the record it stands for. Collection: the number of its
  /// children (a mapping's keys and values).
  var reference: UInt32
  /// Scalar: length of its text in bytes. Collection: the number of records it takes, with all that it holds.
  var extent: UInt32
  var kind: Kind
  var style: ScalarStyle
  var tag: Tag
  var flags: Flags
}

extension NodeRecord {
  /// The number of records that the node takes.
  var size: UInt32 { kind == .sequence || kind == .mapping ? extent : 1 }
}

/// How a scalar is written.
package enum ScalarStyle: UInt8, Sendable {
  case plain, singleQuoted, doubleQuoted, literal, folded
}
