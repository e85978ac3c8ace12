/// A stretch of text on one line of the screen, ready to print.
struct StyledPiece {
  var text: String
  var mark: PlanMark?
}

/// One line of the screen.
struct TextLine {
  private(set) var pieces: [StyledPiece] = []
  /// In columns.
  private(set) var width = 0

  mutating func add(_ text: String, _ mark: PlanMark? = nil) { add(text, width: DisplayWidth.of(text), mark) }

  /// For a text whose width is known already.
  mutating func add(_ text: String, width: Int, _ mark: PlanMark?) {
    if text.isEmpty { return }
    if let last = pieces.indices.last, pieces[last].mark == mark {
      pieces[last].text += text
    } else {
      pieces.append(StyledPiece(text: text, mark: mark))
    }
    self.width &+= width
  }

  mutating func add(_ line: TextLine) {
    pieces += line.pieces
    width &+= line.width
  }

  /// Fills up with blanks; does nothing when the line is that wide already.
  mutating func pad(to column: Int) {
    if width < column { addBlanks(column - width) }
  }

  mutating func addBlanks(_ count: Int, _ mark: PlanMark? = nil) {
    add(Blanks.text(count), width: count, mark)
  }

  func write(to out: inout some TextOutputStream, style: Style) {
    for index in pieces.indices {
      let piece = pieces[index]
      // Blanks need no colour; an underline or a background would show on them.
      out.write(style.start(piece.mark))
      out.write(index == pieces.count - 1 ? piece.text.withoutBlanksAtEnd : piece.text)
      out.write(style.end(piece.mark))
    }
    out.write("\n")
  }
}

extension String {
  fileprivate var withoutBlanksAtEnd: String {
    guard utf8.last == UInt8(ascii: " ") else { return self }
    var kept = Substring(self).utf8
    while kept.last == UInt8(ascii: " ") { kept.removeLast() }
    return String(Substring(kept))
  }
}

/// Stretches of blanks.
private enum Blanks {
  private static let some = "                                                                                "

  static func text(_ count: Int) -> String {
    count <= some.utf8.count ? String(some.prefix(max(count, 0))) : String(repeating: " ", count: count)
  }
}

extension PlanText.Run {
  /// The length of a text that is shown as it stands: printable ASCII, and no blanks at its ends. `nil` for others.
  fileprivate var plainLength: Int? {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = bytes.first, let last = bytes.last, first != 0x20, last != 0x20 else { return nil }
      for byte in bytes where byte < 0x20 || byte >= 0x7F { return nil }
      return bytes.count
    }
  }
}

/// Breaks text into lines.
struct TextWrapper {
  /// Our own signs are written in ASCII.
  var isASCIIOnly: Bool

  /// The lines of a text, none wider than `width` unless one word alone is. `nil`: one line.
  func lines(_ text: PlanText, width: Int?) -> [TextLine] {
    oneLine(text, width: width).map { [$0] } ?? wrapped(text, width: width)
  }

  /// The text as one line, as most texts are; `nil` where it is wider than that.
  private func oneLine(_ text: PlanText, width: Int?) -> TextLine? {
    var line = TextLine()
    var gap = 0
    for run in text.runs {
      if let bytes = run.plainLength, gap == 0 || line.pieces.last?.mark == run.mark {
        // Nearly all text: ASCII without blanks at its ends.
        if gap > 0 { line.addBlanks(gap, run.mark) }
        gap = 0
        line.add(run.text, width: bytes, run.mark)
        if let width, line.width > width { return nil }
        continue
      }
      let shown = shown(run)
      let bytes = shown.utf8
      var core = Substring(shown).utf8
      while core.first == UInt8(ascii: " ") { core.removeFirst() }
      if core.isEmpty {
        gap += bytes.count
        continue
      }
      gap += bytes.count - core.count
      // Blanks take the colour on both sides of them, if it is one.
      if gap > 0 { line.addBlanks(gap, line.pieces.last?.mark == run.mark ? run.mark : nil) }
      gap = core.count
      while core.last == UInt8(ascii: " ") { core.removeLast() }
      gap -= core.count
      let words = core.count == bytes.count ? shown : String(Substring(core))
      line.add(run.isVerbatim ? words : words.withOrdinaryBlanks, run.mark)
      if let width, line.width > width { return nil }
    }
    return line
  }

  private func wrapped(_ text: PlanText, width: Int?) -> [TextLine] {
    var lines: [TextLine] = []
    var line = TextLine()
    let words = words(of: text)
    for (index, word) in words.enumerated() {
      // A clause is measured as a whole, which happens once in a text.
      let length = word.beginsClause ? words[index...].reduce(0) { $0 + $1.gap + $1.width } : word.gap + word.width
      let fits = width.map { line.width + length <= $0 } ?? true
      if !fits, line.width > 0 {
        lines.append(line)
        line = TextLine()
      } else if word.gap > 0 {
        // Blanks take the colour on both sides of them, if it is one.
        let mark = line.pieces.last?.mark == word.pieces.first?.mark ? word.pieces.first?.mark : nil
        line.addBlanks(word.gap, mark)
      }
      for piece in word.pieces { line.add(piece.text, piece.mark) }
    }
    if line.width > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The columns that a text takes on one line.
  func width(of text: PlanText) -> Int {
    text.runs.reduce(0) { $0 &+ ($1.plainLength ?? DisplayWidth.of(shown($1))) }
  }

  private func shown(_ run: PlanText.Run) -> String {
    if run.isVerbatim { return SafeText.shown(run.text) }
    // Our own words may hold names of the user.
    let words = SafeText.escaped(run.text)
    return isASCIIOnly ? SafeText.ascii(words) : words
  }

  /// A stretch without a place to break at, and how many blanks stand before it.
  private struct Word {
    var gap = 0
    var pieces: [StyledPiece] = []
    var width = 0
    var beginsClause = false
  }

  private func words(of text: PlanText) -> [Word] {
    var words: [Word] = []
    var word = Word()
    for run in text.runs {
      let shown = shown(run)
      var beginsClause = run.beginsClause
      var rest = Substring(shown).utf8
      while !rest.isEmpty {
        let blanks = rest.prefix { $0 == UInt8(ascii: " ") }
        if !blanks.isEmpty {
          if !word.pieces.isEmpty {
            words.append(word)
            word = Word()
          }
          word.gap += blanks.count
          rest = rest[blanks.endIndex...]
        }
        let letters = rest.prefix { $0 != UInt8(ascii: " ") }
        if !letters.isEmpty {
          var part = String(Substring(letters))
          // Our own unbreakable blanks have done their work here.
          if !run.isVerbatim { part = part.withOrdinaryBlanks }
          if beginsClause { word.beginsClause = true }
          beginsClause = false
          word.pieces.append(StyledPiece(text: part, mark: run.mark))
          word.width += DisplayWidth.of(part)
          rest = rest[letters.endIndex...]
        }
      }
    }
    if !word.pieces.isEmpty { words.append(word) }
    return words
  }
}
