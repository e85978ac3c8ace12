package import Manifests

/// What of all that the rules found is to be shown: the choice of rules, their severities, and what is to be hidden.
package struct FindingPolicy: Sendable {
  package var selection = RuleSelection()
  /// A rule's findings get this severity instead of their own.
  package var severities: [String: Severity] = [:]
  package var perFileIgnores: [PerFileIgnore] = []
  /// Comments and annotations that ignore are obeyed.
  package var honoursSuppressions = true
  package var baseline: Baseline?
  /// Findings below are not shown.
  package var minimumSeverity = Severity.info
  /// Advice is shown without being chosen by name.
  package var showsAdvice = false
  /// Only findings that concern these files are shown: that are in them, or name a place in them. The others were read
  /// for what they say about these. `nil`: all files.
  package var reportedFiles: Set<FileID>?
  /// Names files in the baseline.
  package var paths = ReportPaths()
  /// Names files in per-file ignores; `nil`: as in the baseline.
  package var patternPaths: ReportPaths?

  package init() {}
}

/// The findings that are left, and what became of the rest.
package struct SettledFindings: Sendable {
  package var report: FindingsReport
  /// Entries of the baseline whose finding is gone: they can be removed.
  package var staleBaseline: [Baseline.Entry] = []
}

extension FindingPolicy {
  /// Whether a rule is to be applied at all: what nobody wants to see need not be looked for.
  package func applies(_ rule: LintRule) -> Bool {
    switch selection.verdict(on: rule.id) {
    case .selected: true
    case .off: false
    case .byDefault: (severities[rule.id] ?? rule.severity) > .info || showsAdvice || !rule.refusals.isEmpty
    }
  }

  /// Settles what is to be shown of a run's findings.
  ///
  /// - Parameters:
  ///   - findings: all that the rules reported, in any order.
  ///   - files: all files that were read.
  ///   - rules: all rules that there are, those that `applies` excludes too; other ids in findings are known as well.
  package func settle(
    _ findings: [Finding], files: [SourceFile], suppressions: Suppressions, rules: [LintRule]
  ) -> SettledFindings {
    let order = FindingOrder(files)
    var suppressedCount = 0
    var kept = order.sorted(findings.compactMap(weighed))
    if honoursSuppressions {
      var matcher = SuppressionMatcher(suppressions)
      if !matcher.isEmpty || !suppressions.comments.isEmpty {
        let hidden = matcher.hides(kept, endOf: suppressions.visibleEnd)
        let knownRules = Set(rules.map(\.id) + LintRule.suppressionRules.map(\.id) + findings.map(\.rule))
        let byID = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let reviewer = SuppressionReviewer(
          suppressions: suppressions, knownRules: knownRules,
          isLookedFor: { byID[$0].map(applies) ?? (selection.verdict(on: $0) != .off) })
        var remarks = order.sorted(reviewer.findings(matcher).compactMap(weighed))
        var second = SuppressionMatcher(suppressions)
        let hiddenRemarks = second.hides(remarks, endOf: suppressions.visibleEnd)
        suppressedCount += zip(kept + remarks, hidden + hiddenRemarks).count { $1 && isWanted($0) }
        remarks.drop(hiddenRemarks)
        kept.drop(hidden)
        kept = order.sorted(kept + remarks)
      }
    }
    kept.removeAll { !isWanted($0) }
    kept.drop(kept.map(isIgnoredInFile(order)), &suppressedCount)
    var staleBaseline: [Baseline.Entry] = []
    if let baseline {
      let verdict = baseline.hides(kept) { paths(order.name(of: $0.span.file)) }
      kept.drop(verdict.hidden, &suppressedCount)
      let readFiles = Set(files.map { paths($0.name) })
      staleBaseline = verdict.stale.filter { selection.verdict(on: $0.rule) != .off && readFiles.contains($0.path) }
    }
    kept.removeAll { $0.severity < minimumSeverity || !isReported($0) }
    return SettledFindings(
      report: FindingsReport(
        findings: kept, suppressedCount: suppressedCount, fileCount: reportedFiles?.count ?? files.count),
      staleBaseline: staleBaseline)
  }

  /// The finding with the severity that applies, or `nil` when its rule is off.
  private func weighed(_ finding: Finding) -> Finding? {
    guard selection.verdict(on: finding.rule) != .off else { return nil }
    var finding = finding
    if let severity = severities[finding.rule] { finding.severity = severity }
    return finding
  }

  /// Advice that nobody chose is not shown; a comment that ignores it is of use all the same.
  private func isWanted(_ finding: Finding) -> Bool {
    finding.severity > .info || showsAdvice || selection.verdict(on: finding.rule) == .selected
  }

  private func isReported(_ finding: Finding) -> Bool {
    guard let reportedFiles else { return true }
    return reportedFiles.contains(finding.span.file)
      || finding.notes.contains { $0.span.map { reportedFiles.contains($0.file) } == true }
  }

  private func isIgnoredInFile(_ order: FindingOrder) -> (Finding) -> Bool {
    var decided: [FileID: [String: Bool]] = [:]
    return { finding in
      if perFileIgnores.isEmpty { return false }
      if let known = decided[finding.span.file]?[finding.rule] { return known }
      let path = (patternPaths ?? paths)(order.name(of: finding.span.file))
      let isIgnored = perFileIgnores.contains { $0.hides(finding.rule, in: path) }
      decided[finding.span.file, default: [:]][finding.rule] = isIgnored
      return isIgnored
    }
  }
}

extension Suppressions {
  /// Where a finding's last visible character stands; only files with comments matter.
  func visibleEnd(of finding: Finding) -> SourcePosition {
    let span = finding.span
    guard span.end.column == 1, span.end.line > span.start.line else { return span.end }
    return SourcePosition(line: span.end.line - 1, column: .max)
  }
}

extension [Finding] {
  /// Takes out those that are marked, and counts them.
  fileprivate mutating func drop(_ marks: [Bool], _ count: inout Int) {
    count += marks.count { $0 }
    drop(marks)
  }

  /// Takes out those that are marked.
  fileprivate mutating func drop(_ marks: [Bool]) {
    guard marks.contains(true) else { return }
    self = zip(self, marks).compactMap { $1 ? nil : $0 }
  }
}

/// The order in which findings are shown: by path, position, rule and message, the same in every run.
struct FindingOrder {
  private let names: [FileID: String]
  private let ranks: [FileID: Int]

  init(_ files: [SourceFile]) {
    names = Dictionary(files.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let sorted = files.indices.sorted { left, right in
      let (one, other) = (files[left].name, files[right].name)
      return one.utf8.elementsEqual(other.utf8) ? left < right : one.utf8.lexicographicallyPrecedes(other.utf8)
    }
    ranks = Dictionary(
      sorted.enumerated().map { (files[$0.element].id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  func name(of file: FileID) -> String { names[file] ?? "<unknown>" }

  func sorted(_ findings: [Finding]) -> [Finding] {
    findings.sorted { left, right in
      let (one, other) = (ranks[left.span.file] ?? .max, ranks[right.span.file] ?? .max)
      if one != other { return one < other }
      if left.span != right.span { return left.span < right.span }
      if left.rule != right.rule { return left.rule < right.rule }
      return left.message.text < right.message.text
    }
  }
}
