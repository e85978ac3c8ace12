extension UnsafeBufferPointer<UInt8> {
  /// Whether two bytes stand one after the other anywhere; written so that it runs over many bytes at once.
  func containsPair(_ first: UInt8, _ second: UInt8) -> Bool {
    guard count > 1 else { return false }
    var start = 0
    while start < count - 1 {
      let end = Swift.min(start + 4096, count - 1)
      var found: UInt8 = 0
      for index in start..<end {
        found |= (self[index] == first ? 1 : 0) & (self[index + 1] == second ? 1 : 0)
      }
      if found != 0 { return true }
      start = end
    }
    return false
  }
}
