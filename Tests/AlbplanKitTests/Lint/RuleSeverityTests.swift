import AlbplanKit
import TestSupport
import Testing

@Suite struct RuleSeverityTests {
  /// A rule of advice is not applied by default, so it must not hold anything worse.
  @Test(arguments: LintRule.all.filter { $0.severity == .info && $0.refusals.isEmpty })
  func aRuleOfAdviceHoldsAdviceOnly(_ rule: LintRule) {
    for example in rule.flagged {
      for finding in LintRun(example.manifest, context: example.context).findings(of: rule) {
        #expect(finding.severity <= rule.severity, "\(finding.message)")
      }
    }
  }
}
