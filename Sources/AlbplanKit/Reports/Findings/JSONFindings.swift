import Manifests

/// Findings as JSON. Lines and columns are 1-based, columns count Unicode code points, an end is exclusive.
enum JSONFindings {
  /// Raised when a program that reads the format would have to change.
  static let formatVersion = 1

  static func write(_ page: FindingsPage) -> String {
    var json = JSONWriter(layout: .indented(2), escapesHTML: false)
    json.beginObject()
    json.member("formatVersion", formatVersion)
    json.key("findings")
    json.beginList()
    for finding in page.findings { write(finding, page, to: &json) }
    json.endList()
    json.key("summary")
    json.beginObject()
    json.member("files", page.report.fileCount)
    for severity in Severity.allCases.reversed() { json.member(severity.rawValue, page.count(severity)) }
    json.member("suppressed", page.report.suppressedCount)
    json.endObject()
    json.endObject()
    json.newline()
    return json.text
  }

  static func writeLines(_ page: FindingsPage) -> String {
    var json = JSONWriter(escapesHTML: false)
    for finding in page.findings {
      write(finding, page, to: &json)
      json.newline()
    }
    return json.text
  }

  private static func write(_ finding: Finding, _ page: FindingsPage, to json: inout JSONWriter) {
    json.beginObject()
    json.member("rule", finding.rule)
    json.member("severity", finding.severity.rawValue)
    json.member("message", finding.message.text)
    write(page.sources.visible(finding.span), page, to: &json)
    json.key("object")
    if let object = finding.object { json.string(object) } else { json.null() }
    json.key("fix")
    if let fix = finding.fix { write(fix, page, to: &json) } else { json.null() }
    json.member("url", LintRule.reference(to: finding.rule))
    json.key("notes")
    json.beginList()
    for help in page.help(for: finding) { write(Finding.Note(.help, help), page, to: &json) }
    for note in finding.notes where note.kind != .help { write(note, page, to: &json) }
    json.endList()
    json.endObject()
  }

  private static func write(_ note: Finding.Note, _ page: FindingsPage, to json: inout JSONWriter) {
    json.beginObject()
    json.member("kind", note.kind.rawValue)
    json.member("text", note.text)
    if let span = note.span { write(page.sources.visible(span), page, to: &json) }
    json.endObject()
  }

  private static func write(_ fix: Finding.Fix, _ page: FindingsPage, to json: inout JSONWriter) {
    json.beginObject()
    json.member("title", fix.title)
    json.member("applicability", fix.applicability.rawValue)
    json.key("edits")
    json.beginList()
    for edit in fix.edits {
      json.beginObject()
      write(edit.span, page, to: &json)
      json.member("replacement", edit.replacement)
      json.endObject()
    }
    json.endList()
    json.endObject()
  }

  private static func write(_ span: SourceSpan, _ page: FindingsPage, to json: inout JSONWriter) {
    json.member("path", page.path(of: span))
    for (name, position) in [("start", span.start), ("end", span.end)] {
      json.key(name)
      json.beginObject()
      json.member("line", position.line)
      json.member("column", position.column)
      json.endObject()
    }
  }
}
