import AlbplanKit
import LoadBalancerModel
import TestSupport
import Testing

extension LintRule: CustomTestStringConvertible {
  public var testDescription: String { id }
}

/// The examples in a rule's own file are its tests.
@Suite struct LintRuleTests {
  @Test(arguments: LintRule.all)
  func findsWhatItsExamplesShow(_ rule: LintRule) {
    for example in rule.flagged {
      let run = LintRun(example.manifest, context: example.context)
      let found = run.findings(of: rule)
      #expect(!found.isEmpty, "\(example.manifest)")
      if let marks = example.marks { #expect(found.map(run.text(under:)) == marks, "\(example.manifest)") }
    }
  }

  /// Not only this rule: an example of good manners holds nothing to complain of.
  @Test(arguments: LintRule.all)
  func isSilentOnWhatIsRight(_ rule: LintRule) {
    for example in rule.accepted {
      let run = LintRun(example.manifest, context: example.context)
      let found = run.findings.filter { $0.rule == rule.id || $0.severity > .info }
      #expect(found.isEmpty, "\(example.manifest)\n\(found.map { "\($0.rule): \($0.message)" })")
    }
  }

  @Test(arguments: LintRule.all)
  func mendsItsExamplesForGood(_ rule: LintRule) {
    for example in rule.flagged {
      let mended = LintRun.mended(example.manifest, context: example.context, by: rule)
      if let fixed = example.fixed { #expect(mended == fixed) }
      let left = LintRun(mended, context: example.context).findings(of: rule)
      #expect(left.allSatisfy { $0.fix == nil }, "a second run still has something to mend:\n\(mended)")
    }
  }

  @Test(arguments: LintRule.all)
  func speaksPlainly(_ rule: LintRule) {
    #expect(
      rule.id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D },
      "ids are small letters, digits (ipv6) and hyphens")
    for sentence in [rule.summary, rule.rationale, rule.remedy] { #expect(sentence.hasSuffix("."), "\(sentence)") }
    for example in rule.flagged {
      for finding in LintRun(example.manifest, context: example.context).findings(of: rule) {
        #expect(!finding.message.text.isEmpty && !finding.message.text.hasSuffix("."), "\(finding.message)")
        #expect(!finding.message.text.contains("\n"), "\(finding.message)")
      }
    }
  }

  @Test(arguments: LintRule.all.filter { $0.check.isOwn })
  func showsGoodAndBad(_ rule: LintRule) {
    #expect(!rule.flagged.isEmpty && !rule.accepted.isEmpty)
  }

  @Test func idsAreUnique() {
    let ids = LintRule.all.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func eachRefusalIsClaimedOnce() {
    let codes = LintRule.all.flatMap(\.refusals).map(\.id)
    #expect(codes.count == Set(codes).count, "\(codes.filter { code in codes.count { $0 == code } > 1 })")
    let known = FailureAdvice.knownCodes
    #expect(codes.filter { $0 != "*" && !known.contains($0) }.isEmpty, "no failure has such a code")
  }
}

extension LintRule.Check {
  fileprivate var isOwn: Bool { if case .refusalsOnly = self { false } else { true } }
}
