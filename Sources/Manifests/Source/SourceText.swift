/// The lines of a source text, to show them and to find places in them. Make one only for a file that has something to
/// show: it looks at every byte once.
///
/// Lines end at LF, CR LF, CR, NEL, LS and PS, as they do for libyaml, whose positions these are.
package struct SourceText: Sendable {
  package let file: SourceFile
  /// Where each line begins, behind a byte order mark.
  private let lineStarts: [Int]
  /// Places that must not be shown, in order and apart from each other.
  private let secretSpans: [SourceSpan]

  package init(_ file: SourceFile, hiding secretSpans: [SourceSpan] = []) {
    self.file = file
    self.secretSpans = secretSpans.reduce(into: []) { apart, span in
      if let last = apart.last, span.start <= last.end {
        apart[apart.count - 1].end = Swift.max(last.end, span.end)
      } else {
        apart.append(span)
      }
    }
    lineStarts = file.bytes.withUnsafeBufferPointer { bytes in
      var starts = [bytes.startOfText(at: 0)]
      var index = 0
      while index < bytes.count {
        let length = bytes[index] < 0x0E || bytes[index] >= 0xC2 ? bytes.lineEndLength(at: index) : 0
        if length > 0 {
          let isDocument = bytes[(starts.last ?? 0)..<index].starts(with: [0x2D, 0x2D, 0x2D])
          starts.append(isDocument ? bytes.startOfText(at: index + length) : index + length)
        }
        index += Swift.max(length, 1)
      }
      return starts
    }
  }

  /// The text of a file as it may be shown: values of Secrets are hidden.
  package init(_ file: ParsedFile) { self.init(file.source, hiding: file.secretSpans) }

  /// The number of lines; a line end at the end of the text begins another, empty one.
  package var lineCount: Int { lineStarts.count }

  /// A line without its end, to be shown; `nil` beyond the text. Broken UTF-8 shows as U+FFFD, secrets as `*`.
  package func line(_ number: UInt32) -> String? {
    guard let range = byteRange(ofLine: number) else { return nil }
    let text = String(decoding: file.bytes[range], as: UTF8.self)
    let hidden = secretColumns(inLine: number)
    guard !hidden.isEmpty else { return text }
    var shown = String.UnicodeScalarView()
    var column: UInt32 = 1
    for scalar in text.unicodeScalars {
      shown.append(hidden.contains { $0.contains(column) } ? "*" : scalar)
      column &+= 1
    }
    return String(shown)
  }

  /// Where a line lies in the file's bytes, without its end.
  package func byteRange(ofLine number: UInt32) -> Range<Int>? {
    guard number >= 1, Int(number) <= lineStarts.count else { return nil }
    let start = lineStarts[Int(number) - 1]
    var end = start
    while end < file.bytes.count, file.bytes.lineEndLength(at: end) == 0 { end += 1 }
    return start..<end
  }

  /// The byte at which a position lies. A column behind the end of the line counts as its end.
  package func byteOffset(of position: SourcePosition) -> Int? {
    guard let line = byteRange(ofLine: position.line) else { return nil }
    var column: UInt32 = 1
    for index in line where file.bytes[index] & 0xC0 != 0x80 {
      if column >= position.column { return index }
      column &+= 1
    }
    return line.upperBound
  }

  /// The bytes of a span.
  package func byteRange(of span: SourceSpan) -> Range<Int>? {
    guard let start = byteOffset(of: span.start), let end = byteOffset(of: span.end), start <= end else { return nil }
    return start..<end
  }

  /// The position of a byte.
  package func position(ofByte offset: Int) -> SourcePosition {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    var column: UInt32 = 1
    for index in lineStarts[low]..<Swift.max(lineStarts[low], Swift.min(offset, file.bytes.count)) {
      if file.bytes[index] & 0xC0 != 0x80 { column &+= 1 }
    }
    return SourcePosition(line: UInt32(truncatingIfNeeded: low) &+ 1, column: column)
  }

  /// The 1-based column in UTF-16 code units, which editors count.
  package func utf16Column(of position: SourcePosition) -> UInt32? {
    guard let line = byteRange(ofLine: position.line), let offset = byteOffset(of: position) else { return nil }
    var column: UInt32 = 1
    for index in line.lowerBound..<offset {
      let byte = file.bytes[index]
      if byte & 0xC0 != 0x80 { column &+= byte >= 0xF0 ? 2 : 1 }
    }
    return column
  }

  /// The position that an editor means by a 1-based line and column in UTF-16 code units.
  package func position(line: UInt32, utf16Column: UInt32) -> SourcePosition? {
    guard let range = byteRange(ofLine: line) else { return nil }
    var units: UInt32 = 1
    var column: UInt32 = 1
    for index in range where file.bytes[index] & 0xC0 != 0x80 {
      if units >= utf16Column { break }
      units &+= file.bytes[index] >= 0xF0 ? 2 : 1
      column &+= 1
    }
    return SourcePosition(line: line, column: column)
  }

  private func secretColumns(inLine number: UInt32) -> [Range<UInt32>] {
    guard !secretSpans.isEmpty else { return [] }
    var (low, high) = (0, secretSpans.count)
    while low < high {
      let middle = (low + high) / 2
      if secretSpans[middle].end.line < number { low = middle + 1 } else { high = middle }
    }
    return secretSpans[low...].prefix { $0.start.line <= number }.map { span in
      let start = span.start.line == number ? span.start.column : 1
      return start..<Swift.max(start, span.end.line == number ? span.end.column : .max)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The index itself, or that behind a byte order mark, which libyaml does not count where a document begins.
  fileprivate func startOfText(at index: Int) -> Int {
    index + 2 < count && self[index] == 0xEF && self[index + 1] == 0xBB && self[index + 2] == 0xBF ? index + 3 : index
  }
}
