/// The inside of a JSON string.
enum JSONString {
  /// Resolves the escapes of a string that is known to be JSON, without its quotes.
  ///
  /// Half a surrogate pair becomes U+FFFD, as in Go's `unquote`.
  static func decode(_ escaped: ArraySlice<UInt8>) -> String {
    guard escaped.contains(UInt8(ascii: "\\")) else { return String(decoding: escaped, as: UTF8.self) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(escaped.count)
    var rest = escaped
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let letter = rest.popFirst() else {
        bytes.append(byte)
        continue
      }
      switch letter {
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "f"): bytes.append(0x0C)
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "u"): bytes.append(contentsOf: Array(String(scalar(&rest)).utf8))
      default: bytes.append(letter)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads what follows `\u`, and the second half of a pair when there is one.
  private static func scalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    guard let first = digits(rest) else { return replacement }
    rest = rest.dropFirst(4)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]),
      let second = digits(rest.dropFirst(2)), (0xDC00..<0xE000).contains(second)
    else { return replacement }
    rest = rest.dropFirst(6)
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? replacement
  }

  /// Four hexadecimal digits as a number.
  private static func digits(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    guard bytes.count >= 4 else { return nil }
    return UInt32(String(decoding: bytes.prefix(4), as: UTF8.self), radix: 16)
  }
}

extension JSONString {
  /// A list of strings as Go's `json.Marshal` writes it, with its escapes for HTML.
  static func encodeList(_ texts: [String]) -> String { "[\(texts.map(encode).joined(separator: ","))]" }

  private static func encode(_ text: String) -> String {
    var encoded = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": encoded.append(contentsOf: ["\\", scalar])
      case "\u{08}": encoded.append(contentsOf: "\\b".unicodeScalars)
      case "\u{0C}": encoded.append(contentsOf: "\\f".unicodeScalars)
      case "\n": encoded.append(contentsOf: "\\n".unicodeScalars)
      case "\r": encoded.append(contentsOf: "\\r".unicodeScalars)
      case "\t": encoded.append(contentsOf: "\\t".unicodeScalars)
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        encoded.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars)
      default: encoded.append(scalar)
      }
    }
    encoded.append("\"")
    return String(encoded)
  }
}
