import AlbplanKit
import Manifests
import Testing

/// `--fix` takes out the comments and annotations that hide nothing.
@Suite struct SuppressionFixTests {
  private func mended(_ text: String) throws -> String {
    let file = SampleText(text).file
    let run = FixRun([file], allowsUnsafe: false) { files in
      let parsed = files.map(parse)
      let suppressions = Suppressions(files: parsed, objects: KubernetesObjects(parsed))
      let settled = FindingPolicy().settle(
        [], files: files, suppressions: suppressions, rules: [.sample("one-rule"), .sample("two-rule")])
      return FixRun.Review(findings: settled.report.findings)
    }
    #expect(run.isStable)
    return String(decoding: try #require(run.files.first).bytes, as: UTF8.self)
  }

  @Test func aCommentOnItsOwnLineGoesWithTheLine() throws {
    #expect(try mended("a: 1\n  # albplan: ignore[one-rule] why\nb: 2\n") == "a: 1\nb: 2\n")
    #expect(try mended("a: 1\r\n# albplan: ignore[one-rule]\r\nb: 2\r\n") == "a: 1\r\nb: 2\r\n")
  }

  @Test func aTrailingCommentGoesWithTheBlanksBeforeIt() throws {
    #expect(try mended("a: 1  \t# albplan: ignore[one-rule] why\nb: 2\n") == "a: 1\nb: 2\n")
    #expect(try mended("a: 1 # albplan: ignore[one-rule]") == "a: 1")
  }

  @Test func anotherCommentBeforeItStays() throws {
    #expect(try mended("a: 1 # mine # albplan: ignore[one-rule]\nb: 2\n") == "a: 1 # mine\nb: 2\n")
  }

  @Test func aCommentWithoutAListStays() throws {
    #expect(try mended("a: 1 # albplan: ignore\n") == "a: 1 # albplan: ignore\n")
  }

  @Test func anAnnotationGoesWithItsLine() throws {
    let text =
      "kind: Service\napiVersion: v1\nmetadata:\n  name: a\n  annotations:\n    albplan.dev/ignore: one-rule\n    b: c\n"
    let expected = "kind: Service\napiVersion: v1\nmetadata:\n  name: a\n  annotations:\n    b: c\n"
    #expect(try mended(text) == expected)
  }

  @Test func anAnnotationInJSONGoesWithItsComma() throws {
    let text =
      #"{"kind":"Service","apiVersion":"v1","metadata":{"name":"a","annotations":{"b":"c","albplan.dev/ignore":"one-rule"}}}"#
    let expected = #"{"kind":"Service","apiVersion":"v1","metadata":{"name":"a","annotations":{"b":"c"}}}"#
    #expect(try mended(text) == expected)
  }
}
