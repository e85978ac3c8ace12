/// Go compares texts by their bytes; Swift's `==` and `<` take canonically equivalent texts for equal.
extension String {
  /// The same bytes.
  package func isSameText(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return withBytes { own in other.withBytes { own.firstDifference(from: $0) == own.count } }
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
    var position = 0
    while position < end, self[position] == other[position] { position += 1 }
    return position
  }
}
