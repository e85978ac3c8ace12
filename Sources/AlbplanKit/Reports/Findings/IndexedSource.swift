package import Manifests

/// A source text whose lines and scalars are counted, so that positions become bytes and bytes become positions.
///
/// Lines end where libyaml ends them: at LF, CR LF, CR, NEL, LS and PS. A column counts Unicode scalars. A look-up costs
/// a binary search and a scan of one block, however long a line is: a page of JSON on one line may hold many findings.
package struct IndexedSource: Sendable {
  package let file: FileID
  package let name: String
  package let bytes: [UInt8]
  /// Each line's bytes without its end, and where its end ends.
  private let lines: [Line]
  /// Before each block of the text: how many bytes continue a scalar. Empty when the whole text is ASCII.
  private let continuations: [Int]
  /// Before each block: how many scalars take two units in UTF-16.
  private let surrogates: [Int]
  /// What must not be shown, in order.
  private let secrets: [SourceSpan]

  private struct Line: Sendable {
    var start: Int
    var end: Int
    var next: Int
  }

  private static let blockSize = 256

  package init(_ source: SourceFile, hiding secrets: [SourceSpan] = []) {
    file = source.id
    name = source.name
    bytes = source.bytes
    self.secrets = secrets
    lines = source.bytes.withUnsafeBufferPointer(Self.lines)
    (continuations, surrogates) = source.bytes.withUnsafeBufferPointer(Self.tables)
  }

  private static func lines(of text: UnsafeBufferPointer<UInt8>) -> [Line] {
    func startOfText(_ index: Int) -> Int {
      index + 2 < text.count && text[index] == 0xEF && text[index + 1] == 0xBB && text[index + 2] == 0xBF
        ? index + 3 : index
    }
    var lines: [Line] = []
    var start = startOfText(0)
    var index = start
    while index < text.count {
      let length = lineEndLength(text, at: index)
      if length == 0 {
        index += 1
        continue
      }
      lines.append(Line(start: start, end: index, next: index + length))
      // A byte order mark is none but where a document begins.
      let isDocument = text[start..<index].starts(with: [0x2D, 0x2D, 0x2D])
      start = isDocument ? startOfText(index + length) : index + length
      index = start
    }
    lines.append(Line(start: start, end: text.count, next: text.count))
    return lines
  }

  private static func lineEndLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case 0x0A: return 1
    case 0x0D: return index + 1 < text.count && text[index + 1] == 0x0A ? 2 : 1
    case 0xC2: return index + 1 < text.count && text[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      return index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8 ? 3 : 0
    default: return 0
    }
  }

  private static func tables(of text: UnsafeBufferPointer<UInt8>) -> (continuations: [Int], surrogates: [Int]) {
    guard text.contains(where: { $0 >= 0x80 }) else { return ([], []) }
    var continuations: [Int] = []
    var surrogates: [Int] = []
    var (continuation, surrogate) = (0, 0)
    for index in text.indices {
      if index.isMultiple(of: blockSize) {
        continuations.append(continuation)
        surrogates.append(surrogate)
      }
      if text[index] & 0xC0 == 0x80 { continuation += 1 }
      if text[index] >= 0xF0 { surrogate += 1 }
    }
    continuations.append(continuation)
    surrogates.append(surrogate)
    return (continuations, surrogates)
  }

  /// How many lines there are; what follows the last line end counts as one, even when empty.
  package var lineCount: Int { lines.count }

  /// The bytes of a line without its end; empty at the end of the text for a line that does not exist.
  package func line(_ number: UInt32) -> Range<Int> {
    guard let line = found(number) else { return bytes.count..<bytes.count }
    return line.start..<line.end
  }

  /// The bytes of a line with its end.
  package func lineWithEnd(_ number: UInt32) -> Range<Int> {
    guard let line = found(number) else { return bytes.count..<bytes.count }
    return line.start..<line.next
  }

  private func found(_ number: UInt32) -> Line? {
    let index = Int(number) - 1
    return lines.indices.contains(index) ? lines[index] : nil
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
    var high = lines.count
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if lines[middle].start <= offset { low = middle } else { high = middle }
    }
    let start = lines[low].start
    let column = max(0, scalars(before: min(offset, lines[low].end)) - scalars(before: start))
    return SourcePosition(line: UInt32(clamping: low + 1), column: UInt32(clamping: column + 1))
  }

  /// The span of a range of bytes.
  package func span(of range: Range<Int>) -> SourceSpan {
    SourceSpan(file: file, start: position(at: range.lowerBound), end: position(at: range.upperBound))
  }

  /// The text of a range of bytes, to be shown: what is not UTF-8 becomes U+FFFD, values of Secrets become `*`.
  package func text(_ range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<bytes.count)
    let hidden = secretRanges(in: range)
    guard !hidden.isEmpty else { return String(decoding: bytes[range], as: UTF8.self) }
    var shown: [UInt8] = []
    var next = range.lowerBound
    for secret in hidden {
      shown += bytes[next..<max(next, secret.lowerBound)]
      let length = bytes[max(next, secret.lowerBound)..<max(next, secret.upperBound)].count { $0 & 0xC0 != 0x80 }
      shown += repeatElement(UInt8(ascii: "*"), count: length)
      next = max(next, secret.upperBound)
    }
    shown += bytes[next..<range.upperBound]
    return String(decoding: shown, as: UTF8.self)
  }

  /// Whether values of Secrets stand in these bytes.
  package func hasSecret(in range: Range<Int>) -> Bool { !secretRanges(in: range).isEmpty }

  private func secretRanges(in range: Range<Int>) -> [Range<Int>] {
    guard !secrets.isEmpty else { return [] }
    let (start, end) = (position(at: range.lowerBound), position(at: range.upperBound))
    var (low, high) = (0, secrets.count)
    while low < high {
      let middle = low + (high - low) / 2
      if secrets[middle].end <= start { low = middle + 1 } else { high = middle }
    }
    return secrets[low...].prefix { $0.start < end }.map { self.range(of: $0).clamped(to: range) }
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
