import Manifests

/// Findings as reviewdog's diagnostics. Columns count bytes of UTF-8, an end is exclusive.
enum RDJSONFindings {
  /// A suggestion over more lines would hide what it changes.
  private static let longestSuggestion = 20

  static func write(_ page: FindingsPage) -> String {
    var json = JSONWriter(layout: .indented(2), escapesHTML: false)
    json.beginObject()
    json.key("source")
    json.beginObject()
    json.member("name", "albplan")
    if let url = ProjectHome.url { json.member("url", url) }
    json.endObject()
    json.key("diagnostics")
    json.beginList()
    for finding in page.findings { write(finding, page, to: &json) }
    json.endList()
    json.endObject()
    json.newline()
    return json.text
  }

  private static func write(_ finding: Finding, _ page: FindingsPage, to json: inout JSONWriter) {
    json.beginObject()
    json.member("message", ([finding.message.text] + page.details(of: finding)).joined(separator: "\n"))
    writeLocation(page.sources.visible(finding.span), page, to: &json)
    json.member("severity", finding.severity.rawValue.uppercased())
    json.key("code")
    json.beginObject()
    json.member("value", finding.rule)
    if let url = LintRule.url(of: finding.rule) { json.member("url", url) }
    json.endObject()
    if let fix = finding.fix, let edit = suggestion(for: fix, in: finding.span.file, page) {
      json.key("suggestions")
      json.beginList()
      json.beginObject()
      writeRange(edit.span, page, to: &json)
      json.member("text", edit.replacement)
      json.endObject()
      json.endList()
    }
    let related = finding.notes.filter { $0.span != nil && $0.kind != .help }
    if !related.isEmpty {
      json.key("related_locations")
      json.beginList()
      for note in related {
        guard let span = note.span else { continue }
        json.beginObject()
        json.member("message", note.text)
        writeLocation(page.sources.visible(span), page, to: &json)
        json.endObject()
      }
      json.endList()
    }
    json.endObject()
  }

  /// All edits of a fix as one: each suggestion is a button of its own, and half a fix is none.
  private static func suggestion(for fix: Finding.Fix, in file: FileID, _ page: FindingsPage) -> Finding.Edit? {
    let edits = fix.edits.sorted { $0.span < $1.span }
    guard let first = edits.first, let source = page.sources[file], edits.allSatisfy({ $0.span.file == file }) else {
      return nil
    }
    if edits.count == 1 { return first }
    let range = source.offset(of: first.span.start)..<edits.map { source.range(of: $0.span).upperBound }.reduce(0, max)
    guard !source.hasSecret(in: range) else { return nil }
    var text: [UInt8] = []
    var next = range.lowerBound
    for edit in edits {
      let edited = source.range(of: edit.span)
      guard edited.lowerBound >= next else { return nil }
      text += source.bytes[next..<edited.lowerBound] + Array(edit.replacement.utf8)
      next = edited.upperBound
    }
    let span = source.span(of: range)
    guard Int(span.end.line - span.start.line) < longestSuggestion else { return nil }
    return Finding.Edit(span, String(decoding: text, as: UTF8.self))
  }

  private static func writeLocation(_ span: SourceSpan, _ page: FindingsPage, to json: inout JSONWriter) {
    json.key("location")
    json.beginObject()
    json.member("path", page.path(of: span))
    writeRange(span, page, to: &json)
    json.endObject()
  }

  private static func writeRange(_ span: SourceSpan, _ page: FindingsPage, to json: inout JSONWriter) {
    let source = page.sources[span.file]
    json.key("range")
    json.beginObject()
    for (name, position) in [("start", span.start), ("end", span.end)] {
      json.key(name)
      json.beginObject()
      json.member("line", position.line)
      json.member("column", source?.byteColumn(of: position) ?? Int(position.column))
      json.endObject()
    }
    json.endObject()
  }
}
