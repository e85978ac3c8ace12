import Testing

@testable import AlbplanKit
@testable import LoadBalancerModel

@Suite struct MarkdownTests {
  @Test func foreignTextIsCodeWithALongerFence() {
    #expect(MarkdownText.code("a") == "`a`")
    #expect(MarkdownText.code("a`b") == "``a`b``")
    #expect(MarkdownText.code("`a``") == "``` `a`` ```")
    #expect(MarkdownText.code("a|b", inTable: true) == "`a\\|b`")
    #expect(MarkdownText.code("a|b") == "`a|b`")
    #expect(MarkdownText.code("a\nb") == "`a\\nb`")
    #expect(MarkdownText.code("") == "`\"\"`")
  }

  @Test func ourWordsCannotBecomeMarkup() {
    #expect(MarkdownText.words("a_b *c* <d> [e](f) @g & h") == "a\\_b \\*c\\* \\<d\\> \\[e\\](f) @<!-- -->g &amp; h")
  }

  @Test func codeSpansSideBySideAreOne() {
    #expect(MarkdownText.inline("\(verbatim: "a")\(verbatim: "b")") == "`ab`")
  }

  @Test func emphasisTouchesItsText() {
    #expect(MarkdownText.inline("x\(" y ", .caution)z") == "x **y** z")
  }

  @Test func aBlockIsFencedLongerThanItsText() {
    #expect(MarkdownText.blockFence(around: ["a", "```"]) == "````")
    #expect(MarkdownText.blockFence(around: ["a"]) == "```")
  }

  private func long() -> PlanReport {
    var example = StackExample.application()
    for index in 1...200 {
      example.target("shop/service-\(index)", 80, type: .ip, targetPort: .default(8080))
    }
    example.listen(.http, 80, default: [.notFound])
    return example.report
  }

  @Test func detailsGoFirstWhereTheWholeDoesNotFit() {
    let whole = long().markdown()
    #expect(whole.contains("<details><summary>Target groups (200)</summary>"))
    let short = long().markdown(.init(maximumLength: 20_000))
    #expect(short.unicodeScalars.count <= 20_000)
    #expect(!short.contains("<details>"))
    #expect(short.contains("##### Listener HTTP 80"))
    #expect(short.hasSuffix("*Too long to show whole: details are left out.*\n"))
  }

  @Test func sectionsGoWhereEvenThatDoesNotFit() {
    let short = long().markdown(.init(maximumLength: 600))
    #expect(short.unicodeScalars.count <= 600)
    #expect(short.hasPrefix("### Plan: 1 ALB.\n"))
    #expect(short.contains("of 2 sections are missing as well."))
  }

  @Test func openPortsAreFlagged() {
    var example = StackExample.application()
    example.open([80], to: [.ipv4("0.0.0.0/0")])
    #expect(
      example.report.markdown().contains("| ⚠️ tcp 80 | from **`0.0.0.0/0`** | **open to the world** |"))
  }
}
