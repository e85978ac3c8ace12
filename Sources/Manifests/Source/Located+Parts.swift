extension Located<String> {
  /// The place of a part of the text, for a scalar on one line without escapes; for any other the whole scalar's.
  ///
  /// Whether quotes or escapes stand around the text shows in the width of its span.
  package func span(of part: Range<String.Index>) -> SourceSpan {
    let scalars = value.unicodeScalars
    guard span.start.line == span.end.line, span.start.column <= span.end.column,
      let width = UInt32(exactly: scalars.count),
      part.lowerBound >= value.startIndex, part.upperBound <= value.endIndex
    else { return span }
    let inset: UInt32
    switch span.end.column - span.start.column {
    case width: inset = 0
    case width &+ 2: inset = 1
    default: return span
    }
    let before = UInt32(clamping: scalars.distance(from: scalars.startIndex, to: part.lowerBound))
    let length = UInt32(clamping: scalars.distance(from: part.lowerBound, to: part.upperBound))
    let start = SourcePosition(line: span.start.line, column: span.start.column &+ inset &+ before)
    let end = SourcePosition(line: span.start.line, column: start.column &+ length)
    return SourceSpan(file: span.file, start: start, end: end)
  }
}
