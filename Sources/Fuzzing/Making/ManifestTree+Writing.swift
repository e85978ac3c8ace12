/// Writes documents in a style that chance picks.
package struct ManifestWriter {
  package enum Style: Sendable, CaseIterable { case block, flow, json }

  private(set) var text = ""
  private let style: Style
  private var chance: Chance
  /// One in so many scalars is written in an unusual way.
  private let rarity: Int

  /// The bytes of a document.
  package static func write(_ tree: ManifestTree, style: Style, chance: inout Chance) -> [UInt8] {
    var writer = ManifestWriter(style: style, chance: Chance(seed: chance.next()))
    switch style {
    case .block: writer.block(tree, indent: 0, isInline: false)
    case .flow: writer.flow(tree, isJSON: false)
    case .json: writer.flow(tree, isJSON: true)
    }
    if writer.text.utf8.last != 0x0A { writer.text += "\n" }
    return Array(writer.text.utf8)
  }

  private init(style: Style, chance: Chance) {
    self.style = style
    self.chance = chance
    rarity = 12
  }

  /// Writes a node; `isInline` when something stands on the line already.
  private mutating func block(_ tree: ManifestTree, indent: Int, isInline: Bool) {
    let blanks = String(repeating: " ", count: min(indent, 200))
    switch tree {
    case .raw(let raw): line(isInline ? " \(raw)" : "\(blanks)\(raw)")
    case .text(let string):
      if string.utf8.contains(0x0A), chance.once(in: 2), Self.isPlainText(string) {
        text += isInline ? " |-\n" : "\(blanks)|-\n"
        for part in string.split(separator: "\n", omittingEmptySubsequences: false) { text += "\(blanks)  \(part)\n" }
      } else {
        line((isInline ? " " : blanks) + scalar(string))
      }
    case .list(let elements):
      if elements.isEmpty || chance.once(in: 20) { return line((isInline ? " " : blanks) + flowText(tree)) }
      if isInline { text += "\n" }
      for element in elements {
        text += "\(blanks)-"
        block(element, indent: indent + 2, isInline: true)
      }
    case .mapping(let entries):
      if entries.isEmpty || chance.once(in: 20) { return line((isInline ? " " : blanks) + flowText(tree)) }
      if isInline { text += "\n" }
      for entry in entries {
        text += "\(blanks)\(key(entry.key)):"
        block(entry.value, indent: indent + 2, isInline: true)
      }
    }
  }

  private mutating func line(_ content: String) {
    text += content
    if chance.once(in: 40) {
      text += chance.text(" # note", " # albplan: ignore", " # albplan: ignore[unknown-annotation] why")
    }
    text += chance.once(in: 200) ? "\r\n" : "\n"
  }

  private mutating func flowText(_ tree: ManifestTree) -> String {
    var inner = ManifestWriter(style: .flow, chance: Chance(seed: chance.next()))
    inner.flow(tree, isJSON: false)
    return inner.text
  }

  private mutating func flow(_ tree: ManifestTree, isJSON: Bool) {
    switch tree {
    case .raw(let raw): text += raw
    case .text(let string): text += isJSON ? Self.doubleQuoted(string) : scalar(string, inFlow: true)
    case .list(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += ", " }
        flow(element, isJSON: isJSON)
      }
      text += "]"
    case .mapping(let entries):
      text += "{"
      for (index, entry) in entries.enumerated() {
        if index > 0 { text += ", " }
        text += (isJSON ? Self.doubleQuoted(entry.key) : key(entry.key)) + ": "
        flow(entry.value, isJSON: isJSON)
      }
      text += "}"
    }
  }

  private mutating func key(_ key: String) -> String {
    Self.isWord(key) && !chance.once(in: rarity * 4) ? key : Self.doubleQuoted(key)
  }

  private mutating func scalar(_ string: String, inFlow: Bool = false) -> String {
    if Self.isWord(string), !chance.once(in: rarity) { return string }
    if Self.isPlainText(string), !string.utf8.contains(0x0A), chance.once(in: 2) {
      return "'" + string.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
    return Self.doubleQuoted(string)
  }

  /// What every reader takes for a string without quotes.
  private static func isWord(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first | 0x20), text.utf8.count > 5 else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: true
      default: false
      }
    }
  }

  private static func isPlainText(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.first != 0x20
      && text.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) }
  }

  /// In double quotes, as JSON and YAML both read it.
  static func doubleQuoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value) {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
