package import Manifests

/// Something wrong in a settings file: one sentence, and where.
package struct ConfigurationProblem: Error, Sendable {
  package var message: String
  package var span: SourceSpan

  package init(_ message: String, at span: SourceSpan) {
    self.message = message
    self.span = span
  }
}

/// Reads mappings of a settings file by a table of keys; what is not in the table is an error with the nearest name.
struct SettingsReader {
  private(set) var problems: [ConfigurationProblem] = []

  mutating func report(_ message: String, at span: SourceSpan) {
    problems.append(ConfigurationProblem(message, at: span))
  }

  /// Calls the handler of each key of a mapping. `path` names the mapping in messages: `controller`, or empty.
  mutating func read<Target>(
    _ node: YAMLNode, path: String, into target: inout Target,
    keys: [(name: String, read: (YAMLNode, inout Target, inout SettingsReader) -> Void)]
  ) {
    guard !node.isNull else { return }
    guard node.kind == .mapping else {
      report("\(path.isEmpty ? "a settings file" : "\"\(path)\"") must be a mapping of keys", at: node.span)
      return
    }
    for entry in node.entries {
      let name = entry.key.keyText
      if let key = keys.first(where: { $0.name == name }) {
        key.read(entry.value, &target, &self)
      } else {
        let place = path.isEmpty ? "" : " in \"\(path)\""
        report(
          "unknown key \"\(name)\"\(place)\(NearestName.hint(for: name, among: keys.map(\.name)))", at: entry.key.span)
      }
    }
  }

  mutating func string(_ node: YAMLNode, _ path: String) -> String? {
    guard node.kind == .scalar, case .string(let text)? = node.scalar else {
      if node.isNull { return nil }
      report("\"\(path)\" must be a string\(Self.found(node))", at: node.span)
      return nil
    }
    return text
  }

  mutating func bool(_ node: YAMLNode, _ path: String) -> Bool? {
    guard node.kind == .scalar, case .bool(let value)? = node.scalar else {
      report("\"\(path)\" must be true or false\(Self.found(node))", at: node.span)
      return nil
    }
    return value
  }

  mutating func integer(_ node: YAMLNode, _ path: String) -> Int? {
    guard node.kind == .scalar, case .integer(let value)? = node.scalar else {
      report("\"\(path)\" must be a whole number\(Self.found(node))", at: node.span)
      return nil
    }
    return Int(clamping: value)
  }

  /// The elements of a list; an absent value is an empty list.
  mutating func list(_ node: YAMLNode, _ path: String) -> [YAMLNode] {
    if node.isNull { return [] }
    guard node.kind == .sequence else {
      report("\"\(path)\" must be a list", at: node.span)
      return []
    }
    return Array(node.elements)
  }

  mutating func strings(_ node: YAMLNode, _ path: String) -> [String] {
    var texts: [String] = []
    for element in list(node, path) {
      if let text = string(element, path) { texts.append(text) }
    }
    return texts
  }

  mutating func stringMap(_ node: YAMLNode, _ path: String) -> [String: String] {
    if node.isNull { return [:] }
    guard node.kind == .mapping else {
      report("\"\(path)\" must be a mapping of strings", at: node.span)
      return [:]
    }
    var map: [String: String] = [:]
    for entry in node.entries {
      if let text = string(entry.value, "\(path).\(entry.key.keyText)") { map[entry.key.keyText] = text }
    }
    return map
  }

  private static func found(_ node: YAMLNode) -> String {
    guard let scalar = node.scalar else { return "" }
    return ", not \(scalar.typeName)"
  }
}
