extension UnsafeBufferPointer<UInt8> {
  /// Whether two bytes stand one after the other anywhere.
  func containsPair(_ first: UInt8, _ second: UInt8) -> Bool {
    containsPair { ($0 == first ? 1 : 0) & ($1 == second ? 1 : 0) }
  }

  /// Whether the test gives anything but 0 for two neighbours; without branches, so that many bytes go at once.
  @inline(__always)
  private func containsPair(_ test: (UInt8, UInt8) -> UInt8) -> Bool {
    guard let base = baseAddress, count > 1 else { return false }
    var start = 0
    while start < count - 1 {
      let end = Swift.min(start + 4096, count - 1)
      var found: UInt8 = 0
      for index in start..<end { found |= test(base[index], base[index + 1]) }
      if found != 0 { return true }
      start = end
    }
    return false
  }

  /// Whether a line may end with something else than LF or CR LF: with CR, NEL, LS or PS.
  var hasRareLineEnds: Bool {
    guard let last else { return false }
    if last == 0x0D { return true }
    return containsPair { (first: UInt8, second: UInt8) -> UInt8 in
      let isReturn: UInt8 = (first == 0x0D ? 1 : 0) & (second == 0x0A ? 0 : 1)
      let isNextLine: UInt8 = (first == 0xC2 ? 1 : 0) & (second == 0x85 ? 1 : 0)
      let isSeparator: UInt8 = (first == 0x80 ? 1 : 0) & (second | 1 == 0xA9 ? 1 : 0)
      return isReturn | isNextLine | isSeparator
    }
  }

  /// The index of the first line feed at or behind an index, or the end; looks at eight bytes at once.
  func firstLineFeed(from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(self)
    while index + 8 <= count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
      if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { break }
      index += 8
    }
    while index < count, self[index] != 0x0A { index += 1 }
    return index
  }
}
