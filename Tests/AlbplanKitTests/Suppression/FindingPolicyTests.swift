import AlbplanKit
import Manifests
import Testing

@Suite struct FindingPolicyTests {
  private let sample = SampleText("a: 1\nb: 2\nc: 3\n", name: "charts/web/a.yaml")

  private var findings: [Finding] {
    [
      Finding(rule: "some-error", severity: .error, message: "m", span: sample.span(of: "1")),
      Finding(rule: "some-warning", severity: .warning, message: "m", span: sample.span(of: "2")),
      Finding(rule: "some-advice", severity: .info, message: "m", span: sample.span(of: "3")),
    ]
  }

  private func rules(_ change: (inout FindingPolicy) -> Void) -> [String] {
    var policy = FindingPolicy()
    change(&policy)
    return policy.settle(findings, files: [sample.file], suppressions: Suppressions(), rules: [])
      .report.findings.map { "\($0.rule):\($0.severity)" }
  }

  @Test func adviceIsOffUnlessAskedFor() {
    #expect(rules { _ in } == ["some-error:error", "some-warning:warning"])
    #expect(rules { $0.selection.select = ["all"] }.count == 3)
    #expect(rules { $0.selection.extendSelect = ["some-advice"] }.count == 3)
    #expect(rules { $0.selection.extendSelect = ["some-*"] }.count == 3)
  }

  @Test func theMostExactNameDecides() {
    #expect(rules { $0.selection = RuleSelection(select: ["some-advice"]) } == ["some-advice:info"])
    #expect(rules { $0.selection = RuleSelection(select: ["all"], ignore: ["some-error"]) }.count == 2)
    #expect(rules { $0.selection = RuleSelection(select: ["some-error"], ignore: ["all"]) } == ["some-error:error"])
    #expect(rules { $0.selection = RuleSelection(select: ["some-*"], ignore: ["all", "some-w*"]) }.count == 2)
    #expect(rules { $0.selection = RuleSelection(extendSelect: ["some-error"], ignore: ["some-error"]) }.count == 1)
  }

  @Test func unknownNamesAreTold() {
    let selection = RuleSelection(select: ["all", "some-eror"], ignore: ["x-*"])
    let unknown = selection.unknownNames(among: ["some-error", "other"])
    #expect(unknown.map(\.name) == ["some-eror", "x-*"])
    #expect(unknown.map(\.nearest) == ["some-error", nil])
  }

