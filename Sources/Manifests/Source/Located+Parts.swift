extension Located<String> {
  /// The place of a part of the text, for a scalar on one line without escapes; for any other the whole scalar's.
  package func span(of part: Range<String.Index>) -> SourceSpan { spans(of: [part]).first ?? span }

  /// The places of parts of the text in ascending order; one walk over the text finds them all.
  ///
  /// Whether quotes or escapes stand around the text shows in the width of its span.
  package func spans(of parts: [Range<String.Index>]) -> [SourceSpan] {
    let scalars = value.unicodeScalars
    let isASCII = value.isASCII
    /// In scalars; within ASCII that is the distance in bytes, which needs no walk.
    func distance(_ start: String.Index, _ end: String.Index) -> UInt32 {
      UInt32(
        clamping: isASCII ? value.utf8.distance(from: start, to: end) : scalars.distance(from: start, to: end))
    }
    guard let inset = inset(ofWidth: distance(scalars.startIndex, scalars.endIndex)) else {
      return parts.map { _ in span }
    }
    var index = scalars.startIndex
    var column = span.start.column &+ inset
    return parts.map { part in
      guard index <= part.lowerBound, part.upperBound <= scalars.endIndex else { return span }
      column &+= distance(index, part.lowerBound)
      let length = distance(part.lowerBound, part.upperBound)
      let start = SourcePosition(line: span.start.line, column: column)
      index = part.upperBound
      column &+= length
      return SourceSpan(file: span.file, start: start, end: SourcePosition(line: start.line, column: column))
    }
  }

  /// The places of parts of the text, given by the bytes that they take, in ascending order.
  package func spans(ofBytes parts: [Range<Int>]) -> [SourceSpan] {
    let bytes = value.utf8
    return spans(
      of: parts.map { part in
        bytes.index(
          bytes.startIndex, offsetBy: part.lowerBound)..<bytes.index(
            bytes.startIndex, offsetBy: part.upperBound)
      })
  }

  /// How far behind the start of the scalar its text begins; `nil` where the text is not written as it reads.
  private func inset(ofWidth width: UInt32) -> UInt32? {
    guard span.start.line == span.end.line, span.start.column <= span.end.column else { return nil }
    switch span.end.column - span.start.column {
    case width: return 0
    case width &+ 2: return 1
    default: return nil
    }
  }
}

extension String {
  fileprivate var isASCII: Bool {
    utf8.withContiguousStorageIfAvailable { bytes in bytes.reduce(0) { $0 | $1 } < 0x80 } ?? false
  }
}
