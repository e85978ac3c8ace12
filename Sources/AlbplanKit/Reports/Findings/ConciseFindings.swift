/// One finding a line, in the form of the text format's first lines: `path:line:column: severity: message [rule]`.
enum ConciseFindings {
  static func write(_ page: FindingsPage) -> String {
    let ink = FindingsInk(page.options)
    return page.findings.map { TextFindings.header(of: $0, page, ink) + "\n" }.joined()
  }
}
