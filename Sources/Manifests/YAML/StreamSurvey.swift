/// Tells texts that libyaml and kubectl cut into the same documents.
enum StreamSurvey {
  /// Whether every line that begins with `---` has nothing else but a comment, no line begins with `...` or `%`, and
  /// all lines end with a line feed.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.hasRareLineEnds { return false }
    var line = 0
    while line < bytes.count {
      let end = bytes.firstLineFeed(from: line)
      switch bytes[line] {
      case 0x25: return false
      case 0x2E where bytes[line...].starts(with: [0x2E, 0x2E, 0x2E]): return false
      case 0x2D where bytes[line...].starts(with: [0x2D, 0x2D, 0x2D]):
        guard hasOnlyComment(bytes, line + 3..<end) else { return false }
      default: break
      }
      line = end + 1
    }
    return true
  }

  private static func hasOnlyComment(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range {
      switch bytes[index] {
      case 0x20, 0x0D: continue
      case 0x23: return index > range.lowerBound
      default: return false
      }
    }
    return true
  }
}
