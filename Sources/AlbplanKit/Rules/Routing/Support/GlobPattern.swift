/// Compares hosts and paths with the wildcards of an ALB: `*` for any text, `?` for one character.
enum GlobPattern {
  /// Longer patterns, which AWS refuses, are compared as they stand.
  private static let longest = 256

  /// Whether whatever the second pattern matches is matched by the first. Never wrongly yes.
  ///
  /// The second is read as a text in which a wildcard is a character of its own: `*` of the first takes any of them,
  /// `?` anything but `*`.
  static func covers(_ pattern: String, _ other: String) -> Bool {
    let (pattern, text) = (Array(pattern.utf8), Array(other.utf8))
    if pattern == text { return true }
    guard pattern.count <= longest, text.count <= longest else { return false }
    let (star, any) = (UInt8(ascii: "*"), UInt8(ascii: "?"))
    var (index, offset) = (0, 0)
    var retry: (index: Int, offset: Int)?
    while offset < text.count {
      if index < pattern.count, pattern[index] == star {
        retry = (index + 1, offset)
        index += 1
      } else if index < pattern.count, pattern[index] == any ? text[offset] != star : pattern[index] == text[offset] {
        index += 1
        offset += 1
      } else if let last = retry {
        retry = (last.index, last.offset + 1)
        (index, offset) = (last.index, last.offset + 1)
      } else {
        return false
      }
    }
    return pattern[index...].allSatisfy { $0 == star }
  }

  static func hasWildcards(_ text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
  }
}
