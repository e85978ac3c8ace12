import Manifests

/// Findings as workflow commands of GitHub Actions, which shows them in the pull request at their lines.
///
/// GitHub shows ten errors, ten warnings and ten notices of a step and drops the others without a word: those are
/// written as plain lines, and a last notice says how many there are.
enum GitHubFindings {
  static let limit = 10

  static func write(_ page: FindingsPage) -> String {
    var commands = ""
    var rest: [Finding] = []
    for severity in Severity.allCases.reversed() {
      let findings = page.findings.filter { $0.severity == severity }
      // One notice is kept for the last word.
      let limit = severity == .info ? limit - 1 : limit
      for finding in findings.prefix(limit) { commands += command(for: finding, page) + "\n" }
      rest += findings.dropFirst(limit)
    }
    guard !rest.isEmpty else { return commands }
    let ink = FindingsInk(FindingsOptions(version: page.options.version))
    for finding in rest { commands += line(for: finding, page, ink) + "\n" }
    let count = rest.count == 1 ? "1 finding is" : "\(rest.count) findings are"
    commands += "::notice title=albplan::\(count) not shown as annotations; the log has them all\n"
    return commands
  }

  private static func command(for finding: Finding, _ page: FindingsPage) -> String {
    let span = page.sources.visible(finding.span)
    let ink = FindingsInk(FindingsOptions(version: page.options.version))
    var properties = [("file", page.path(of: span)), ("line", "\(span.start.line)"), ("endLine", "\(span.end.line)")]
    // Columns on different lines are refused.
    if span.start.line == span.end.line {
      properties.append(("col", "\(span.start.column)"))
      properties.append(("endColumn", "\(span.end.column)"))
    }
    properties.append(("title", "albplan (\(finding.rule))"))
    // The controller's words may have several lines.
    let details = page.details(of: finding).flatMap { $0.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) }
    let text = ([line(for: finding, page, ink)] + details.map { ink.shown(String(Substring($0))) })
      .joined(separator: "\n")
    let written = properties.map { "\($0.0)=\(escaped(property: $0.1))" }.joined(separator: ",")
    return "::\(finding.severity.workflowCommand) \(written)::\(escaped(message: text))"
  }

  /// The finding as the raw log shows it.
  private static func line(for finding: Finding, _ page: FindingsPage, _ ink: FindingsInk) -> String {
    let span = finding.span
    let path = ink.path(page.path(of: span))
    return "\(path):\(span.start.line):\(span.start.column): \(ink.shown(finding.message.text)) [\(finding.rule)]"
  }

  private static func escaped(message: String) -> String {
    replacing(message) { byte in
      switch byte {
      case UInt8(ascii: "%"): "%25"
      case 0x0D: "%0D"
      case 0x0A: "%0A"
      default: nil
      }
    }
  }

  private static func escaped(property: String) -> String {
    replacing(escaped(message: property)) { byte in
      switch byte {
      case UInt8(ascii: ":"): "%3A"
      case UInt8(ascii: ","): "%2C"
      default: nil
      }
    }
  }

  private static func replacing(_ text: String, _ replacement: (UInt8) -> StaticString?) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if let escape = replacement(byte) { bytes += Array("\(escape)".utf8) } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Severity {
  fileprivate var workflowCommand: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }
}
