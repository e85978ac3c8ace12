import LoadBalancerModel
import Manifests

/// Draws sections as GitHub-flavoured Markdown, with details folded.
struct PlanMarkdownLayout {
  private let options: PreviewOptions
  private let files: [SourceFile]
  /// The source lines of the spans that are shown.
  private let excerpts: [SourceSpan: String]

  init(options: PreviewOptions, files: [SourceFile], excerpts: [SourceSpan: String] = [:]) {
    self.options = options
    self.files = files
    self.excerpts = excerpts
  }

  func text(_ section: OutlineSection, withDetails: Bool) -> String {
    var out = ""
    write(section, depth: 0, withDetails: withDetails, to: &out)
    return out
  }

  private func write(_ section: OutlineSection, depth: Int, withDetails: Bool, to out: inout String) {
    if section.isDetail && !withDetails { return }
    let title = withOrigins(MarkdownText.inline(section.title), section.origins)
    // A folded part may hold headings of a lower rank only as bold text: GitHub's outline would list them otherwise.
    let isFolded = section.isDetail && depth > 0
    switch depth {
    case _ where isFolded: out += "\n<details><summary>\(Self.html(section.title))</summary>\n"
    case 0: out += "\n#### \(title)\n"
    case 1: out += "\n##### \(title)\n"
    default: out += "\n**\(title)**\n"
    }
    var isInList = false
    for item in section.items {
      let isListItem = item.isListItem
      if isListItem, !isInList { out += "\n" }
      isInList = isListItem
      if case .section(let inner) = item {
        write(inner, depth: depth + 1, withDetails: withDetails, to: &out)
      } else {
        write(item, withDetails: withDetails, to: &out)
      }
    }
    if isFolded { out += "\n</details>\n" }
  }

  private func write(_ item: OutlineItem, withDetails: Bool, to out: inout String) {
    switch item {
    case .line(let line):
      out += "- \(line.label): \(withOrigins(MarkdownText.inline(line.value), line.origins))\n"
    case .point(let text, let origins): out += "- \(withOrigins(MarkdownText.inline(text), origins))\n"
    case .paragraph(let text): out += "\n\(MarkdownText.inline(text))\n"
    case .table(let table): write(withDetails ? table : table.shortened(to: Self.shortTable), to: &out)
    case .quotation(let text):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { SafeText.escaped(String($0)) }
      write(block: lines, language: "text", to: &out)
    case .excerpts(let spans): for span in spans { write(excerpt: span, to: &out) }
    case .section: break
    }
  }

  /// Without details a table has this many rows.
  private static let shortTable = 10

  private func write(_ table: OutlineTable, to out: inout String) {
    func row(_ cells: [String]) { out += "| \(cells.joined(separator: " | ")) |\n" }
    var titles = table.columns.map(\.title)
    if options.showsOrigins { titles.append("cause") }
    out += "\n"
    row(titles)
    row(titles.map { _ in "---" })
    for entry in table.rows {
      if let group = entry.group {
        var cells = titles.map { _ in "" }
        cells[min(1, cells.count - 1)] = "*\(MarkdownText.inline(group, inTable: true))*"
        row(cells)
      }
      var cells = entry.cells.map { MarkdownText.inline($0, inTable: true) }
      if entry.mark != nil, let first = cells.first { cells[0] = "⚠️ \(first)" }
      if options.showsOrigins {
        cells.append(MarkdownText.inline(OriginWords.causes(entry.origins, files: files), inTable: true))
      }
      row(cells)
    }
  }

  private func write(excerpt span: SourceSpan, to out: inout String) {
    let name = SafeText.escaped(files.name(of: span.file))
    out += "\n\(MarkdownText.code("\(name):\(span.start.line):\(span.start.column)"))\n"
    guard let line = excerpts[span] else { return }
    let marked = MarkedLine(line, span)
    write(
      block: [
        marked.text, String(repeating: " ", count: marked.indent) + String(repeating: "^", count: marked.width),
      ], language: "yaml", to: &out)
  }

  private func write(block lines: [String], language: String, to out: inout String) {
    let fence = MarkdownText.blockFence(around: lines)
    out += "\n\(fence)\(language)\n"
    for line in lines { out += "\(line)\n" }
    out += "\(fence)\n"
  }

  private func withOrigins(_ markdown: String, _ origins: [Origin]) -> String {
    guard options.showsOrigins, !origins.isEmpty else { return markdown }
    let causes = OriginWords.causes(origins, files: files)
    return causes.isEmpty ? markdown : "\(markdown) ← \(MarkdownText.inline(causes))"
  }

  /// The title of a folded part stands in HTML, where Markdown is not read.
  private static func html(_ text: PlanText) -> String {
    var html = ""
    for scalar in SafeText.escaped(text.plain).unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "@": html += "@<!-- -->"
      default: html.unicodeScalars.append(scalar)
      }
    }
    return html
  }
}

extension OutlineItem {
  fileprivate var isListItem: Bool {
    switch self {
    case .line, .point: true
    case .paragraph, .table, .quotation, .excerpts, .section: false
    }
  }
}

extension OutlineTable {
  /// The first rows and the last one, which is the exception in a table of rules, with a word about the rest.
  fileprivate func shortened(to count: Int) -> OutlineTable {
    guard rows.count > count, count > 1, let last = rows.last else { return self }
    var table = self
    table.rows.removeSubrange((count - 1)...)
    var cells = [PlanText](repeating: "", count: columns.count)
    cells[cells.count > 1 ? 1 : 0] = "… \(rows.count - count) more"
    table.rows.append(Row(cells))
    table.rows.append(last)
    return table
  }
}
