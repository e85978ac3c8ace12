/// Go's way to read and print small values, as the controller's texts show them.
///
/// Source: the Go standard library's `strconv` and `fmt`.
package enum GoText {
  /// `strconv.ParseBool`: `nil` for anything but the thirteen accepted words.
  package static func parseBool(_ text: String) -> Bool? {
    switch text {
    case "1", "t", "T", "TRUE", "true", "True": true
    case "0", "f", "F", "FALSE", "false", "False": false
    default: nil
    }
  }

  package enum IntegerError: Error, Sendable {
    case invalidSyntax, valueOutOfRange

    /// `strconv.ParseInt: parsing "x": invalid syntax`, or Atoi's form of it.
    package func message(for text: String, function: String = "ParseInt") -> String {
      let reason = self == .invalidSyntax ? "invalid syntax" : "value out of range"
      return "strconv.\(function): parsing \(quote(text)): \(reason)"
    }
  }

  /// `strconv.ParseInt(text, 10, Value.bitWidth)`: an optional sign and ASCII digits, nothing else.
  ///
  /// Quirk: a number beyond the unsigned type of this width is out of range whatever stands behind it, so
  /// `4294967296x` is out of range as an `int32` and `2147483648x` has invalid syntax.
  @inlinable package static func parseInteger<Value: FixedWidthInteger & SignedInteger>(
    _ text: String
  ) throws(IntegerError) -> Value {
    Value(truncatingIfNeeded: try integer(text, bitWidth: Value.bitWidth))
  }

  /// All the work is done in one type, for generic code is slow in other modules.
  package static func integer(_ text: String, bitWidth: Int) throws(IntegerError) -> Int64 {
    let largest = UInt64.max >> UInt64(64 - min(bitWidth, 64))
    let largestPositive = largest >> 1
    var isNegative = false
    var magnitude: UInt64 = 0
    var (count, digitCount) = (0, 0)
    for byte in text.utf8 {
      count += 1
      if count == 1, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
        isNegative = byte == UInt8(ascii: "-")
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { throw .invalidSyntax }
      digitCount += 1
      let (tenfold, isTooLarge) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, isTooLargeByDigit) = tenfold.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
      guard !isTooLarge, !isTooLargeByDigit, sum <= largest else { throw .valueOutOfRange }
      magnitude = sum
    }
    guard digitCount > 0 else { throw .invalidSyntax }
    guard magnitude <= largestPositive || isNegative && magnitude == largestPositive + 1 else {
      throw .valueOutOfRange
    }
    return isNegative ? Int64(truncatingIfNeeded: 0 &- magnitude) : Int64(truncatingIfNeeded: magnitude)
  }

  /// `strconv.Quote`.
  package static func quote(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\u{07}": quoted += "\\a"
      case "\u{08}": quoted += "\\b"
      case "\u{0C}": quoted += "\\f"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0B}": quoted += "\\v"
      default:
        if isPrintable(scalar) {
          quoted.unicodeScalars.append(scalar)
        } else {
          quoted += escape(scalar)
        }
      }
    }
    return quoted + "\""
  }

  /// `%v` of a string list: `[a b c]`.
  package static func list(_ items: some Sequence<String>) -> String { "[\(items.joined(separator: " "))]" }

  /// `%v` of a string set that Go keeps as a map: `map[a:{} b:{}]`, sorted bytewise.
  package static func set(_ items: some Sequence<String>) -> String {
    "map[\(sortedBytewise(Array(Set(items))).map { "\($0):{}" }.joined(separator: " "))]"
  }

  /// `%v` of a string map: `map[k:v …]`, sorted bytewise by key.
  package static func map(_ items: [String: String]) -> String {
    "map[\(sortedBytewise(Array(items.keys)).map { "\($0):\(items[$0] ?? "")" }.joined(separator: " "))]"
  }

  /// Go compares strings by their UTF-8 bytes.
  package static func sortedBytewise(_ items: [String]) -> [String] {
    items.sorted { $0.precedesBytewise($1) }
  }

  /// `strings.TrimSpace`: Unicode white space at both ends.
  package static func trim(_ text: String) -> String {
    // Most texts have nothing to trim: their first and last bytes are neither white space nor part of a character that
    // may be.
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return text }
    if (0x21..<0x80).contains(first), (0x21..<0x80).contains(last) { return text }
    let range = trimmedRange(of: text[...])
    return range == text.startIndex..<text.endIndex ? text : String(text[range])
  }
  package static func trim(_ text: Substring) -> String { String(text[trimmedRange(of: text)]) }

  /// Where the text stands without the white space at both ends; an empty range where there is nothing else.
  package static func trimmedRange(of text: Substring) -> Range<String.Index> {
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { !isASCIIWhitespace($0) }),
      let last = bytes.lastIndex(where: { !isASCIIWhitespace($0) })
    else { return bytes.startIndex..<bytes.startIndex }
    // Only text beyond ASCII can begin or end with other white space.
    guard bytes[first] < 0x80, bytes[last] < 0x80 else { return trimmedRange(of: text.unicodeScalars) }
    return first..<bytes.index(after: last)
  }

  private static func trimmedRange(of scalars: Substring.UnicodeScalarView) -> Range<String.Index> {
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return scalars.startIndex..<scalars.startIndex }
    return first..<scalars.index(after: last)
  }

  /// What Unicode counts as white space within ASCII: the blank, and tab to carriage return.
  private static func isASCIIWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Go's `strconv.IsPrint`, which counts the ASCII blank as the only printable space and knows Unicode 15.0.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x20...0x7E).contains(scalar.value) }
    guard let age = scalar.properties.age, age <= (15, 0) else { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator:
      return false
    default: return true
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    func hexadecimal(_ width: Int) -> String {
      let digits = String(scalar.value, radix: 16)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    if scalar.value < 0x80 { return "\\x" + hexadecimal(2) }
    return scalar.value < 0x10000 ? "\\u" + hexadecimal(4) : "\\U" + hexadecimal(8)
  }
}
