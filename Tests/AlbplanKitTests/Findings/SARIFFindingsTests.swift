import AlbplanKit
import Foundation
import Manifests
import Testing

@Suite struct SARIFFindingsTests {
  private func run(_ findings: [Finding], _ texts: [SampleText], rules: [LintRule] = []) throws -> [String: Any] {
    let sarif = written(findings, in: texts, as: .sarif, rules: rules)
    let log = try #require(JSONSerialization.jsonObject(with: Data(sarif.utf8)) as? [String: Any])
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  @Test func countsColumnsInUTF16() throws {
    let text = SampleText("🎈ä: x\n")
    let finding = Finding(rule: "r", severity: .error, message: "m", span: text.span(of: "x"))
    let results = try #require(try run([finding], [text])["results"] as? [[String: Any]])
    let location = try #require((results.first?["locations"] as? [[String: Any]])?.first)
    let region = try #require((location["physicalLocation"] as? [String: Any])?["region"] as? [String: Int])
    #expect(region == ["startLine": 1, "startColumn": 6, "endLine": 1, "endColumn": 7])
  }

  @Test func rulesWithoutDescriptionAreDescribedByTheirId() throws {
    let text = SampleText("a: 1\n")
    let finding = Finding(rule: "yaml-syntax", severity: .error, message: "m", span: text.span(of: "1"))
    let run = try run([finding], [text], rules: [.sample("a-rule"), .sample("z-rule")])
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == ["a-rule", "yaml-syntax", "z-rule"])
    #expect((run["results"] as? [[String: Any]])?.first?["ruleIndex"] as? Int == 1)
  }

  @Test func keepsTheMostSevereOfTooMany() throws {
    let text = SampleText("a: 1\n")
    let span = text.span(of: "1")
    let warnings = (0..<25_005).map { _ in Finding(rule: "w", severity: .warning, message: "m", span: span) }
    let run = try run(warnings + [Finding(rule: "e", severity: .error, message: "m", span: span)], [text])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 25_000)
    #expect(results.last?["ruleId"] as? String == "e")
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect((invocation["toolExecutionNotifications"] as? [[String: Any]])?.count == 1)
  }
}
