/// A scalar as kubectl reads it: by YAML 1.1's rules, then as a JSON value.
package enum YAMLScalar: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// An integer above `Int64.max`.
  case largeInteger(UInt64)
  case float(Double)
  case string(String)

  /// The JSON type's name with its article, for messages.
  package var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .integer, .largeInteger, .float: "a number"
    case .string: "a string"
    }
  }
}
