import Manifests

/// Findings as a Checkstyle report, which Jenkins, reviewdog and many editors read.
enum CheckstyleFindings {
  static func write(_ page: FindingsPage) -> String {
    var xml = XMLWriter()
    xml.begin("checkstyle", [("version", "4.3")])
    var index = 0
    while index < page.findings.count {
      let file = page.findings[index].span.file
      xml.begin("file", [("name", page.path(of: page.findings[index].span))])
      while index < page.findings.count, page.findings[index].span.file == file {
        write(page.findings[index], page, to: &xml)
        index += 1
      }
      xml.end()
    }
    xml.end()
    return xml.text
  }

  private static func write(_ finding: Finding, _ page: FindingsPage, to xml: inout XMLWriter) {
    xml.element(
      "error",
      [
        ("line", "\(finding.span.start.line)"), ("column", "\(finding.span.start.column)"),
        ("severity", finding.severity.rawValue),
        ("message", ([finding.message.text] + page.details(of: finding)).joined(separator: "\n")),
        ("source", "albplan.\(finding.rule)"),
      ])
  }
}
