/// The reference of all keys in Markdown, made from the tables; part of `docs/context-file.md`.
package enum ConfigurationReference {
  package static let begin = "<!-- keys: made from the table of keys; do not edit -->"
  package static let end = "<!-- end of keys -->"

  /// From the first marker to the last, with a line break at the end.
  package static var text: String {
    var lines = [begin, ""]
    write(ConfigurationKey.contextFile, titled: "The file", path: "", to: &lines)
    lines += ["### Flags", ""]
    lines += ["| flag | type | since | what it does to a plan |", "| --- | --- | --- | --- |"]
    for flag in ControllerFlag.all {
      guard let effect = flag.effect else { continue }
      lines.append("| `\(flag.name)` | \(flag.type.words) | \(flag.since) | \(effect) |")
    }
    let others = ControllerFlag.all.filter { $0.effect == nil }.map { "`\($0.name)`" }
    lines += ["", "Known, and without effect on a plan: \(others.joined(separator: ", ")).", ""]
    lines += ["### Feature gates", ""]
    lines += ["| gate | default | since | what it does to a plan |", "| --- | --- | --- | --- |"]
    for gate in FeatureGate.allCases {
      guard let effect = gate.effect else { continue }
      lines.append("| `\(gate.rawValue)` | \(gate.isOnByDefault ? "on" : "off") | \(gate.since) | \(effect) |")
    }
    let otherGates = FeatureGate.allCases.filter { $0.effect == nil }.map { "`\($0.rawValue)`" }
    lines += ["", "Known, and without effect on a plan: \(otherGates.joined(separator: ", ")).", ""]
    lines += ["### Further keys of `.albplan.yaml`", ""]
    let shared = Set(ConfigurationKey.contextFile.map(\.name))
    writeTable(ConfigurationKey.projectSettings.filter { !shared.contains($0.name) }, to: &lines)
    lines += [end, ""]
    return lines.joined(separator: "\n")
  }

  private static func write(_ keys: [ConfigurationKey], titled title: String, path: String, to lines: inout [String]) {
    lines += ["### \(title)", ""]
    writeTable(keys, to: &lines)
    for key in keys {
      let path = path.isEmpty ? key.name : "\(path).\(key.name)"
      switch key.type {
      case .object(let keys): write(keys, titled: "`\(path)`", path: path, to: &lines)
      case .objects(let keys): write(keys, titled: "`\(path)[]`", path: "\(path)[]", to: &lines)
      default: break
      }
    }
  }

  private static func writeTable(_ keys: [ConfigurationKey], to lines: inout [String]) {
    lines += ["| key | type | what it says | without it |", "| --- | --- | --- | --- |"]
    for key in keys {
      let otherwise = key.isRequired ? "an error" : key.otherwise ?? ""
      lines.append("| `\(key.name)` | \(key.type.words) | \(key.summary) | \(otherwise) |")
    }
    lines.append("")
  }
}

extension ConfigurationKey.ValueType {
  fileprivate var words: String {
    switch self {
    case .string: "text"
    case .bool: "boolean"
    case .integer: "number"
    case .version: "release"
    case .oneOf(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .strings: "list of texts"
    case .stringMap: "text by text"
    case .stringLists: "lists of texts by text"
    case .words(let words): words.map { "`\($0)`" }.joined(separator: ", ") + " by text"
    case .object: "mapping"
    case .objects: "list of mappings"
    case .flags: "[flags](#flags) by name"
    case .featureGates: "boolean by [gate](#feature-gates)"
    }
  }
}

extension ControllerFlag.ValueType {
  fileprivate var words: String {
    switch self {
    case .string, .throttle: "text"
    case .bool: "boolean"
    case .int: "number"
    case .duration: "duration"
    case .list: "list of texts, or comma list"
    case .map: "text by text, or `key=value` list"
    case .featureGates: "`gate=boolean` list"
    }
  }
}
