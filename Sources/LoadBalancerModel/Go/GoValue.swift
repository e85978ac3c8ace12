package import Manifests

/// A decoded Go value, of the shape that a `GoType` describes.
package enum GoValue: Sendable {
  case string(String)
  case bool(Bool)
  case integer(Int64)
  case intOrString(IntOrString)
  /// A nil pointer, slice or map.
  case null
  case list(GoSlice)
  case map(GoMap)
  case structure(GoRecord)

  /// Go's zero value of a type.
  init(zero type: GoType) {
    switch type {
    case .string: self = .string("")
    case .bool: self = .bool(false)
    case .int32, .int64: self = .integer(0)
    case .intOrString: self = .intOrString(.number(0))
    case .pointer, .slice, .map: self = .null
    case .structure(let structure): self = .structure(GoRecord(zero: structure))
    }
  }

  package var string: String? { if case .string(let value) = self { value } else { nil } }
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  package var int64: Int64? { if case .integer(let value) = self { value } else { nil } }
  package var int32: Int32? { int64.map(Int32.init(clamping:)) }
  package var intOrString: IntOrString? { if case .intOrString(let value) = self { value } else { nil } }
  package var list: ArraySlice<GoValue>? { if case .list(let value) = self { value.elements } else { nil } }
  package var record: GoRecord? { if case .structure(let value) = self { value } else { nil } }

  /// A list of strings; empty for a nil slice.
  package var strings: [String] { list?.compactMap(\.string) ?? [] }

  /// The structures of a list; empty for a nil slice.
  package var records: [GoRecord] { list?.compactMap(\.record) ?? [] }

  /// The entries of a map, bytewise by key; `nil` for a nil map.
  package var entries: [(key: String, value: GoValue)]? {
    if case .map(let value) = self { value.entries } else { nil }
  }

  /// A map of strings; `nil` for a nil map.
  package var stringMap: [String: String]? {
    entries.map { Dictionary($0.map { ($0.key, $0.value.string ?? "") }, uniquingKeysWith: { $1 }) }
  }

  // These leave `null` behind, so that the one who takes the value can change it without a copy.

  mutating func takeSlice() -> GoSlice {
    guard case .list(let slice) = self else { return GoSlice() }
    self = .null
    return slice
  }

  mutating func takeMap() -> GoMap {
    guard case .map(let map) = self else { return GoMap() }
    self = .null
    return map
  }

  mutating func takeRecord() -> GoRecord? {
    guard case .structure(let record) = self else { return nil }
    self = .null
    return record
  }
}

/// A Go slice, with the elements behind its end that Go finds again when the slice grows in place.
///
/// Quirk: JSON that gives a list several times decodes the later elements on top of the earlier ones.
package struct GoSlice: Sendable {
  var storage: [GoValue] = []
  var count = 0

  package var elements: ArraySlice<GoValue> { storage.prefix(count) }
}

/// A Go map with string keys.
package struct GoMap: Sendable {
  private var log: [(key: String, value: GoValue)] = []

  /// The entries, bytewise by key, where Go's own order is random.
  package var entries: [(key: String, value: GoValue)] {
    var entries: [(key: String, value: GoValue)] = []
    let ordered = log.enumerated().sorted { left, right in
      let (first, second) = (left.element.key.utf8, right.element.key.utf8)
      if first.elementsEqual(second) { return left.offset < right.offset }
      return first.lexicographicallyPrecedes(second)
    }
    for (_, entry) in ordered {
      if let last = entries.last, last.key.utf8.elementsEqual(entry.key.utf8) { entries.removeLast() }
      entries.append(entry)
    }
    return entries
  }

  mutating func set(_ key: String, _ value: GoValue) { log.append((key, value)) }
}

/// A decoded Go structure: the values of all its fields, in the order of the schema.
package struct GoRecord: Sendable {
  package let structure: GoStructure
  package internal(set) var values: [GoValue]

  init(zero structure: GoStructure) {
    self.structure = structure
    values = structure.fields.map { GoValue(zero: $0.type) }
  }

  /// The value of a field by its JSON name; a nil value where the structure has no such field.
  package subscript(name: String) -> GoValue {
    for (field, value) in zip(structure.fields, values) where field.name == name { return value }
    return .null
  }
}
