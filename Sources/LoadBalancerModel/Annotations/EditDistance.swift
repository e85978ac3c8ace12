/// How far two words are apart: insertions, deletions, substitutions and swaps of neighbours.
package enum EditDistance {
  /// The distance in bytes, or `nil` when it is more than `limit`.
  package static func between(_ left: String, _ right: String, atMost limit: Int) -> Int? {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
    let far = limit + 1
    var beforeLast: [Int] = []
    var last = (0...right.count).map { min($0, far) }
    for (row, letter) in left.enumerated() {
      var current = [Int](repeating: far, count: right.count + 1)
      current[0] = min(row + 1, far)
      // Outside this band the distance is beyond the limit.
      let band = max(0, row - limit)..<max(max(0, row - limit), min(right.count, row + limit + 1))
      for column in band {
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == right[column] ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current[column + 1] = min(cost, far)
      }
      beforeLast = last
      last = current
    }
    guard let distance = last.last, distance <= limit else { return nil }
    return distance
  }
}
