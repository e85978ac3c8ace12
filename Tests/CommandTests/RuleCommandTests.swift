import AlbplanKit
import Foundation
import TestSupport
import Testing

@testable import albplan

@Suite struct RuleCommandTests {
  @Test func theDocumentSaysWhatTheRulesSay() throws {
    let document = try String(contentsOf: PackageFiles.root.appendingPathComponent("docs/rules.md"), encoding: .utf8)
    #expect(
      document == albplan(["rules", "--format", "markdown"]).output,
      "write it anew: swift run albplan rules --format markdown --output docs/rules.md")
    for rule in LintRule.all { #expect(document.contains("\n## \(rule.id)\n")) }
  }

  @Test func everyRuleIsListed() throws {
    let text = albplan(["rules"])
    #expect(text.status == .clean)
    #expect(text.outputLines.count == LintRule.all.count)
    struct Catalogue: Decodable {
      struct Rule: Decodable {
        var id: String
        var severity: String
        var url: String
      }
      var formatVersion: Int
      var rules: [Rule]
    }
    let json = try JSONDecoder().decode(Catalogue.self, from: Data(albplan(["rules", "-f", "json"]).output.utf8))
    #expect(Set(json.rules.map(\.id)) == Set(LintRule.all.map(\.id)))
    #expect(json.rules.allSatisfy { $0.url.hasSuffix("docs/rules.md#\($0.id)") })
  }

  @Test(arguments: LintRule.all.map(\.id))
  func everyRuleIsExplained(_ id: String) throws {
    let rule = try #require(LintRule.named(id))
    let run = albplan(["explain", id], environment: ["COLUMNS": "80"])
    #expect(run.status == .clean)
    #expect(run.output.hasPrefix("\(id): \(rule.severity.rawValue), since albplan \(rule.since)\n"))
    if !rule.flagged.isEmpty { #expect(run.output.contains("[\(id)]"), "the finding is shown") }
    #expect(!run.output.contains("\n\n\n"))
  }

  @Test func aRuleThatDoesNotExistIsTroubleWithTheNearestName() {
    let run = albplan(["explain", "unknown-anotation"])
    #expect(run.status == .trouble)
    #expect(run.errors == "albplan: there is no rule \"unknown-anotation\"; did you mean \"unknown-annotation\"?\n")
  }
}
