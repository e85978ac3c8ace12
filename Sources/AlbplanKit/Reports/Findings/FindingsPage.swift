import Manifests

/// What each format writes from: the findings with their places worked out, and all that is said about their rules.
struct FindingsPage {
  let report: FindingsReport
  let sources: SourceTexts
  let options: FindingsOptions
  /// By id.
  let rules: [LintRule]
  private let ruleIndex: [String: Int]

  init(_ report: FindingsReport, files: [ReportSource], rules: [LintRule], options: FindingsOptions) {
    self.report = report
    self.options = options
    sources = SourceTexts(files, for: report.findings)
    self.rules = rules.sorted { $0.id < $1.id }
    ruleIndex = Dictionary(
      self.rules.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  var findings: [Finding] { report.findings }

  func rule(of finding: Finding) -> LintRule? { ruleIndex[finding.rule].map { rules[$0] } }

  /// The file's name as it was given.
  func name(of span: SourceSpan) -> String { sources.name(of: span.file) }

  /// The file's name within the repository.
  func path(of span: SourceSpan) -> String { options.paths(sources.name(of: span.file)) }

  /// What to do about a finding: its own words, or else its rule's.
  func help(for finding: Finding) -> [String] {
    let own = finding.notes.filter { $0.kind == .help }.map(\.text)
    if !own.isEmpty { return own }
    guard let remedy = rule(of: finding)?.remedy, !remedy.isEmpty else { return [] }
    return [remedy]
  }

  /// All that is said about a finding besides its message, one a line, for formats without a place for each.
  func details(of finding: Finding) -> [String] {
    var lines = help(for: finding).map { "help: \($0)" }
    for note in finding.notes {
      let place = note.span.map { " (\(path(of: $0)):\($0.start.line):\($0.start.column))" } ?? ""
      switch note.kind {
      case .help: break
      case .note: lines.append("note: \(note.text)\(place)")
      case .controller: lines.append("controller: \(note.text)\(place)")
      }
    }
    if let fix = finding.fix { lines.append("fix: \(fix.title) [\(fix.applicability.option)]") }
    return lines
  }

  /// How many findings there are of a severity.
  func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }

  /// `2 errors, 1 warning`; empty without findings.
  var counts: String { Self.counts(of: findings) }

  static func counts(of findings: [Finding]) -> String {
    Severity.allCases.reversed().compactMap { severity in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.noun(count))"
    }.joined(separator: ", ")
  }
}

extension Severity {
  /// `error` or `errors`.
  func noun(_ count: Int) -> String {
    switch self {
    case .error: count == 1 ? "error" : "errors"
    case .warning: count == 1 ? "warning" : "warnings"
    case .info: count == 1 ? "piece of advice" : "pieces of advice"
    }
  }
}

extension Finding.Fix.Applicability {
  /// The option that applies such a fix.
  var option: String {
    switch self {
    case .safe: "--fix"
    case .unsafe: "--fix --unsafe-fixes"
    }
  }
}
