/// Numbers read and written as Go's `strconv` and `encoding/json` do.
enum GoNumberText {
  /// `strconv.ParseInt(text, 0, 64)` and, failing that, `strconv.ParseUint(text, 0, 64)`; with a radix, that one.
  static func parseInteger(_ bytes: ArraySlice<UInt8>, radix fixedRadix: UInt64? = nil) -> YAMLScalar? {
    var rest = bytes
    let isNegative = rest.first == 0x2D
    let hasSign = isNegative || rest.first == 0x2B
    if hasSign { rest = rest.dropFirst() }
    var radix = fixedRadix ?? 10
    if fixedRadix == nil, rest.first == 0x30, rest.count > 1 {
      switch rest[rest.startIndex + 1] | 0x20 {
      case 0x78: (radix, rest) = (16, rest.dropFirst(2))
      case 0x6F: (radix, rest) = (8, rest.dropFirst(2))
      case 0x62: (radix, rest) = (2, rest.dropFirst(2))
      default: (radix, rest) = (8, rest.dropFirst())
      }
    }
    guard !rest.isEmpty else { return nil }
    var magnitude: UInt64 = 0
    for byte in rest {
      let digit: UInt64
      switch byte {
      case 0x30...0x39: digit = UInt64(byte) - 0x30
      case 0x61...0x66: digit = UInt64(byte) - 0x61 + 10
      case 0x41...0x46: digit = UInt64(byte) - 0x41 + 10
      default: return nil
      }
      guard digit < radix else { return nil }
      let (product, overflowsProduct) = magnitude.multipliedReportingOverflow(by: radix)
      let (sum, overflowsSum) = product.addingReportingOverflow(digit)
      guard !overflowsProduct, !overflowsSum else { return nil }
      magnitude = sum
    }
    if isNegative {
      guard magnitude <= 1 << 63 else { return nil }
      return .integer(Int64(truncatingIfNeeded: 0 &- magnitude))
    }
    if magnitude <= UInt64(Int64.max) { return .integer(Int64(magnitude)) }
    // `ParseUint` takes no sign.
    return hasSign ? nil : .largeInteger(magnitude)
  }

  /// Whether the text has the form of a float in goyaml's eyes:
  /// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`.
  static func isYAMLFloat(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    func dropDigits() -> Int {
      let digits = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(digits)
      return digits
    }
    func dropSign() { if rest.first == 0x2D || rest.first == 0x2B { rest = rest.dropFirst() } }
    dropSign()
    let whole = dropDigits()
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      guard dropDigits() > 0 || whole > 0 else { return false }
    } else if whole == 0 {
      return false
    }
    if let exponent = rest.first, exponent | 0x20 == 0x65 {
      rest = rest.dropFirst()
      dropSign()
      guard dropDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// `strconv.ParseFloat(text, 64)` for decimal texts; `nil` for what Go calls a syntax or range error.
  static func parseFloat(_ bytes: ArraySlice<UInt8>) -> Double? {
    guard isYAMLFloat(bytes) else { return nil }
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else { return nil }
    return value
  }

  /// A number as `encoding/json` writes it. Not for infinities and NaN, which JSON does not have.
  static func json(_ value: Double) -> String {
    let magnitude = value.magnitude
    if magnitude != 0, magnitude < 1e-6 || magnitude >= 1e21 {
      return scientific(Decimal(value), exponentDigits: 1)
    }
    return plain(Decimal(value))
  }

  /// A float key as sigs.k8s.io/yaml writes it: `strconv.FormatFloat(value, 'g', -1, 32)`.
  static func yamlKey(_ value: Double) -> String {
    if value.isNaN { return ".nan" }
    let single = Float(value)
    if single.isInfinite { return value < 0 ? "-.inf" : ".inf" }
    let decimal = Decimal(single)
    let exponent = decimal.point - 1
    return exponent < -4 || exponent >= 6 ? scientific(decimal, exponentDigits: 2) : plain(decimal)
  }

  /// The shortest digits that read back as a number: 0.DIGITS times ten to the power of `point`.
  private struct Decimal {
    var isNegative: Bool
    var digits: [UInt8]
    var point: Int

    init(_ value: some BinaryFloatingPoint & CustomStringConvertible) {
      isNegative = value.sign == .minus
      var mantissa: [UInt8] = []
      var point: Int?
      var exponent = 0
      var text = ArraySlice(value.description.utf8)
      if text.first == 0x2D { text = text.dropFirst() }
      if let mark = text.firstIndex(of: 0x65) {
        exponent = Int(String(decoding: text[(mark + 1)...].drop { $0 == 0x2B }, as: UTF8.self)) ?? 0
        text = text[..<mark]
      }
      for byte in text {
        if byte == 0x2E { point = mantissa.count } else { mantissa.append(byte) }
      }
      let leadingZeros = mantissa.prefix { $0 == 0x30 }.count
      self.point = (point ?? mantissa.count) + exponent - leadingZeros
      mantissa.removeFirst(leadingZeros)
      while mantissa.last == 0x30 { mantissa.removeLast() }
      digits = mantissa
      if digits.isEmpty { (digits, self.point) = ([0x30], 1) }
    }
  }

  private static func plain(_ decimal: Decimal) -> String {
    var out: [UInt8] = decimal.isNegative ? [0x2D] : []
    let digits = decimal.digits
    if decimal.point <= 0 {
      out += [0x30, 0x2E] + [UInt8](repeating: 0x30, count: -decimal.point) + digits
    } else if decimal.point >= digits.count {
      out += digits + [UInt8](repeating: 0x30, count: decimal.point - digits.count)
    } else {
      out += digits[..<decimal.point] + [0x2E] + digits[decimal.point...]
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func scientific(_ decimal: Decimal, exponentDigits: Int) -> String {
    var out: [UInt8] = decimal.isNegative ? [0x2D] : []
    out.append(decimal.digits[0])
    if decimal.digits.count > 1 { out += [0x2E] + decimal.digits[1...] }
    let exponent = decimal.point - 1
    let digits = Array(String(exponent.magnitude).utf8)
    out += [0x65, exponent < 0 ? 0x2D : 0x2B]
    // Go's JSON drops a leading zero only of negative exponents; positive ones begin at 21 there.
    out += [UInt8](repeating: 0x30, count: max(0, exponentDigits - digits.count)) + digits
    return String(decoding: out, as: UTF8.self)
  }
}
