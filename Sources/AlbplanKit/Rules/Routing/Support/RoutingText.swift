import LoadBalancerModel

/// Looks at texts of hosts, paths and JSON values, byte by byte.
enum RoutingText {
  /// JSON needs no escapes for it.
  static func isPlainJSON(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
  }

  static func contains(_ text: String, _ part: StaticString) -> Bool {
    part.withUTF8Buffer { part in
      let bytes = Array(text.utf8)
      guard let first = part.first, bytes.count >= part.count else { return false }
      for start in 0...(bytes.count - part.count) where bytes[start] == first {
        if bytes[start..<start + part.count].elementsEqual(part) { return true }
      }
      return false
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

  /// The first of the text's characters that is none of these bytes.
  static func firstCharacter(of text: String, outside allowed: Set<UInt8>) -> Unicode.Scalar? {
    text.unicodeScalars.first { !$0.isASCII || !allowed.contains(UInt8(truncatingIfNeeded: $0.value)) }
  }

  /// Letters and digits, and these.
  static func lettersDigits(and others: StaticString) -> Set<UInt8> {
    var allowed = Set(UInt8(ascii: "a")...UInt8(ascii: "z"))
    allowed.formUnion(UInt8(ascii: "A")...UInt8(ascii: "Z"))
    allowed.formUnion(UInt8(ascii: "0")...UInt8(ascii: "9"))
    others.withUTF8Buffer { allowed.formUnion($0) }
    return allowed
  }

  /// A character in words, for messages.
  static func name(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case " ": "a blank"
    case "\t": "a tab"
    case "\n", "\r": "a line end"
    default: GoText.quote(String(scalar))
    }
  }
}
