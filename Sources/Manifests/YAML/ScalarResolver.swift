/// Tells what a scalar means to kubectl, whose reader is goyaml.v2.
///
/// Mirrors `resolve` in goyaml.v2 `resolve.go` and `scalar` in `decode.go`.
enum ScalarResolver {
  /// What the first byte allows a plain scalar to be.
  enum Hint: UInt8 { case string, sign, digit, dot, word }

  /// A scalar that contradicts its tag.
  enum Fault: Error {
    case cannotDecode(found: String, wanted: String)
    case badBase64
    /// A key that has no form in JSON.
    case keyWithoutText(String)
  }

  static func hint(_ byte: UInt8) -> Hint {
    switch byte {
    case 0x2B, 0x2D: .sign
    case 0x30...0x39: .digit
    case 0x2E: .dot
    // y Y n N t T f F o O ~
    case 0x79, 0x59, 0x6E, 0x4E, 0x74, 0x54, 0x66, 0x46, 0x6F, 0x4F, 0x7E: .word
    default: .string
    }
  }

  /// The value of a scalar in `text`, the text of its table.
  static func resolve(_ record: NodeRecord, _ text: [UInt8]) throws(Fault) -> YAMLScalar {
    let bytes = text[record.textRange]
    switch record.tag {
    case .string, .other, .merge: return .string(String(decoding: bytes, as: UTF8.self))
    case .binary:
      guard let data = decodeBase64(bytes) else { throw .badBase64 }
      return .string(String(decoding: data, as: UTF8.self))
    case .jsonNumber: return jsonNumber(bytes)
    case .none where !record.flags.contains(.plain): return .string(String(decoding: bytes, as: UTF8.self))
    default: break
    }
    let value = implicit(bytes)
    switch (record.tag, value) {
    case (.none, _), (.boolean, .bool), (.null, .null), (.integer, .integer), (.integer, .largeInteger),
      (.float, .float):
      return value
    case (.float, .integer(let integer)): return .float(Double(integer))
    case (.timestamp, .string) where GoTimestamp.isTimestamp(bytes): return value
    default:
      throw .cannotDecode(found: shortTag(value), wanted: shortTag(record.tag))
    }
  }

  /// The name that a scalar has as a key in JSON.
  ///
  /// Mirrors the key part of `convertToJSONableObject` in sigs.k8s.io/yaml `yaml.go`.
  static func keyText(_ record: NodeRecord, _ text: [UInt8]) throws(Fault) -> String {
    switch try resolve(record, text) {
    case .null: throw .keyWithoutText("null")
    case .bool(let value): return value ? "true" : "false"
    case .integer(let value): return String(value)
    // Quirk: a key above Int64.max is refused, because only smaller integers are converted.
    case .largeInteger(let value): throw .keyWithoutText(String(value))
    case .float(let value): return GoNumberText.yamlKey(value)
    case .string(let value): return value
    }
  }

  /// What an untagged plain scalar means.
  private static func implicit(_ bytes: ArraySlice<UInt8>) -> YAMLScalar {
    guard let first = bytes.first else { return .null }
    let hint = hint(first)
    if hint != .string, let word = word(bytes) { return word }
    switch hint {
    case .string, .word: break
    case .dot:
      if let value = GoNumberText.parseFloat(bytes) { return .float(value) }
    case .digit, .sign:
      if let number = number(bytes) { return number }
    }
    return .string(String(decoding: bytes, as: UTF8.self))
  }

  /// The words of YAML 1.1 for booleans, null and the floats that are no numbers.
  static func word(_ bytes: ArraySlice<UInt8>) -> YAMLScalar? {
    guard bytes.count <= 5 else { return nil }
    switch pack(bytes) {
    case pack("y"), pack("Y"), pack("yes"), pack("Yes"), pack("YES"), pack("true"), pack("True"), pack("TRUE"),
      pack("on"), pack("On"), pack("ON"):
      return .bool(true)
    case pack("n"), pack("N"), pack("no"), pack("No"), pack("NO"), pack("false"), pack("False"), pack("FALSE"),
      pack("off"), pack("Off"), pack("OFF"):
      return .bool(false)
    case pack("~"), pack("null"), pack("Null"), pack("NULL"): return .null
    case pack(".nan"), pack(".NaN"), pack(".NAN"): return .float(.nan)
    case pack(".inf"), pack(".Inf"), pack(".INF"), pack("+.inf"), pack("+.Inf"), pack("+.INF"): return .float(.infinity)
    case pack("-.inf"), pack("-.Inf"), pack("-.INF"): return .float(-.infinity)
    default: return nil
    }
  }

