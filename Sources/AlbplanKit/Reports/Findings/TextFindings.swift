import Manifests

/// Findings for people: the first line of each stands alone, for `grep` and editors; then the source, then what to do.
enum TextFindings {
  static func write(_ page: FindingsPage) -> String {
    var text = ""
    let ink = FindingsInk(page.options)
    for finding in page.findings {
      for line in block(of: finding, page, ink) { text += line + "\n" }
      text += "\n"
    }
    return text + FindingsSummary.line(page, ink) + "\n"
  }

  /// All lines of a finding.
  static func block(of finding: Finding, _ page: FindingsPage, _ ink: FindingsInk) -> [String] {
    [header(of: finding, page, ink)] + body(of: finding, page, ink)
  }

  /// `path:line:column: severity: message [rule]`.
  static func header(of finding: Finding, _ page: FindingsPage, _ ink: FindingsInk) -> String {
    let place = ink.bold(place(of: finding.span, page, ink))
    let severity = ink.paint(finding.severity.rawValue, finding.severity)
    let message = ink.bold(ink.shown(finding.message.text))
    return "\(place): \(severity): \(message) [\(ink.link(finding.rule, to: LintRule.url(of: finding.rule)))]"
  }

  /// `path:line:column`, the path as it was given.
  static func place(of span: SourceSpan, _ page: FindingsPage, _ ink: FindingsInk) -> String {
    "\(ink.path(page.name(of: span))):\(span.start.line):\(span.start.column)"
  }

  private static func body(of finding: Finding, _ page: FindingsPage, _ ink: FindingsInk) -> [String] {
    let spans = [finding.span] + finding.notes.compactMap(\.span)
    let lastLine = spans.map { page.sources.visible($0).end.line }.max() ?? 1
    let gutter = String(lastLine).utf8.count
    var lines = snippet(of: finding.span, finding.severity, gutter, page, ink)
    let rest = finding.notes.filter { $0.kind != .help }
    for help in page.help(for: finding) { lines += note("help", help, gutter, page, ink) }
    for note in rest {
      lines += Self.note(note.kind.rawValue, note.text, gutter, page, ink)
      guard let span = note.span else { continue }
      let pad = String(repeating: " ", count: gutter)
      lines.append("\(pad)\(ink.frame("-->")) \(place(of: span, page, ink))")
      lines += snippet(of: span, nil, gutter, page, ink)
    }
    if let fix = finding.fix {
      lines += note("fix", "\(fix.title) (\(fix.applicability.option))", gutter, page, ink)
    }
    return lines
  }

  private static func snippet(
    of span: SourceSpan, _ severity: Severity?, _ gutter: Int, _ page: FindingsPage, _ ink: FindingsInk
  ) -> [String] {
    guard let source = page.sources[span.file] else { return [] }
    return SourceSnippet(
      source: source, span: page.sources.visible(span), severity: severity, gutter: gutter, width: page.options.width,
      ink: ink
    ).lines()
  }

  /// `= help: …`, broken into lines where the width is known.
  private static func note(
    _ label: String, _ text: String, _ gutter: Int, _ page: FindingsPage, _ ink: FindingsInk
  ) -> [String] {
    let pad = String(repeating: " ", count: gutter + 1)
    let indent = gutter + 5 + label.utf8.count
    var lines: [String] = []
    for part in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
      let shown = ink.shown(String(Substring(part)))
      lines += wrapped(shown, width: page.options.width.map { max(20, $0 - indent) })
    }
    guard let first = lines.first else { return [] }
    let rest = lines.dropFirst().map { String(repeating: " ", count: indent) + $0 }
    return ["\(pad)\(ink.frame("=")) \(ink.bold(label + ":")) \(first)"] + rest
  }

  /// The text in lines of so many columns, broken between words.
  static func wrapped(_ text: String, width: Int?) -> [String] {
    guard let width, DisplayWidth.of(text) > width else { return [text] }
    var lines: [String] = []
    var line = ""
    var columns = 0
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      let word = String(Substring(word))
      let size = DisplayWidth.of(word)
      if columns > 0, columns + 1 + size > width {
        lines.append(line)
        (line, columns) = ("", 0)
      }
      if columns > 0 {
        line += " "
        columns += 1
      }
      line += word
      columns += size
    }
    if columns > 0 { lines.append(line) }
    return lines
  }
}
