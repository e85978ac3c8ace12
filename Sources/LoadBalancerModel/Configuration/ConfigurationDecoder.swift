import Manifests

/// Reads a file by a table of keys; every key and type that does not fit becomes a problem, and the rest is read.
struct ConfigurationDecoder {
  private(set) var problems: [ConfigurationProblem] = []

  /// The file's only document; an empty file says nothing.
  mutating func decode(_ file: SourceFile, by keys: [ConfigurationKey], called name: String) -> ConfigurationObject {
    let parsed = parse(file)
    problems += parsed.problems.map { ConfigurationProblem($0.message, at: $0.span) }
    if parsed.documents.count > 1 {
      problems.append(
        ConfigurationProblem("\(name) holds \(parsed.documents.count) documents, not one", at: parsed.documents[1].span)
      )
    }
    guard let root = parsed.documents.first?.root, !root.isNull else { return ConfigurationObject() }
    return object(root, by: keys, path: "", called: name) ?? ConfigurationObject()
  }

  /// A mapping with these keys; `path` is empty for the whole file, which messages call by `name`.
  private mutating func object(
    _ node: YAMLNode, by keys: [ConfigurationKey], path: String, called name: String
  ) -> ConfigurationObject? {
    guard node.kind == .mapping else {
      reportType(of: node, path: path.isEmpty ? name : path, expected: "a mapping")
      return nil
    }
    var object = ConfigurationObject()
    for entry in node.entries {
      let key = entry.key.keyText
      guard let definition = keys.first(where: { $0.name == key }) else {
        let nearest = NearestName.of(key, among: keys.map(\.name))
        problems.append(
          ConfigurationProblem(
            "\"\(key)\" is no key of \(name)",
            hint: nearest.map { "did you mean \"\($0)\"?" }
              ?? "the keys are \(keys.map(\.name).joined(separator: ", "))",
            at: entry.key.span))
        continue
      }
      if entry.value.isNull { continue }
      object.values[key] = value(entry.value, of: definition, path: path.isEmpty ? key : "\(path).\(key)")
    }
    for missing in keys where missing.isRequired && object.values[missing.name] == nil && node[missing.name] == nil {
      problems.append(
        ConfigurationProblem("\(path.isEmpty ? name : path) needs the key \(missing.name)", at: node.span))
    }
    return object
  }

  private mutating func value(_ node: YAMLNode, of key: ConfigurationKey, path: String) -> ConfigurationValue? {
    switch key.type {
    case .string: return string(node, path: path).map { .string($0) }
    case .bool:
      guard case .bool(let value)? = node.scalar else {
        return reportType(of: node, path: path, expected: "true or false")
      }
      return .bool(value)
    case .integer:
      guard case .integer(let value)? = node.scalar else {
        return reportType(of: node, path: path, expected: "a whole number of 64 bits")
      }
      return .integer(value)
    case .version:
      guard node.kind == .scalar, let version = ControllerVersion(releaseNamed: node.text) else {
        return reportType(
          of: node, path: path, expected: "a release such as v3.5.0",
          hint: ControllerVersion(node.text).map { _ in ControllerVersion.range })
      }
      return .version(version)
    case .oneOf(let words): return word(node, of: words, path: path).map { .string($0) }
    case .strings: return strings(node, path: path).map { .strings($0) }
    case .stringMap:
      return entries(node, path: path)?.compactMap { entry in
        string(entry.value, path: "\(path).\(entry.key.value)").map { (entry.key, $0) }
      }.asStringMap
    case .words(let words):
      return entries(node, path: path)?.compactMap { entry in
        word(entry.value, of: words, path: "\(path).\(entry.key.value)").map { (entry.key, $0) }
      }.asStringMap
    case .stringLists:
      guard let entries = entries(node, path: path) else { return nil }
      var lists: [(key: Located<String>, values: [Located<String>])] = []
      for entry in entries {
        guard let values = strings(entry.value, path: "\(path).\(entry.key.value)") else { continue }
        lists.append((entry.key, values))
      }
      return .stringLists(lists)
    case .object(let keys): return object(node, by: keys, path: path, called: path).map { .object($0) }
    case .objects(let keys):
      guard node.kind == .sequence else { return reportType(of: node, path: path, expected: "a list") }
      var objects: [ConfigurationObject] = []
      for (position, element) in node.elements.enumerated() {
        let path = "\(path)[\(position)]"
        if let object = object(element, by: keys, path: path, called: path) { objects.append(object) }
      }
      return .objects(objects)
    case .flags: return entries(node, path: path).map { .flags($0.compactMap { flag($0, path: path) }) }
    case .featureGates:
      return entries(node, path: path).map { .featureGates($0.compactMap { featureGate($0, path: path) }) }
    }
  }

