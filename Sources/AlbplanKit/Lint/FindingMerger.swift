import LoadBalancerModel
import Manifests

/// Puts together what the rules found and what the controller refuses; what was found twice is told once.
struct FindingMerger {
  private let rules: RuleTable
  private(set) var findings: [Finding] = []
  private var known: Set<Identity> = []
  /// Positions of the findings by the line on which they begin.
  private var positions: [Line: [Int]] = [:]

  private struct Identity: Hashable {
    var rule: String
    var span: SourceSpan
    var message: Finding.Message
  }
  private struct Line: Hashable {
    var rule: String
    var file: FileID
    var line: UInt32
  }

  init(_ rules: RuleTable) { self.rules = rules }

  mutating func add(_ finding: Finding) {
    let identity = Identity(rule: finding.rule, span: finding.span, message: finding.message)
    guard known.insert(identity).inserted else { return }
    let line = Line(rule: finding.rule, file: finding.span.file, line: finding.span.start.line)
    positions[line, default: []].append(findings.count)
    findings.append(finding)
  }

  /// A refusal becomes a finding of the rule that claims it. Where a rule has found the cause by itself, its finding gets
  /// the controller's words instead.
  mutating func add(_ refusal: Refusal) {
    let code = refusal.failure.code
    guard let rule = rules.rule(for: code) ?? rules.rule(for: LintRule.anyCode) else { return }
    for candidate in [rule] + rules.rulesExplaining(code) {
      for culprit in refusal.failure.culprits {
        guard let position = position(of: candidate, at: culprit) else { continue }
        findings[position].severity = .error
        if !findings[position].notes.contains(where: { $0.kind == .controller }) {
          findings[position].notes += refusal.addition
        }
        return
      }
    }
    add(refusal.finding(rule))
  }

  /// Where the rule's finding is that has something in common with a place.
  private func position(of rule: LintRule, at place: SourceSpan) -> Int? {
    // Values of many lines are rare and short.
    for line in place.start.line...max(place.start.line, place.end.line) {
      let candidates = positions[Line(rule: rule.id, file: place.file, line: line)] ?? []
      if let position = candidates.first(where: { findings[$0].span.overlaps(place) }) { return position }
    }
    return nil
  }
}
