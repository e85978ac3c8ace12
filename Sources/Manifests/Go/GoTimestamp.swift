/// Tells which scalars goyaml.v2 takes for a point in time. It hands them on as strings, but not as anything else.
enum GoTimestamp {
  /// Mirrors `parseTimestamp` in goyaml.v2 `resolve.go`.
  static func isTimestamp(_ bytes: ArraySlice<UInt8>) -> Bool {
    var reader = Reader(rest: bytes)
    guard let year = reader.digits(4...4), reader.take(0x2D), let month = reader.digits(1...2), reader.take(0x2D),
      let day = reader.digits(1...2), (1...12).contains(month), day >= 1, day <= days(in: month, of: year)
    else { return false }
    if reader.rest.isEmpty { return true }
    let hasZone = reader.rest.first != 0x20
    guard reader.take(0x54) || reader.take(0x74) || reader.take(0x20),
      let hour = reader.digits(1...2), reader.take(0x3A), let minute = reader.digits(1...2), reader.take(0x3A),
      let second = reader.digits(1...2), hour < 24, minute < 60, second < 60
    else { return false }
    if reader.rest.first == 0x2E || reader.rest.first == 0x2C {
      reader.rest = reader.rest.dropFirst()
      guard reader.digits(1...Int.max) != nil else { return false }
    }
    guard hasZone else { return reader.rest.isEmpty }
    if reader.take(0x5A) { return reader.rest.isEmpty }
    guard reader.take(0x2B) || reader.take(0x2D), let zoneHour = reader.digits(2...2), reader.take(0x3A),
      let zoneMinute = reader.digits(2...2), zoneHour <= 24, zoneMinute < 60
    else { return false }
    return reader.rest.isEmpty
  }

  /// Whether `time.Parse(time.RFC3339, text)` takes the text.
  static func isRFC3339(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 20, isTimestamp(bytes) else { return false }
    func at(_ offset: Int) -> UInt8 { bytes[bytes.startIndex + offset] }
    return at(7) == 0x2D && at(10) == 0x54 && at(16) == 0x3A && (at(13) == 0x3A) && !(0x3A...0x3A).contains(at(18))
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>

    mutating func take(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest = rest.dropFirst()
      return true
    }

    /// A number of so many digits; of more than fit an `Int` only the last count.
    mutating func digits(_ count: ClosedRange<Int>) -> Int? {
      let digits = rest.prefix(count.upperBound).prefix { (0x30...0x39).contains($0) }
      guard digits.count >= count.lowerBound else { return nil }
      rest = rest.dropFirst(digits.count)
      return digits.reduce(0) { ($0 &* 10 &+ Int($1) &- 0x30) % 1_000_000 }
    }
  }
}
