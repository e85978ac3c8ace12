import AlbplanKit
import Manifests
import Testing

@Suite struct BaselineTests {
  private func finding(_ text: SampleText, _ message: Finding.Message, at needle: String) -> Finding {
    Finding(rule: "some-rule", severity: .error, message: message, span: text.span(of: needle), object: "Ingress a/b")
  }

  private func settle(_ findings: [Finding], _ text: SampleText, _ baseline: Baseline) -> SettledFindings {
    var policy = FindingPolicy()
    policy.baseline = baseline
    return policy.settle(findings, files: [text.file], suppressions: Suppressions(), rules: [])
  }

  private let before = SampleText("a: 1\nb: 1\n")
  private let after = SampleText("# moved\n\n\nb: 1\na: 1\nc: 1\n")

  private var old: [Finding] {
    [finding(before, "bad, see line 2", at: "a"), finding(before, "bad, see line 2", at: "b")]
  }

  @Test func hidesWhatWasThereThoughLinesMoved() {
    let now = [finding(after, "bad, see line 5", at: "a"), finding(after, "bad, see line 4", at: "b")]
    let settled = settle(now, after, Baseline(old) { _ in "ingress.yaml" })
    #expect(settled.report.findings.isEmpty)
    #expect(settled.report.suppressedCount == 2)
    #expect(settled.staleBaseline.isEmpty)
  }

  @Test func showsOneMoreOfTheSameKind() {
    let now = ["a", "b", "c"].map { finding(after, "bad, see line 9", at: $0) }
    let settled = settle(now, after, Baseline(old) { _ in "ingress.yaml" })
    #expect(settled.report.findings.map(\.span) == [after.span(of: "c")])
  }

  @Test func showsAnotherMessageAndSaysWhatIsGone() {
    let settled = settle([finding(after, "worse", at: "a")], after, Baseline(old) { _ in "ingress.yaml" })
    #expect(settled.report.findings.count == 1)
    #expect(settled.staleBaseline.map(\.message) == ["bad, see line N"])
  }

  @Test func isWrittenAndReadBack() throws {
    let baseline = Baseline(old) { _ in "a \"b\".yaml" }
    #expect(
      baseline.json == """
        {
          "formatVersion": 1,
          "findings": [
            {
              "path": "a \\"b\\".yaml",
              "rule": "some-rule",
              "object": "Ingress a/b",
              "message": "bad, see line N",
              "count": 2
            }
          ]
        }

        """)
    #expect(try Baseline(json: baseline.json).counts == baseline.counts)
  }

  @Test(arguments: ["", "[]", "{", "{\"formatVersion\": 2}", "{}", "{\"findings\": 3, \"formatVersion\": 1}"])
  func refusesWhatIsNone(_ text: String) {
    #expect(throws: Baseline.Failure.self) { try Baseline(json: text) }
  }
}
