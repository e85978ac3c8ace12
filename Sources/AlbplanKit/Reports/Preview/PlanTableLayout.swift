import LoadBalancerModel

/// Draws one table: columns side by side where they fit, cells wrapped where they do not, and below each other where
/// even that breaks words.
struct PlanTableLayout {
  private let table: OutlineTable
  private let indent: Int
  private let width: Int?
  private let wrapper: TextWrapper
  private let style: Style

  private static let gap = 2
  /// Where the width is unknown, longer cells do not push their neighbours aside.
  private static let widestCell = 60
  private static let narrowestFlexibleColumn = 8

  init(_ table: OutlineTable, indent: Int, width: Int?, wrapper: TextWrapper, style: Style) {
    self.table = table
    self.indent = indent
    self.width = width
    self.wrapper = wrapper
    self.style = style
  }

  func write(to out: inout some TextOutputStream, withOrigins: (PlanText, [Origin]) -> PlanText) {
    let rows = table.rows.map { row -> OutlineTable.Row in
      var row = row
      if let last = row.cells.indices.last { row.cells[last] = withOrigins(row.cells[last], row.origins) }
      return row
    }
    let hasMarks = rows.contains { $0.mark != nil }
    let margin = indent + (hasMarks ? 2 : 0)
    let widths = columnWidths(rows, available: width.map { $0 - margin })
    if !table.hidesTitles {
      let titles = table.columns.map { column -> PlanText in
        var title = PlanText()
        title.add(words: column.title, .muted)
        return title
      }
      write(titles, widths, margin: margin, mark: nil, to: &out)
    }
    for row in rows {
      if let group = row.group {
        var heading = TextLine()
        heading.addBlanks(margin)
        for line in wrapper.lines(group.marked(.muted), width: nil) { heading.add(line) }
        heading.write(to: &out, style: style)
      }
      write(row.cells, widths, margin: margin, mark: row.mark, to: &out)
    }
  }

  private func write(
    _ cells: [PlanText], _ widths: [Int], margin: Int, mark: PlanMark?, to out: inout some TextOutputStream
  ) {
    let limited = width != nil
    var wrapped: [[TextLine]] = []
    var height = 1
    var overflows = false
    for index in 0..<min(cells.count, widths.count) {
      let lines = wrapper.lines(cells[index], width: limited ? widths[index] : nil)
      height = max(height, lines.count)
      // The last column may stand out.
      if index + 1 < min(cells.count, widths.count), lines.contains(where: { $0.width > widths[index] }) {
        overflows = true
      }
      wrapped.append(lines)
    }
    if limited, overflows {
      writeStacked(cells, widths, margin: margin, mark: mark, to: &out)
      return
    }
    for row in 0..<height {
      var line = start(margin: margin, mark: row == 0 ? mark : nil)
      var column = margin
      for index in wrapped.indices {
        let lines = wrapped[index]
        if row < lines.count, lines[row].width > 0 {
          line.pad(to: column)
          // An over-long cell, where the width is unknown, keeps its distance.
          if line.width > column { line.addBlanks(Self.gap) }
          line.add(lines[row])
        }
        column += widths[index] + Self.gap
      }
      line.write(to: &out, style: style)
    }
  }

  /// The fixed columns and the first flexible one on the first line, each further cell on lines of its own.
  private func writeStacked(
    _ cells: [PlanText], _ widths: [Int], margin: Int, mark: PlanMark?, to out: inout some TextOutputStream
  ) {
    var line = start(margin: margin, mark: mark)
    var column = margin
    var isFirst = true
    for (index, (cell, cellWidth)) in zip(cells, widths).enumerated() {
      let isFlexible = index < table.columns.count && table.columns[index].isFlexible
      guard isFlexible else {
        for part in wrapper.lines(cell, width: nil) where part.width > 0 {
          line.pad(to: column)
          if line.width > column { line.addBlanks(Self.gap) }
          line.add(part)
        }
        if isFirst { column += cellWidth + Self.gap }
        continue
      }
      // On a line of its own a cell needs the word that its column's title says.
      var text = cell
      if !isFirst, !table.hidesTitles, !cell.isEmpty {
        text = PlanText()
        text.add(words: "\(table.columns[index].title) ", .muted)
        text.add(cell)
      }
      for part in wrapper.lines(text, width: width.map { $0 - column - 2 }) {
        if line.width > column {
          line.write(to: &out, style: style)
          line = TextLine()
        }
        line.pad(to: isFirst ? column : column + 2)
        line.add(part)
      }
      isFirst = false
    }
    line.write(to: &out, style: style)
  }

  private func start(margin: Int, mark: PlanMark?) -> TextLine {
    var line = TextLine()
    if mark != nil {
      line.addBlanks(indent)
      line.add("!", mark)
    }
    line.pad(to: margin)
    return line
  }

  /// Each column as wide as its widest cell, flexible ones narrower where the screen is too small.
  private func columnWidths(_ rows: [OutlineTable.Row], available: Int?) -> [Int] {
    var widths = table.columns.map { table.hidesTitles ? 0 : DisplayWidth.of($0.title) }
    for row in rows {
      for (index, cell) in row.cells.enumerated() where widths.indices.contains(index) {
        widths[index] = max(widths[index], wrapper.width(of: cell))
      }
    }
    guard let available else { return widths.map { min($0, Self.widestCell) } }
    let flexible = table.columns.indices.filter { table.columns[$0].isFlexible }
    let fixed = table.columns.indices.filter { !table.columns[$0].isFlexible }.reduce(0) { $0 + widths[$1] }
    var room = available - fixed - Self.gap * max(0, widths.count - 1)
    // The narrow ones take what they need; the others share the rest evenly.
    var open = flexible.sorted { widths[$0] < widths[$1] }
    while let index = open.first {
      let share = max(Self.narrowestFlexibleColumn, room / open.count)
      widths[index] = min(widths[index], share)
      room -= widths[index]
      open.removeFirst()
    }
    return widths
  }
}
