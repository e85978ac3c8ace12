import AlbplanKit
import Foundation
import Manifests
import Testing

@Suite struct GitLabFindingsTests {
  private func fingerprints(_ findings: [Finding], _ texts: [SampleText]) throws -> [String] {
    let json = written(findings, in: texts, as: .gitlab)
    let issues = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    return issues.compactMap { $0["fingerprint"] as? String }
  }

  private func finding(_ text: SampleText, _ message: Finding.Message, at needle: String = "1") -> Finding {
    Finding(rule: "r", severity: .error, message: message, span: text.span(of: needle), object: "Ingress a/b")
  }

  @Test func aFingerprintOutlivesMovedLines() throws {
    let (before, after) = (SampleText("a: 1\n"), SampleText("\n\n# moved\na: 1\n"))
    let old = try fingerprints([finding(before, "see line 12 and web.yaml:3:4")], [before])
    let new = try fingerprints([finding(after, "see line 15 and web.yaml:6:4")], [after])
    #expect(old == new)
    #expect(try fingerprints([finding(after, "something else")], [after]) != new)
  }

  @Test func equalFindingsHaveFingerprintsOfTheirOwn() throws {
    let text = SampleText("a: 1\nb: 1\n")
    let all = try fingerprints(
      [finding(text, "m"), finding(text, "m", at: "b"), finding(text, "m", at: "b: 1")], [text])
    #expect(Set(all).count == 3)
  }

  @Test func cleanIsAnEmptyArray() {
    #expect(written([], in: [SampleText("a: 1")], as: .gitlab) == "[]\n")
  }
}
