/// How a scalar is written, as far as an edit must keep it.
enum WrittenStyle: Sendable {
  case plain
  case singleQuoted
  case doubleQuoted
  case literal
  case folded

  /// The style of what begins with this byte; `nil` for an alias, an anchor, a tag or a collection.
  init?(firstByte: UInt8) {
    switch firstByte {
    case UInt8(ascii: "'"): self = .singleQuoted
    case UInt8(ascii: "\""): self = .doubleQuoted
    case UInt8(ascii: "|"): self = .literal
    case UInt8(ascii: ">"): self = .folded
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "["), UInt8(ascii: "{"): return nil
    default: self = .plain
    }
  }
}

/// Writes scalars so that YAML and, in double quotes, JSON read them back as the same string.
enum ScalarWriter {
  /// The text in a style, or in double quotes where the style cannot hold it.
  static func write(_ text: String, as style: WrittenStyle, inFlow: Bool) -> String {
    switch style {
    case .plain: isPlain(text, inFlow: inFlow) ? text : doubleQuoted(text)
    case .singleQuoted: isOnOneLine(text) ? "'\(doublingQuotes(text))'" : doubleQuoted(text)
    case .doubleQuoted, .literal, .folded: doubleQuoted(text)
    }
  }

  static func doubleQuoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// The text as it stands between double quotes, by JSON's escapes.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if isPrintable(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16, uppercase: true)
            result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
          }
        }
      }
    }
    return result
  }

  static func doublingQuotes(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "'")) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      result.unicodeScalars.append(scalar)
      if scalar == "'" { result.unicodeScalars.append(scalar) }
    }
  }

  /// Whether the text has neither line ends nor what must be escaped.
  static func isOnOneLine(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isPrintable) }

  /// Whether the text, bare, is surely read back as the same string. What may be a number, a boolean, a date or the
  /// like in any YAML is not.
  static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    guard isPlainText(text, inFlow: inFlow), let first = text.utf8.first else { return false }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "="),
      UInt8(ascii: "<"), UInt8(ascii: "~"):
      return false
    default: break
    }
    return !["y", "n", "yes", "no", "on", "off", "true", "false", "null"].contains(text.lowercased())
  }

  /// Whether the text can stand bare at all, whatever it is read as.
  static func isPlainText(_ text: String, inFlow: Bool) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, isOnOneLine(text) else { return false }
    let indicators = "-?:,[]{}#&*!|>'\"%@` ".utf8
    if indicators.contains(first) || last == UInt8(ascii: " ") || last == UInt8(ascii: ":") { return false }
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "#"), previous == UInt8(ascii: " ") { return false }
      if byte == UInt8(ascii: " "), previous == UInt8(ascii: ":") { return false }
      if inFlow, ",[]{}".utf8.contains(byte) { return false }
      previous = byte
    }
    return true
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .format, .unassigned, .privateUse, .surrogate: return false
    default: return true
    }
  }
}
