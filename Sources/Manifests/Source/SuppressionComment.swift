/// A comment that speaks to albplan: `# albplan: ignore[rule] reason`.
package struct SuppressionComment: Hashable, Sendable {
  /// What follows `albplan:`, without blanks at its ends.
  package var text: Located<String>
  /// From the `#` to the end of the comment.
  package var span: SourceSpan
  /// The comment has its line for itself; else it trails what it is about.
  package var isAlone: Bool
}

/// The comments of a file that speak to albplan, in order. In quotes and block scalars `#` is text and no comment.
package func suppressionComments(in file: ParsedFile) -> [SuppressionComment] {
  let bytes = file.source.bytes
  guard bytes.withUnsafeBufferPointer(holdsWord) else { return [] }
  let text = SourceText(file.source)
  var comments: [SuppressionComment] = []
  for number in 1...UInt32(text.lineCount) {
    guard let line = text.byteRange(ofLine: number), let comment = comment(in: line, of: bytes) else { continue }
    func position(_ offset: Int) -> SourcePosition {
      let column = bytes[line.lowerBound..<offset].count { $0 & 0xC0 != 0x80 } + 1
      return SourcePosition(line: number, column: UInt32(truncatingIfNeeded: column))
    }
    func span(_ range: Range<Int>) -> SourceSpan {
      SourceSpan(file: file.source.id, start: position(range.lowerBound), end: position(range.upperBound))
    }
    let start = position(comment.whole.lowerBound)
    guard !file.table.hasScalar(at: start) else { continue }
    comments.append(
      SuppressionComment(
        text: Located(String(decoding: bytes[comment.text], as: UTF8.self), at: span(comment.text)),
        span: span(comment.whole),
        isAlone: bytes[line.lowerBound..<comment.whole.lowerBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }))
  }
  return comments
}

/// Whether `albplan:` stands somewhere. Few files have it, and most of their bytes are not even looked at: from the last
/// byte that the word could have here follows how far ahead it may be next.
private func holdsWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var end = 7
  while end < bytes.count {
    switch bytes[end] {
    case 0x3A:
      if bytes[(end - 7)...end].elementsEqual("albplan:".utf8) { return true }
      end += 8
    case 0x6E: end += 1
    case 0x61: end += 2
    case 0x6C: end += 3
    case 0x70: end += 4
    case 0x62: end += 5
    default: end += 8
    }
  }
  return false
}

/// The first `# albplan:` of a line: the whole comment, and what follows the colon.
private func comment(in line: Range<Int>, of bytes: [UInt8]) -> (whole: Range<Int>, text: Range<Int>)? {
  func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  let word = Array("albplan:".utf8)
  for start in line where bytes[start] == 0x23 {
    guard start == line.lowerBound || isBlank(bytes[start - 1]) else { continue }
    var index = start + 1
    while index < line.upperBound, isBlank(bytes[index]) { index += 1 }
    guard bytes[index..<line.upperBound].starts(with: word) else { continue }
    index += word.count
    var end = line.upperBound
    while end > index, isBlank(bytes[end - 1]) { end -= 1 }
    while index < end, isBlank(bytes[index]) { index += 1 }
    return (start..<end, index..<end)
  }
  return nil
}

extension NodeTable {
  /// Whether a position lies inside a scalar.
  fileprivate func hasScalar(at position: SourcePosition) -> Bool {
    var (low, high) = (0, records.count)
    while low < high {
      let middle = (low + high) / 2
      let start = SourcePosition(line: records[middle].startLine, column: records[middle].startColumn)
      if start <= position { low = middle + 1 } else { high = middle }
    }
    guard low > 0, records[low - 1].kind == .scalar else { return false }
    let scalar = records[low - 1]
    // A comment may follow `|` or `>`, whose text begins on the next line.
    if scalar.startLine == position.line, scalar.style == .literal || scalar.style == .folded { return false }
    return position < SourcePosition(line: scalar.endLine, column: scalar.endColumn)
  }
}
