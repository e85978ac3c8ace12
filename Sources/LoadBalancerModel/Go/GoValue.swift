package import Manifests

/// A decoded Go value, of the shape that a `GoType` describes.
package enum GoValue: Sendable {
  case string(String)
  case bool(Bool)
  case integer(Int64)
  case intOrString(IntOrString)
  /// A nil pointer, slice or map.
  case null
  case list([GoValue])
  /// The entries of a map, bytewise by key.
  case map([(key: String, value: GoValue)])
  case structure(GoRecord)

  package var string: String? { if case .string(let value) = self { value } else { nil } }
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  package var int64: Int64? { if case .integer(let value) = self { value } else { nil } }
  package var int32: Int32? { int64.map(Int32.init(clamping:)) }
  package var intOrString: IntOrString? { if case .intOrString(let value) = self { value } else { nil } }
  package var list: [GoValue]? { if case .list(let value) = self { value } else { nil } }
  package var record: GoRecord? { if case .structure(let value) = self { value } else { nil } }

  /// A list of strings; empty for a nil slice.
  package var strings: [String] { list?.compactMap(\.string) ?? [] }

  /// A map of strings; `nil` for a nil map.
  package var stringMap: [String: String]? {
    guard case .map(let entries) = self else { return nil }
    return Dictionary(entries.map { ($0.key, $0.value.string ?? "") }, uniquingKeysWith: { $1 })
  }
}

/// A decoded Go structure: the values of all its fields, in the order of the schema.
package struct GoRecord: Sendable {
  package var structure: GoStructure
  package var values: [GoValue]

  /// The value of a field by its JSON name; a nil value where the structure has no such field.
  package subscript(name: String) -> GoValue {
    for (field, value) in zip(structure.fields, values) where field.name == name { return value }
    return .null
  }
}
