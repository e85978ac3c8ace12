package import Manifests

/// A source text whose lines are found, so that positions become bytes and bytes become positions.
///
/// A column counts Unicode scalars. Look-ups cost a binary search and a scan of one block, however long a line is.
package struct IndexedSource: Sendable {
  package let file: FileID
  package let name: String
  package let bytes: [UInt8]
  /// Where each line begins, without the byte order mark; never empty.
  private let lineStarts: [Int]
  /// Before each block of the text: how many bytes continue a scalar. Empty when the whole text is ASCII.
  private let continuations: [Int]
  /// Before each block: how many scalars take two units in UTF-16.
  private let surrogates: [Int]

  private static let blockSize = 256

  package init(_ source: SourceFile) {
    file = source.id
    name = source.name
    bytes = source.bytes
    var starts = [source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    var isASCII = true
    source.bytes.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        let byte = text[index]
        index += 1
        switch byte {
        case 0x0A: starts.append(index)
        case 0x0D:
          if index < text.count, text[index] == 0x0A { index += 1 }
          starts.append(index)
        case 0x80...: isASCII = false
        default: break
        }
      }
    }
    lineStarts = starts
    var continuations: [Int] = []
    var surrogates: [Int] = []
    if !isASCII {
      var counts = (continuation: 0, surrogate: 0)
      for (index, byte) in source.bytes.enumerated() {
        if index.isMultiple(of: Self.blockSize) {
          continuations.append(counts.continuation)
          surrogates.append(counts.surrogate)
        }
        if byte & 0xC0 == 0x80 { counts.continuation += 1 }
        if byte >= 0xF0 { counts.surrogate += 1 }
      }
      continuations.append(counts.continuation)
      surrogates.append(counts.surrogate)
    }
    self.continuations = continuations
    self.surrogates = surrogates
  }

  /// How many lines there are; what follows the last line break counts as one, even when empty.
  package var lineCount: Int { lineStarts.count }

  /// The bytes of a line without its line break; empty at the end of the text for a line that does not exist.
  package func line(_ number: UInt32) -> Range<Int> {
    let whole = lineWithBreak(number)
    var end = whole.upperBound
    if end > whole.lowerBound, bytes[end - 1] == 0x0A { end -= 1 }
    if end > whole.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
    return whole.lowerBound..<end
  }

  /// The bytes of a line with its line break.
  package func lineWithBreak(_ number: UInt32) -> Range<Int> {
    let index = Int(number) - 1
    guard index >= 0, index < lineStarts.count else { return bytes.count..<bytes.count }
    let end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
    return min(lineStarts[index], end)..<end
  }

  /// Where a position stands among the bytes; one beyond its line stands at the line's end.
  package func offset(of position: SourcePosition) -> Int {
    let line = line(position.line)
    let column = Int(position.column) - 1
    guard column > 0 else { return line.lowerBound }
    if continuations.isEmpty { return min(line.lowerBound + column, line.upperBound) }
    let wanted = scalars(before: line.lowerBound) + column
    var low = line.lowerBound
    var high = line.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if scalars(before: middle) < wanted { low = middle + 1 } else { high = middle }
    }
    // Just behind a scalar's first byte the count is right already: step over the rest of the scalar.
    while low < line.upperBound, bytes[low] & 0xC0 == 0x80 { low += 1 }
    return low
  }

  /// The bytes of a span. An end before the start counts as the start.
  package func range(of span: SourceSpan) -> Range<Int> {
    let start = offset(of: span.start)
    return start..<max(start, offset(of: span.end))
  }

  /// The position of a byte.
  package func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = lineStarts[low]
    let column = max(0, scalars(before: offset) - scalars(before: start))
    return SourcePosition(line: UInt32(clamping: low + 1), column: UInt32(clamping: column + 1))
  }

  /// The span of a range of bytes.
  package func span(of range: Range<Int>) -> SourceSpan {
    SourceSpan(file: file, start: position(at: range.lowerBound), end: position(at: range.upperBound))
  }

  /// The text of a range of bytes; what is not UTF-8 is replaced.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The 1-based column of a position in bytes of UTF-8.
  package func byteColumn(of position: SourcePosition) -> Int {
    offset(of: position) - line(position.line).lowerBound + 1
  }

  /// The 1-based column of a position in units of UTF-16.
  package func utf16Column(of position: SourcePosition) -> Int {
    let start = line(position.line).lowerBound
    let offset = offset(of: position)
    let units = scalars(before: offset) + pairs(before: offset) - scalars(before: start) - pairs(before: start)
    return units + 1
  }

  /// The byte just behind the line's last visible character at or before `offset`, or the line's start.
  func endOfVisible(before offset: Int, in line: Range<Int>) -> Int {
    var end = min(offset, line.upperBound)
    while end > line.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return end
  }

  private func scalars(before offset: Int) -> Int {
    offset - count(in: continuations, before: offset) { $0 & 0xC0 == 0x80 }
  }

  private func pairs(before offset: Int) -> Int {
    count(in: surrogates, before: offset) { $0 >= 0xF0 }
  }

  private func count(in table: [Int], before offset: Int, _ counts: (UInt8) -> Bool) -> Int {
    let block = offset / Self.blockSize
    guard block < table.count else { return table.last ?? 0 }
    var count = table[block]
    for index in (block * Self.blockSize)..<offset where counts(bytes[index]) { count += 1 }
    return count
  }
}
