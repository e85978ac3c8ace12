/// A form in which findings are written.
package enum FindingsFormat: String, CaseIterable, Sendable {
  /// For people: each finding with its source line.
  case text
  /// One finding a line, for editors and log matchers.
  case concise
  /// One document; its schema is `docs/schema/findings.schema.json`.
  case json
  /// One JSON object a finding and line.
  case jsonLines = "json-lines"
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// Workflow commands of GitHub Actions.
  case github
  /// A Code Quality report of GitLab.
  case gitlab
  case junit
  case checkstyle
  /// Diagnostics for reviewdog.
  case rdjson
  /// For a comment on a pull request or a step summary.
  case markdown

  /// Writes a report. The same report gives the same bytes, every time.
  ///
  /// `files` are all files that were read, in order; `rules` are those that say more about a finding's rule.
  package func write(
    _ report: FindingsReport, files: [ReportSource], rules: [LintRule], options: FindingsOptions
  ) -> String {
    let page = FindingsPage(report, files: files, rules: rules, options: options)
    return switch self {
    case .text: TextFindings.write(page)
    case .concise: ConciseFindings.write(page)
    case .json: JSONFindings.write(page)
    case .jsonLines: JSONFindings.writeLines(page)
    case .sarif: SARIFFindings.write(page)
    case .github: GitHubFindings.write(page)
    case .gitlab: GitLabFindings.write(page)
    case .junit: JUnitFindings.write(page)
    case .checkstyle: CheckstyleFindings.write(page)
    case .rdjson: RDJSONFindings.write(page)
    case .markdown: MarkdownFindings.write(page)
    }
  }
}
