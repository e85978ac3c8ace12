import AlbplanKit
import Manifests
import Testing

@Suite struct MarkdownFindingsTests {
  @Test func foreignTextIsNeitherMarkupNorMention() {
    let text = SampleText("a: 1\n", name: "a<b>.yaml")
    let finding = Finding(
      rule: "r", severity: .error, message: "\"*x*\" | <img> @someone #12", span: text.span(of: "1"),
      notes: [Finding.Note(.controller, "a `tick`")])
    let markdown = written([finding], in: [text], as: .markdown)
    #expect(markdown.contains("\"\\*x\\*\" \\| \\<img\\> @<!-- -->someone \\#12"))
    #expect(markdown.contains("<code>a&lt;b&gt;.yaml</code>"))
    #expect(markdown.contains("- the controller: `` a `tick` ``"))
  }

  @Test func staysBelowTheLimitAndSaysWhatIsLeftOut() {
    let text = SampleText("a: 1\n")
    let findings = (0..<2000).map { index in
      Finding(rule: "r", severity: .error, message: "message number \(index)", span: text.span(of: "1"))
    }
    let markdown = written(findings, in: [text], as: .markdown)
    #expect(markdown.utf8.count <= 65_000)
    #expect(markdown.utf8.count > 60_000)
    let shown = markdown.split(separator: "\n").count { $0.hasPrefix("- **error**") }
    #expect(markdown.hasSuffix("</details>\n\n\(2000 - shown) more findings are not shown here.\n"))
  }

  @Test func linksToTheRepositoryAtTheCommit() {
    let text = SampleText("a: 1\n", name: "my dir/a.yaml")
    var options = FindingsOptions.sample
    options.sourceBrowser = "https://github.com/shop/infra/blob/abc"
    let finding = Finding(rule: "r", severity: .error, message: "m", span: text.span(of: "1"))
    #expect(
      written([finding], in: [text], as: .markdown, options: options)
        .contains("[line 1:4](https://github.com/shop/infra/blob/abc/my%20dir/a.yaml#L1)"))
  }
}
