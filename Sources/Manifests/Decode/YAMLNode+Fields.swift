/// Fields of an object, read as Kubernetes' decoder reads them once the types are known to be right.
extension YAMLNode {
  /// The field's value, unless it is absent or null.
  package func present(_ field: String) -> YAMLNode? {
    guard let value = self[field], !value.isNull else { return nil }
    return value
  }

  /// The field as text, unless it is absent or null.
  package func string(_ field: String) -> Located<String>? { present(field).map(\.located) }

  /// The field's text, unless it is absent, null or empty.
  func nonEmptyString(_ field: String) -> Located<String>? {
    guard let value = string(field), !value.value.isEmpty else { return nil }
    return value
  }

  func strings(_ field: String) -> [Located<String>] { list(field).map(\.locatedText) }

  /// The elements of a list; none when the field is absent or no list.
  package func list(_ field: String) -> [YAMLNode] { self[field].map { Array($0.elements) } ?? [] }

  /// The mapping has no other fields than these.
  package func holdsOnly(_ fields: [String]) -> Bool {
    entries.allSatisfy { entry in
      guard let key = entry.key.stringBytes else { return false }
      return fields.contains { $0.utf8.count == key.count && $0.utf8.elementsEqual(key) }
    }
  }

  /// The field as a whole number that fits; `nil` otherwise.
  package func int32(_ field: String) -> Located<Int32>? {
    guard let value = self[field], let number = value.integer else { return nil }
    return Int32(exactly: number).map { Located($0, at: value.span) }
  }

  /// The field as a truth value; `nil` otherwise.
  package func bool(_ field: String) -> Located<Bool>? {
    guard let value = self[field], case .bool(let truth) = value.scalar else { return nil }
    return Located(truth, at: value.span)
  }

  /// The field as a number or a name; `nil` when absent, null or of another type.
  package func intOrString(_ field: String) -> Located<IntOrString>? {
    guard let value = present(field) else { return nil }
    if case .string(let name) = value.scalar { return Located(.name(name), at: value.span) }
    return int32(field)?.map(IntOrString.number)
  }

  /// The text of a string; empty for null, as Go reads null in a list or map of strings.
  package var textOrEmpty: String { isNull ? "" : text }

  var locatedText: Located<String> { Located(textOrEmpty, at: span) }

  /// A mapping's entries without those that a later equal key overrides.
  package var uniqueEntries: [YAMLEntry] {
    var positions: [String: Int] = [:]
    var result: [YAMLEntry] = []
    for entry in entries {
      let name = entry.key.keyText
      if let position = positions[name] {
        result[position] = entry
      } else {
        positions[name] = result.count
        result.append(entry)
      }
    }
    return result
  }
}
