import Manifests

/// Findings as GitHub-flavoured Markdown: the verdict first, then each file with its findings.
///
/// It begins at the third level of headings, because it is put below others: in a comment or a step summary.
enum MarkdownFindings {
  /// With more findings the files are folded.
  private static let unfolded = 20

  static func write(_ page: FindingsPage) -> String {
    var text = "### albplan: \(page.findings.isEmpty ? "no findings" : page.counts)\n\n"
    text += FindingsSummary.place(page.report) + "\n"
    let limit = max(0, page.options.markdownLimit - 200)
    var index = 0
    while index < page.findings.count {
      let file = page.findings[index].span.file
      let ofFile = page.findings[index...].prefix { $0.span.file == file }
      let section = section(Array(ofFile), page, room: limit - text.utf8.count)
      text += section.text
      index += section.count
      if section.count < ofFile.count { break }
    }
    let left = page.findings.count - index
    if left > 0 { text += "\n\(left == 1 ? "1 more finding is" : "\(left) more findings are") not shown here.\n" }
    return text
  }

  /// One file's findings, as many as fit.
  private static func section(_ findings: [Finding], _ page: FindingsPage, room: Int) -> (text: String, count: Int) {
    guard let first = findings.first else { return ("", 0) }
    let fold = page.findings.count > unfolded ? "" : " open"
    var text = "\n<details\(fold)><summary><code>\(html(page.path(of: first.span)))</code>: "
    text += "\(FindingsPage.counts(of: findings))</summary>\n\n"
    let end = "\n</details>\n"
    var count = 0
    for finding in findings {
      let item = item(finding, page)
      guard text.utf8.count + item.utf8.count + end.utf8.count <= room else { break }
      text += item
      count += 1
    }
    return count == 0 ? ("", 0) : (text + end, count)
  }

  private static func item(_ finding: Finding, _ page: FindingsPage) -> String {
    let name = MarkdownText.code(finding.rule)
    let rule = LintRule.url(of: finding.rule).map { "[\(name)](\($0))" } ?? name
    let object = finding.object.map { " (\(MarkdownText.code($0)))" } ?? ""
    var text = "- **\(finding.severity.rawValue)** \(place(of: finding.span, page)): "
    text += "\(MarkdownText.words(finding.message.text)) \(rule)\(object)\n"
    for help in page.help(for: finding) { text += "  - help: \(MarkdownText.words(help))\n" }
    for note in finding.notes {
      let place = note.span.map { ": \(self.place(of: $0, page, withPath: $0.file != finding.span.file))" } ?? ""
      switch note.kind {
      case .help: break
      case .note: text += "  - note: \(MarkdownText.words(note.text))\(place)\n"
      case .controller: text += "  - the controller: \(MarkdownText.code(note.text))\(place)\n"
      }
    }
    if let fix = finding.fix {
      text += "  - fix: \(MarkdownText.words(fix.title)) (`\(fix.applicability.option)`)\n"
    }
    return text
  }

  /// A link to the line.
  private static func place(of span: SourceSpan, _ page: FindingsPage, withPath: Bool = false) -> String {
    let path = page.path(of: span)
    let base = page.options.sourceBrowser.map { $0 + "/" } ?? ""
    let label = "\(span.start.line):\(span.start.column)"
    let shown = withPath ? MarkdownText.words(path) + ":" + label : "line " + label
    return "[\(shown)](\(base)\(ReportPaths.uri(path))#L\(span.start.line))"
  }

  private static func html(_ text: String) -> String {
    SafeText.escaped(text).unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