  // MARK: Texts

  private mutating func string(_ node: YAMLNode, path: String) -> Located<String>? {
    guard case .string(let text)? = node.scalar else {
      reportType(
        of: node, path: path, expected: "a text", hint: node.kind == .scalar && !node.isNull ? "put it in quotes" : nil)
      return nil
    }
    return Located(text, at: node.span)
  }

  private mutating func word(_ node: YAMLNode, of words: [String], path: String) -> Located<String>? {
    // Unquoted `off` is a boolean to YAML 1.1, and still the word that was meant.
    if node.kind == .scalar, words.contains(node.text) { return node.located }
    let nearest = node.kind == .scalar ? NearestName.of(node.text, among: words) : nil
    reportType(
      of: node, path: path, expected: "one of \(words.joined(separator: ", "))",
      hint: nearest.map { "did you mean \"\($0)\"?" })
    return nil
  }

  private mutating func strings(_ node: YAMLNode, path: String) -> [Located<String>]? {
    guard node.kind == .sequence else {
      reportType(of: node, path: path, expected: "a list")
      return nil
    }
    var texts: [Located<String>] = []
    for (position, element) in node.elements.enumerated() {
      if let text = string(element, path: "\(path)[\(position)]") { texts.append(text) }
    }
    return texts
  }

  private mutating func entries(_ node: YAMLNode, path: String) -> [(key: Located<String>, value: YAMLNode)]? {
    guard node.kind == .mapping else {
      reportType(of: node, path: path, expected: "a mapping")
      return nil
    }
    return node.entries.map { (Located($0.key.keyText, at: $0.key.span), $0.value) }
  }

  // MARK: Flags

  /// A flag with a value of the right shape. Whether the name and the text are right is the controller's to say.
  private mutating func flag(_ entry: (key: Located<String>, value: YAMLNode), path: String) -> FlagSetting? {
    let node = entry.value
    if node.isNull { return nil }
    let type = ControllerFlag.named(entry.key.value)?.type
    let path = "\(path).\(entry.key.value)"
    let value: FlagSetting.Value
    switch (node.kind, type) {
    case (.scalar, _): value = .text(flagText(node))
    case (.sequence, .list?), (.sequence, nil):
      value = .list(node.elements.map(flagText))
    case (.mapping, .map?), (.mapping, .featureGates?), (.mapping, nil):
      value = .map(node.entries.map { ($0.key.keyText, flagText($0.value)) })
    case (_, .list?): return reportType(of: node, path: path, expected: "a list or a comma list")
    case (_, .map?), (_, .featureGates?): return reportType(of: node, path: path, expected: "a mapping")
    default: return reportType(of: node, path: path, expected: "a single value")
    }
    return FlagSetting(entry.key.value, value, nameSpan: entry.key.span, valueSpan: node.span)
  }

  private mutating func featureGate(
    _ entry: (key: Located<String>, value: YAMLNode), path: String
  ) -> FeatureGateSetting? {
    guard entry.value.kind == .scalar, !entry.value.isNull else {
      return reportType(of: entry.value, path: "\(path).\(entry.key.value)", expected: "true or false")
    }
    return FeatureGateSetting(
      entry.key.value, flagText(entry.value), nameSpan: entry.key.span, valueSpan: entry.value.span)
  }

  /// As it would stand on the command line.
  private func flagText(_ node: YAMLNode) -> String {
    if case .bool(let value)? = node.scalar { return value ? "true" : "false" }
    return node.isNull ? "" : node.text
  }

  // MARK: Problems

  @discardableResult
  private mutating func reportType<Value>(
    of node: YAMLNode, path: String, expected: String, hint: String? = nil
  ) -> Value? {
    problems.append(
      ConfigurationProblem("\(path) has to be \(expected), not \(node.typeName)", hint: hint, at: node.span))
    return nil
  }

  private mutating func reportType(of node: YAMLNode, path: String, expected: String, hint: String? = nil) {
    problems.append(
      ConfigurationProblem("\(path) has to be \(expected), not \(node.typeName)", hint: hint, at: node.span))
  }
}

extension YAMLNode {
  fileprivate var typeName: String {
    switch kind {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar:
      switch scalar {
      case .string?: "\"\(text)\""
      case .integer?, .largeInteger?, .float?: "the number \(text)"
      case .bool?: "a boolean"
      case .null?, nil: "null"
      }
    }
  }
}

extension [(Located<String>, Located<String>)] {
  fileprivate var asStringMap: ConfigurationValue { .stringMap(map { (key: $0.0, value: $0.1) }) }
}
