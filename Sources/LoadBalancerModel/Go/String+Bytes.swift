/// Go compares texts by their bytes; Swift's `==` and `<` take canonically equivalent texts for equal.
extension String {
  /// The same bytes.
  package func isSameText(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return withBytes { own in other.withBytes { own.firstDifference(from: $0) == own.count } }
  }

  /// Its first bytes are those of the other text.
  package func startsBytewise(with prefix: String) -> Bool {
    guard utf8.count >= prefix.utf8.count else { return false }
    return withBytes { own in prefix.withBytes { own.firstDifference(from: $0) == $0.count } }
  }

  /// The bytes of the other text, which is short, stand in it somewhere.
  package func containsBytewise(_ other: String) -> Bool {
    withBytes { own in
      other.withBytes { other in
        guard let first = other.first else { return true }
        var start = 0
        while start <= own.count - other.count {
          if own[start] == first,
            UnsafeBufferPointer(rebasing: own[start...]).firstDifference(from: other) == other.count
          {
            return true
          }
          start += 1
        }
        return false
      }
    }
  }

  /// Stands before the other text in the order of bytes.
  package func precedesBytewise(_ other: String) -> Bool {
    withBytes { own in
      other.withBytes { other in
        let position = own.firstDifference(from: other)
        guard position < other.count else { return false }
        return position == own.count || own[position] < other[position]
      }
    }
  }

  private func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first position with different bytes, or the end of the shorter one.
  fileprivate func firstDifference(from other: Self) -> Int {
    let end = Swift.min(count, other.count)
    guard let start = baseAddress, let otherStart = other.baseAddress else { return 0 }
    var position = 0
    // Eight bytes at a time: keys are long and much alike.
    while position &+ 8 <= end,
      UnsafeRawPointer(start).loadUnaligned(fromByteOffset: position, as: UInt64.self)
        == UnsafeRawPointer(otherStart).loadUnaligned(fromByteOffset: position, as: UInt64.self)
    {
      position &+= 8
    }
    while position < end, self[position] == other[position] { position += 1 }
    return position
  }
}
