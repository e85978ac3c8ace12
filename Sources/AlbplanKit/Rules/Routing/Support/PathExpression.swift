/// Paths that were written as regular expressions, as other controllers read them.
enum PathExpression {
  /// Nobody writes this in a path that is no expression.
  static func isLikely(_ path: String) -> Bool {
    var last: UInt8 = 0
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "^"), UInt8(ascii: "\\"):
        return true
      case UInt8(ascii: "*"), UInt8(ascii: "+"):
        // `/.*` and `/.+`
        if last == UInt8(ascii: ".") { return true }
      default: break
      }
      last = byte
    }
    // `/api/?$`
    return last == UInt8(ascii: "$")
  }

  /// Parts of the syntax that AWS's regular expressions do not have.
  static let unsupported: [(text: StaticString, name: String)] = [
    ("(?=", "a lookahead"), ("(?!", "a lookahead"), ("(?<=", "a lookbehind"), ("(?<!", "a lookbehind"),
    ("(?>", "an atomic group"), ("\\p{", "a Unicode class"), ("*+", "a possessive quantifier"),
    ("++", "a possessive quantifier"), ("?+", "a possessive quantifier"), ("(?R)", "a recursion"),
  ]

  /// What AWS does not take in an expression, in words; `nil` when nothing such is found.
  static func unsupportedPart(of expression: String) -> String? {
    // In a class, and behind a backslash, the signs mean themselves.
    let outside = withoutClassesAndEscapes(expression)
    for (text, name) in unsupported where RoutingText.contains(text.isEscape ? expression : outside, text) {
      return name
    }
    let escapes = zip(expression.utf8, expression.utf8.dropFirst())
    var isEscaped = false
    for (byte, next) in escapes {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        if (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(next) { return "a backreference" }
        isEscaped = true
      }
    }
    return nil
  }

  private static func withoutClassesAndEscapes(_ expression: String) -> String {
    var kept: [UInt8] = []
    var (isEscaped, isInClass) = (false, false)
    for byte in expression.utf8 {
      if isEscaped {
        isEscaped = false
        kept.append(0x20)
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if isInClass {
        if byte == UInt8(ascii: "]") { isInClass = false }
      } else if byte == UInt8(ascii: "[") {
        isInClass = true
        kept.append(0x20)
      } else {
        kept.append(byte)
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}

extension StaticString {
  fileprivate var isEscape: Bool { withUTF8Buffer { $0.first == UInt8(ascii: "\\") } }
}
