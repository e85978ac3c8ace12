import Manifests

/// Draws the source lines of a span with marks under them:
///
///     14 |     alb.ingress.kubernetes.io/scheme: internet
///        |                                       ^^^^^^^^
struct SourceSnippet {
  let source: IndexedSource
  /// Without blank lines at its end.
  let span: SourceSpan
  /// The colour of the marks.
  let severity: Severity?
  /// The width of the column of line numbers.
  let gutter: Int
  /// The width of the screen.
  let width: Int?
  let ink: FindingsInk

  /// A span over more lines than this shows its beginning and its end only.
  private static let longestSpan: UInt32 = 5
  /// Where the width is not known, a line is cut behind so many columns.
  private static let defaultWidth = 160

  func lines() -> [String] {
    guard span.start.line >= 1, Int(span.start.line) <= source.lineCount else { return [] }
    return [frame(nil, "")] + (span.end.line > span.start.line ? severalLines() : oneLine())
  }

  private func oneLine() -> [String] {
    let drawing = LineDrawing(source, source.line(span.start.line), marking: source.range(of: span), budget, ink)
    let marks = String(repeating: "^", count: max(1, drawing.markWidth))
    return [
      frame(span.start.line, drawing.text),
      frame(nil, blanks(drawing.markStart) + ink.paint(marks, severity)),
    ]
  }

  private func severalLines() -> [String] {
    let (start, end) = (source.offset(of: span.start), source.offset(of: span.end))
    let first = LineDrawing(source, source.line(span.start.line), marking: start..<start, budget - 2, ink)
    let last = LineDrawing(source, source.line(span.end.line), marking: end..<end, budget - 2, ink)
    var lines: [String] = []
    if source.endOfVisible(before: start, in: source.line(span.start.line)) == source.line(span.start.line).lowerBound {
      // The span begins with the line: the bar can begin beside it.
      lines.append(frame(span.start.line, ink.paint("/", severity) + " " + first.text))
    } else {
      lines.append(frame(span.start.line, "  " + first.text))
      lines.append(frame(nil, ink.paint(" " + underscores(first.markStart + 1) + "^", severity)))
    }
    let count = span.end.line - span.start.line + 1
    var number = span.start.line + 1
    while number < span.end.line {
      if count > Self.longestSpan, number > span.start.line + 1 {
        lines.append(blanks(gutter + 1 - 3) + ink.frame("...") + " " + ink.paint("|", severity))
        number = span.end.line
        break
      }
      let drawing = LineDrawing(source, source.line(number), marking: nil, budget - 2, ink)
      lines.append(frame(number, ink.paint("|", severity) + " " + drawing.text))
      number += 1
    }
    lines.append(frame(span.end.line, ink.paint("|", severity) + " " + last.text))
    lines.append(frame(nil, ink.paint("|" + underscores(max(1, last.markStart)) + "^", severity)))
    return lines
  }

  private var budget: Int { max(40, (width ?? Self.defaultWidth) - gutter - 3) }

  private func frame(_ number: UInt32?, _ content: String) -> String {
    let label = number.map(String.init) ?? ""
    let text = content.isEmpty ? "" : " " + content
    return ink.frame(blanks(gutter - label.utf8.count) + label + " |") + text
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
  private func underscores(_ count: Int) -> String { String(repeating: "_", count: max(0, count)) }
}

/// One line of a source as it is drawn, cut to the width, and where on the screen its mark lies.
struct LineDrawing {
  private(set) var text = ""
  /// Columns before the mark.
  private(set) var markStart = 0
  /// Columns of the mark; 0 for an empty one.
  private(set) var markWidth = 0

  /// - Parameter mark: the bytes to mark; `nil` shows the line from its start.
  init(_ source: IndexedSource, _ line: Range<Int>, marking mark: Range<Int>?, _ budget: Int, _ ink: FindingsInk) {
    let mark = (mark ?? line.lowerBound..<line.lowerBound).clamped(to: line)
    let reader = SignReader(source: source, line: line, ink: ink)
    // What follows the mark's start decides how much room is left before it.
    let room = ink.ellipsis.unicodeScalars.count
    let following = reader.signs(from: mark.lowerBound, columns: budget)
    let fitsBehind = following.end == line.upperBound
    let before = reader.signs(before: mark.lowerBound, columns: max(budget / 3, budget - following.columns))
    let isCutBefore = before.start > line.lowerBound
    let isCutBehind = !fitsBehind || before.columns + following.columns > budget
    var columns = 0
    if isCutBefore {
      text = ink.ellipsis
      columns = room
    }
    for sign in before.signs.dropFirst(isCutBefore ? before.signs.countOfColumns(room) : 0) {
      text += sign.text
      columns += sign.columns
    }
    markStart = columns
    for sign in following.signs {
      if isCutBehind, columns + sign.columns > budget - room { break }
      text += sign.text
      columns += sign.columns
      if sign.offset < mark.upperBound { markWidth += sign.columns }
    }
    if isCutBehind { text += ink.ellipsis }
    while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
  }
}

/// One scalar of the source as it is drawn.
private struct Sign {
  var offset: Int
  var text: String
  var columns: Int
}

extension [Sign] {
  /// How many of the first signs take so many columns.
  fileprivate func countOfColumns(_ columns: Int) -> Int {
    var (count, taken) = (0, 0)
    while count < self.count, taken < columns {
      taken += self[count].columns
      count += 1
    }
    return count
  }
}

/// Reads the signs of a line, as many as fit the screen.
private struct SignReader {
  let source: IndexedSource
  let line: Range<Int>
  let ink: FindingsInk

  /// Signs from a byte on, until `columns` are full or the line ends.
  func signs(from start: Int, columns: Int) -> (signs: [Sign], columns: Int, end: Int) {
    var signs: [Sign] = []
    var (offset, taken) = (start, 0)
    while offset < line.upperBound, taken < columns, signs.count < columns * 4 {
      let sign = sign(at: offset)
      signs.append(sign)
      taken += sign.columns
      offset = next(after: offset)
    }
    return (signs, taken, offset)
  }

  /// Signs up to a byte, as many as fit `columns`.
  func signs(before end: Int, columns: Int) -> (signs: [Sign], columns: Int, start: Int) {
    var signs: [Sign] = []
    var (offset, taken) = (end, 0)
    while offset > line.lowerBound, signs.count < columns * 4 {
      var previous = offset - 1
      while previous > line.lowerBound, source.bytes[previous] & 0xC0 == 0x80 { previous -= 1 }
      let sign = sign(at: previous)
      if taken + sign.columns > columns { break }
      signs.append(sign)
      taken += sign.columns
      offset = previous
    }
    return (signs.reversed(), taken, offset)
  }

  private func next(after offset: Int) -> Int {
    var next = offset + 1
    while next < line.upperBound, source.bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  private func sign(at offset: Int) -> Sign {
    // A tab is as wide wherever it stands: the mark below it is, too.
    if source.bytes[offset] == 0x09 { return Sign(offset: offset, text: "    ", columns: 4) }
    let text = ink.shown(source.text(offset..<next(after: offset)))
    return Sign(offset: offset, text: text, columns: DisplayWidth.of(text))
  }
}