  /// Up to eight bytes as one number.
  private static func pack(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var packed: UInt64 = 0
    for byte in bytes { packed = packed << 8 | UInt64(byte) }
    return packed
  }

  /// A short ASCII word as one number, worked out by the compiler.
  @inline(__always)
  private static func pack(_ word: StaticString) -> UInt64 {
    var packed: UInt64 = 0
    for index in 0..<word.utf8CodeUnitCount { packed = packed << 8 | UInt64(word.utf8Start[index]) }
    return packed
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> YAMLScalar? {
    // A point in time is text; it is told by the dash behind its year.
    if bytes.count > 7, bytes[bytes.startIndex + 4] == 0x2D, GoTimestamp.isTimestamp(bytes) { return nil }
    let plain = bytes.contains(0x5F) ? ArraySlice(bytes.filter { $0 != 0x5F }) : bytes
    if let value = GoNumberText.parseInteger(plain) { return value }
    if GoNumberText.isYAMLFloat(plain), let value = GoNumberText.parseFloat(plain) { return .float(value) }
    // Quirk: after `0b` a sign is taken once more.
    if plain.starts(with: [0x30, 0x62]) { return GoNumberText.parseInteger(plain.dropFirst(2), radix: 2) }
    if plain.starts(with: [0x2D, 0x30, 0x62]) {
      guard let value = GoNumberText.parseInteger([0x2D] + plain.dropFirst(3), radix: 2) else { return nil }
      if case .integer = value { return value }
    }
    return nil
  }

  private static func jsonNumber(_ bytes: ArraySlice<UInt8>) -> YAMLScalar {
    let isInteger = !bytes.contains { $0 == 0x2E || $0 == 0x65 || $0 == 0x45 }
    if isInteger, let value = GoNumberText.parseInteger(bytes, radix: 10) { return value }
    return .float(Double(String(decoding: bytes, as: UTF8.self)) ?? .infinity)
  }

  private static func shortTag(_ value: YAMLScalar) -> String {
    switch value {
    case .null: "!!null"
    case .bool: "!!bool"
    case .integer, .largeInteger: "!!int"
    case .float: "!!float"
    case .string: "!!str"
    }
  }

  private static func shortTag(_ tag: NodeRecord.Tag) -> String {
    switch tag {
    case .boolean: "!!bool"
    case .null: "!!null"
    case .integer: "!!int"
    case .float: "!!float"
    case .timestamp: "!!timestamp"
    default: "!!str"
    }
  }

  /// Standard base64 with padding; line ends inside are passed over, as in Go.
  private static func decodeBase64(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var digits = 0
    var padding = 0
    for byte in bytes where byte != 0x0A && byte != 0x0D {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte) - 0x41
      case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
      case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
      case 0x2B: value = 62
      case 0x2F: value = 63
      case 0x3D where digits >= 2:
        padding += 1
        value = 0
      default: return nil
      }
      if padding > 0, byte != 0x3D { return nil }
      bits = bits << 6 | value
      digits += 1
      if digits == 4 {
        result.append(UInt8(truncatingIfNeeded: bits >> 16))
        if padding < 2 { result.append(UInt8(truncatingIfNeeded: bits >> 8)) }
        if padding < 1 { result.append(UInt8(truncatingIfNeeded: bits)) }
        (bits, digits) = (0, padding > 0 ? -1 : 0)
      }
      // Nothing may follow the padding.
      if digits == 0, padding > 0 { return nil }
    }
    return digits <= 0 ? result : nil
  }
}