  @Test func severitiesCanBeChanged() {
    #expect(
      rules { $0.severities = ["some-error": .warning, "some-advice": .error] } == [
        "some-error:warning", "some-warning:warning", "some-advice:error",
      ])
    #expect(rules { $0.severities = ["some-warning": .info] } == ["some-error:error"])
  }

  @Test func lowSeveritiesCanBeLeftOut() {
    #expect(rules { $0.minimumSeverity = .error } == ["some-error:error"])
  }

  @Test func filesCanBeExcused() {
    #expect(
      rules { $0.perFileIgnores = [PerFileIgnore("charts/**", rules: ["some-error"])] } == ["some-warning:warning"])
    #expect(rules { $0.perFileIgnores = [PerFileIgnore("*.yml", rules: ["all"])] }.count == 2)
    #expect(rules { $0.perFileIgnores = [PerFileIgnore("*.yaml", rules: ["some-*"])] }.isEmpty)
  }

  @Test func filesReadForTheOthersSakeAreNotReported() {
    #expect(rules { $0.reportedFiles = [FileID(7)] }.isEmpty)
    #expect(rules { $0.reportedFiles = [FileID(0)] }.count == 2)
  }

  @Test func aFindingElsewhereConcernsTheFilesThatItNames() {
    let other = SampleText("d: 4\n", name: "b.yaml", id: 1)
    let conflict = Finding(
      rule: "conflict", severity: .error, message: "m", span: other.span(of: "4"),
      notes: [Finding.Note(.note, "the other side", at: sample.span(of: "1"))])
    var policy = FindingPolicy()
    policy.reportedFiles = [FileID(0)]
    let report = policy.settle(
      findings + [conflict], files: [sample.file, other.file], suppressions: Suppressions(), rules: []
    ).report
    #expect(report.findings.contains(conflict))
    #expect(report.fileCount == 1)
  }

  @Test func adviceCanBeShownWhole() {
    #expect(rules { $0.showsAdvice = true }.count == 3)
  }

  @Test func whatNobodyWantsToSeeIsNotLookedFor() {
    let advice = LintRule.sample("some-advice", severity: .info)
    let warning = LintRule.sample("some-warning", severity: .warning)
    func applies(_ rule: LintRule, _ change: (inout FindingPolicy) -> Void) -> Bool {
      var policy = FindingPolicy()
      change(&policy)
      return policy.applies(rule)
    }
    #expect(!applies(advice) { _ in })
    #expect(applies(advice) { $0.showsAdvice = true })
    #expect(applies(advice) { $0.selection.select = ["all"] })
    #expect(applies(advice) { $0.severities = ["some-advice": .error] })
    #expect(applies(warning) { _ in })
    #expect(!applies(warning) { $0.severities = ["some-warning": .info] })
    #expect(!applies(warning) { $0.selection.ignore = ["some-*"] })
    #expect(!applies(warning) { $0.selection.select = ["some-error"] })
  }

  @Test func theOrderIsByPathPositionAndRule() {
    let later = SampleText("a: 1\n", name: "b.yaml", id: 0)
    let earlier = SampleText("a: 1\nb: 1\n", name: "a.yaml", id: 1)
    func finding(_ rule: String, _ text: SampleText, _ needle: String) -> Finding {
      Finding(rule: rule, severity: .error, message: "m", span: text.span(of: needle))
    }
    let findings = [
      finding("z", later, "1"), finding("z", earlier, "b"), finding("z", earlier, "a"), finding("y", earlier, "a"),
    ]
    let report = FindingPolicy().settle(
      findings, files: [later.file, earlier.file], suppressions: Suppressions(), rules: []
    ).report
    #expect(report.findings == [findings[3], findings[2], findings[1], findings[0]])
    #expect(report.fileCount == 2)
  }
}

@Suite struct PathPatternTests {
  @Test(arguments: [
    ("*.yaml", "a.yaml", true), ("*.yaml", "x/y/a.yaml", true), ("*.yaml", "a.yml", false),
    ("charts", "charts/web/a.yaml", true), ("charts", "deploy/charts/a.yaml", true), ("charts/", "charts/a.yaml", true),
    ("charts/*.yaml", "charts/a.yaml", true), ("charts/*.yaml", "charts/web/a.yaml", false),
    ("charts/*.yaml", "deploy/charts/a.yaml", false), ("**/charts/*.yaml", "deploy/charts/a.yaml", true),
    ("**/charts/*.yaml", "charts/a.yaml", true), ("charts/**", "charts/web/a.yaml", true),
    ("charts/**/a.yaml", "charts/a.yaml", true), ("charts/**/a.yaml", "charts/x/y/a.yaml", true),
    ("charts/**/a.yaml", "charts/x/ya.yaml", false), ("/a.yaml", "a.yaml", true), ("/a.yaml", "x/a.yaml", false),
    ("./a/b", "a/b", true), ("a?c.yaml", "abc.yaml", true), ("a?c.yaml", "a/c.yaml", false),
    ("[a-c]*.yaml", "b.yaml", true), ("[!a-c]*.yaml", "b.yaml", false), ("*.{yaml,json}", "a.json", true),
    ("*.{yaml,json}", "a.yml", false), ("{a,b{c,d}}.yaml", "bd.yaml", true), ("a[", "a[", true), ("\\*", "*", true),
    ("\\*", "a", false), ("", "a", false),
  ])
  func fits(_ pattern: String, _ path: String, _ expected: Bool) {
    #expect(PathPattern(pattern).matches(path) == expected)
  }

  @Test func aHostilePatternEndsSoon() {
    let stars = String(repeating: "*a", count: 200) + "b"
    #expect(!PathPattern(stars).matches(String(repeating: "a", count: 2000)))
    #expect(!PathPattern(String(repeating: "{a,b}", count: 200)).matches("x"))
  }
}
