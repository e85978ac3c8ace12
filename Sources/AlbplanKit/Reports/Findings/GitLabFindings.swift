import Manifests

/// Findings as a Code Quality report of GitLab: one array of issues.
enum GitLabFindings {
  static func write(_ page: FindingsPage) -> String {
    var json = JSONWriter(layout: .indented(2), escapesHTML: false)
    var used: Set<String> = []
    json.beginList()
    for finding in page.findings { write(finding, page, &used, to: &json) }
    json.endList()
    json.newline()
    return json.text
  }

  private static func write(
    _ finding: Finding, _ page: FindingsPage, _ used: inout Set<String>, to json: inout JSONWriter
  ) {
    let span = page.sources.visible(finding.span)
    let path = page.path(of: span)
    json.beginObject()
    json.member("type", "issue")
    json.member("check_name", finding.rule)
    // GitLab shows the description only.
    json.member("description", "\(finding.rule): \(SafeText.escaped(finding.message.text))")
    json.key("content")
    json.beginObject()
    json.member("body", page.details(of: finding).joined(separator: "\n\n"))
    json.endObject()
    json.member("categories", ["Bug Risk"])
    json.member("severity", severity(of: finding))
    json.member("fingerprint", fingerprint(of: finding, path, &used))
    json.key("location")
    json.beginObject()
    json.member("path", path)
    json.key("lines")
    json.beginObject()
    json.member("begin", span.start.line)
    json.member("end", span.end.line)
    json.endObject()
    json.endObject()
    json.endObject()
  }

  /// The same before and after lines have moved; of equal findings in a file each has its own.
  private static func fingerprint(of finding: Finding, _ path: String, _ used: inout Set<String>) -> String {
    var hash = finding.identity(path: path)
    while !used.insert(hash.hexadecimal).inserted { hash.combine("again") }
    return hash.hexadecimal
  }

  /// A finding in the controller's own words freezes its whole group.
  private static func severity(of finding: Finding) -> String {
    switch finding.severity {
    case .error: finding.notes.contains { $0.kind == .controller } ? "critical" : "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
