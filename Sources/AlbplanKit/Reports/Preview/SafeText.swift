/// Makes foreign text harmless for a terminal: what would move the cursor, colour or reorder the line is spelled out.
enum SafeText {
  /// Foreign text as it is shown: an empty one is visible.
  static func shown(_ text: String) -> String { text.isEmpty ? "\"\"" : escaped(text) }

  /// The text with control, format and line-breaking characters as `\n`, `\t`, `\u{1B}`.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    guard text.unicodeScalars.contains(where: isDangerous) else { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      if isDangerous(scalar) { safe += escape(scalar) } else { safe.unicodeScalars.append(scalar) }
    }
    return safe
  }

  private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    // Joins emoji; all other format characters hide or reorder text.
    case .format: return scalar.value != 0x200D
    default: return false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }

  /// Our own signs in ASCII.
  static func ascii(_ words: String) -> String {
    if words.utf8.allSatisfy({ $0 < 0x80 }) { return words }
    var text = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "→": text += "->"
      case "←": text += "<-"
      case "…": text += "..."
      case "│": text += "|"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
