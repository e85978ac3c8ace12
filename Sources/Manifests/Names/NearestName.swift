/// Finds the name that a misspelt one was probably meant to be.
package enum NearestName {
  /// The candidate within a third of its letters of `name`, or one that `name` begins; the first of equals; else `nil`.
  package static func of(_ name: String, among candidates: [String]) -> String? {
    let word = Array(name.utf8.prefix(longest).map(lowercased))
    guard word.count > 1, name.utf8.count <= longest else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate.utf8.count <= longest {
      let letters = candidate.utf8.map(lowercased)
      let found = distance(word, letters)
      if found <= max(1, letters.count / 3), found < (best?.distance ?? .max) { best = (candidate, found) }
    }
    return best?.name ?? candidates.first { word.count > 2 && $0.utf8.map(lowercased).starts(with: word) }
  }

  /// `; did you mean "…"?`, or nothing.
  package static func hint(for name: String, among candidates: [String]) -> String {
    of(name, among: candidates).map { "; did you mean \"\($0)\"?" } ?? ""
  }

  /// Longer names are not compared, so that the work stays small.
  private static let longest = 64

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, other) in right.enumerated() {
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
