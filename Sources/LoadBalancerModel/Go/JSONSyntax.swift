/// Checks that a text is one JSON value, byte by byte, with Go's words for what is wrong.
///
/// Source: the scanner of Go's `encoding/json`.
struct JSONSyntax {
  /// Go refuses what is nested deeper.
  static let deepestNesting = 10_000

  private enum State {
    /// A value must follow.
    case value
    /// After `[`: a value or `]`.
    case valueOrEnd
    /// After `{`: a key or `}`.
    case keyOrEnd
    /// After a comma in an object.
    case key
    case endOfValue
    case endOfText
    case string, escape
    /// Inside `\u`: so many digits are still to come.
    case hexadecimal(Int)
    case minus, zero, digits, point, fraction, exponent, exponentSign, exponentDigits
    /// Inside `true`, `false` or `null`: so many letters are read.
    case word(StaticString, Int)
  }

  /// What encloses the place, innermost last.
  private enum Container {
    case array
    /// In an object, before the colon.
    case key
    /// In an object, after the colon.
    case member
  }

  private var state = State.value
  private var containers: [Container] = []

  /// The first thing that Go dislikes in a text, or `nil`.
  static func problem(in bytes: [UInt8]) -> GoJSON.Failure? {
    var syntax = JSONSyntax()
    for (offset, byte) in bytes.enumerated() {
      if let context = syntax.read(byte) { return failure(byte, context, offset..<offset + 1) }
    }
    // At the end Go reads one more blank, which ends a number and spoils an unfinished word.
    if case .endOfText = syntax.state { return nil }
    let end = bytes.count..<bytes.count
    if let context = syntax.read(UInt8(ascii: " ")) { return failure(UInt8(ascii: " "), context, end) }
    if case .endOfText = syntax.state { return nil }
    return GoJSON.Failure(message: "unexpected end of JSON input", range: end)
  }

  private static func failure(_ byte: UInt8, _ context: String, _ range: Range<Int>) -> GoJSON.Failure {
    GoJSON.Failure(message: "invalid character \(quote(byte)) \(context)", range: range)
  }

  /// A byte in quotes, each for a character of Latin-1.
  private static func quote(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "'"): #"'\''"#
    case UInt8(ascii: "\""): #"'"'"#
    default: "'\(GoText.quote(String(Unicode.Scalar(byte))).dropFirst().dropLast())'"
    }
  }

  /// Goes one byte on; returns where Go found it when it does not belong there.
  private mutating func read(_ byte: UInt8) -> String? {
    switch state {
    case .value, .valueOrEnd: return readValue(byte)
    case .key, .keyOrEnd: return readKey(byte)
    case .endOfValue, .endOfText: return readAfterValue(byte)
    case .string, .escape, .hexadecimal: return readString(byte)
    case .word(let word, let count): return readWord(byte, word, count)
    default: return readNumber(byte)
    }
  }

  private mutating func readValue(_ byte: UInt8) -> String? {
    if Self.isSpace(byte) { return nil }
    switch byte {
    case UInt8(ascii: "]"):
      guard case .valueOrEnd = state else { return "looking for beginning of value" }
      return readAfterValue(byte)
    case UInt8(ascii: "{"): return open(.key, .keyOrEnd)
    case UInt8(ascii: "["): return open(.array, .valueOrEnd)
    case UInt8(ascii: "\""): state = .string
    case UInt8(ascii: "-"): state = .minus
    case UInt8(ascii: "0"): state = .zero
    case UInt8(ascii: "1")...UInt8(ascii: "9"): state = .digits
    case UInt8(ascii: "t"): state = .word("true", 1)
    case UInt8(ascii: "f"): state = .word("false", 1)
    case UInt8(ascii: "n"): state = .word("null", 1)
    default: return "looking for beginning of value"
    }
    return nil
  }

  private mutating func readKey(_ byte: UInt8) -> String? {
    if Self.isSpace(byte) { return nil }
    if byte == UInt8(ascii: "}"), case .keyOrEnd = state {
      close()
      return nil
    }
    guard byte == UInt8(ascii: "\"") else { return "looking for beginning of object key string" }
    state = .string
    return nil
  }

  private mutating func readAfterValue(_ byte: UInt8) -> String? {
    guard let container = containers.last else {
      state = .endOfText
      return Self.isSpace(byte) ? nil : "after top-level value"
    }
    if Self.isSpace(byte) {
      state = .endOfValue
      return nil
    }
    switch (container, byte) {
    case (.key, UInt8(ascii: ":")):
      containers[containers.count - 1] = .member
      state = .value
    case (.member, UInt8(ascii: ",")):
      containers[containers.count - 1] = .key
      state = .key
    case (.array, UInt8(ascii: ",")): state = .value
    case (.member, UInt8(ascii: "}")), (.array, UInt8(ascii: "]")): close()
    case (.key, _): return "after object key"
    case (.member, _): return "after object key:value pair"
    case (.array, _): return "after array element"
    }
    return nil
  }

  private mutating func open(_ container: Container, _ next: State) -> String? {
    containers.append(container)
    state = next
    return containers.count > Self.deepestNesting ? "exceeded max depth" : nil
  }

  private mutating func close() {
    _ = containers.popLast()
    state = containers.isEmpty ? .endOfText : .endOfValue
  }

  private mutating func readString(_ byte: UInt8) -> String? {
    switch state {
    case .escape:
      switch byte {
      case UInt8(ascii: "u"): state = .hexadecimal(4)
      case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"),
        UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "\""):
        state = .string
      default: return "in string escape code"
      }
    case .hexadecimal(let missing):
      guard Self.isHexadecimal(byte) else { return #"in \u hexadecimal character escape"# }
      state = missing > 1 ? .hexadecimal(missing - 1) : .string
    default:
      if byte == UInt8(ascii: "\"") {
        state = .endOfValue
      } else if byte == UInt8(ascii: "\\") {
        state = .escape
      } else if byte < 0x20 {
        return "in string literal"
      }
    }
    return nil
  }

  private mutating func readNumber(_ byte: UInt8) -> String? {
    let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    switch state {
    case .minus:
      guard isDigit else { return "in numeric literal" }
      state = byte == UInt8(ascii: "0") ? .zero : .digits
      return nil
    case .digits where isDigit, .fraction where isDigit, .exponentDigits where isDigit:
      return nil
    case .zero, .digits:
      if byte == UInt8(ascii: ".") {
        state = .point
        return nil
      }
    case .point:
      guard isDigit else { return "after decimal point in numeric literal" }
      state = .fraction
      return nil
    case .exponent, .exponentSign:
      if case .exponent = state, byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
        state = .exponentSign
        return nil
      }
      guard isDigit else { return "in exponent of numeric literal" }
      state = .exponentDigits
      return nil
    case .exponentDigits: return readAfterValue(byte)
    default: break
    }
    guard byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") else { return readAfterValue(byte) }
    state = .exponent
    return nil
  }

  private mutating func readWord(_ byte: UInt8, _ word: StaticString, _ count: Int) -> String? {
    let expected = word.withUTF8Buffer { count < $0.count ? $0[count] : 0 }
    guard byte == expected else {
      return "in literal \(word) (expecting '\(Unicode.Scalar(expected))')"
    }
    state = count + 1 < word.utf8CodeUnitCount ? .word(word, count + 1) : .endOfValue
    return nil
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t")
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
