import Manifests
import Testing

@testable import AlbplanKit

/// The drawing's hard cases, one test each.
@Suite struct TextFindingsTests {
  /// The text of one finding without the summary.
  private func drawn(
    _ text: SampleText, _ span: SourceSpan, notes: [Finding.Note] = [], fix: Finding.Fix? = nil,
    options: FindingsOptions = .sample
  ) -> String {
    let finding = Finding(rule: "bad-value", severity: .error, message: "bad", span: span, notes: notes, fix: fix)
    let lines = written([finding], in: [text], options: options).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.dropLast(3).joined(separator: "\n")
  }

  @Test func showsTheLineWithMarksUnderTheValue() {
    let text = SampleText("a: 1\nscheme: internet\nb: 2\n")
    #expect(
      drawn(text, text.span(of: "internet")) == """
        ingress.yaml:2:9: error: bad [bad-value]
          |
        2 | scheme: internet
          |         ^^^^^^^^
        """)
  }

  @Test func saysNotesHelpAndFixBelow() {
    let text = SampleText("scheme: internet\n")
    let span = text.span(of: "internet")
    let fix = Finding.Fix("write internal", .safe, edits: [Finding.Edit(span, "internal")])
    let notes = [Finding.Note(.controller, "unknown scheme: internet"), Finding.Note(.help, "write another")]
    #expect(
      drawn(text, span, notes: notes, fix: fix) == """
        ingress.yaml:1:9: error: bad [bad-value]
          |
        1 | scheme: internet
          |         ^^^^^^^^
          = help: write another
          = controller: unknown scheme: internet
          = fix: write internal (--fix)
        """)
  }

  @Test func showsTheOtherPlaceOfANote() {
    let text = SampleText("a: 1\nscheme: internet\n")
    let notes = [Finding.Note(.note, "it begins here", at: text.span(of: "a"))]
    #expect(
      drawn(text, text.span(of: "internet"), notes: notes) == """
        ingress.yaml:2:9: error: bad [bad-value]
          |
        2 | scheme: internet
          |         ^^^^^^^^
          = note: it begins here
         --> ingress.yaml:1:1
          |
        1 | a: 1
          | ^
        """)
  }

  @Test func countsATabAsOneColumnAndDrawsItWide() {
    let text = SampleText("{\n\t\"a\":\t\"x\"\n}\n")
    #expect(
      drawn(text, text.span(of: "\"x\"")) == """
        ingress.yaml:2:7: error: bad [bad-value]
          |
        2 |     "a":    "x"
          |             ^^^
        """)
  }

  @Test func wideCharactersTakeTwoColumnsOfTheScreen() {
    let text = SampleText("名前: 値段\n")
    #expect(
      drawn(text, text.span(of: "値段")) == """
        ingress.yaml:1:5: error: bad [bad-value]
          |
        1 | 名前: 値段
          |       ^^^^
        """)
  }

  @Test func combiningMarksTakeNone() {
    let text = SampleText("cafe\u{301}: x\n")
    #expect(
      drawn(text, text.span(of: "x")) == """
        ingress.yaml:1:8: error: bad [bad-value]
          |
        1 | cafe\u{301}: x
          |       ^
        """)
  }

  @Test func windowsLineEndsDoNotShow() {
    let text = SampleText("a: 1\r\nb: 2\r\n")
    #expect(
      drawn(text, text.span(of: "2")) == """
        ingress.yaml:2:4: error: bad [bad-value]
          |
        2 | b: 2
          |    ^
        """)
  }

  @Test func anEmptyRangeGetsOneMark() {
    let text = SampleText("a:\nb: 2\n")
    #expect(
      drawn(text, text.point(behind: "a:")) == """
        ingress.yaml:1:3: error: bad [bad-value]
          |
        1 | a:
          |   ^
        """)
  }

  @Test func theEndOfAFileWithoutNewlineIsInReach() {
    let text = SampleText("a: 1\nb: 23")
    #expect(
      drawn(text, text.span(of: "23")) == """
        ingress.yaml:2:4: error: bad [bad-value]
          |
        2 | b: 23
          |    ^^
        """)
    #expect(drawn(text, text.point(behind: "23")).hasSuffix("2 | b: 23\n  |      ^"))
  }

  @Test func aPlaceOutsideTheFileShowsNoLine() {
    let text = SampleText("a: 1")
    let position = SourcePosition(line: 9, column: 1)
    #expect(
      drawn(text, SourceSpan(file: FileID(0), start: position, end: position))
        == "ingress.yaml:9:1: error: bad [bad-value]")
  }

  @Test func aBlockScalarIsFramedWithoutTheLineBehindIt() {
    let text = SampleText("x:\n  actions: |\n    {\"type\":\n    \"forward\"}\n  next: 1\n")
    let span = text.span(of: "|\n    {\"type\":\n    \"forward\"}\n")
    #expect(
      drawn(text, span) == """
        ingress.yaml:2:12: error: bad [bad-value]
          |
        2 |     actions: |
          |  ____________^
        3 | |     {"type":
        4 | |     "forward"}
          | |______________^
        """)
  }

  @Test func aSpanFromTheStartOfALineIsBarredFromItsFirstLine() {
    let text = SampleText("a: 1\nspec:\n  b: 2\n")
    #expect(
      drawn(text, text.span(of: "spec:\n  b: 2")) == """
        ingress.yaml:2:1: error: bad [bad-value]
          |
        2 | / spec:
        3 | |   b: 2
          | |______^
        """)
  }

  @Test func ofALongSpanTheMiddleIsLeftOut() {
    let text = SampleText("k: |\n" + (1...20).map { "  line \($0)\n" }.joined())
    #expect(
      drawn(text, text.span(of: "|\n" + (1...20).map { "  line \($0)\n" }.joined())) == """
        ingress.yaml:1:4: error: bad [bad-value]
           |
         1 |   k: |
           |  ____^
         2 | |   line 1
        ... |
        21 | |   line 20
           | |_________^
        """)
  }

  @Test func aVeryLongLineIsCutAroundTheMark() throws {
    let before = String(repeating: "b", count: 5000)
    let after = String(repeating: "a", count: 5000)
    let text = SampleText("\(before) x \(after)")
    var options = FindingsOptions.sample
    options.width = 60
    let lines = drawn(text, text.span(of: "x"), options: options).split(separator: "\n").map(String.init)
    let line = try #require(lines.dropFirst(2).first)
    let marks = try #require(lines.last)
    #expect(line.unicodeScalars.count <= 60)
    #expect(line.hasPrefix("1 | …bbb") && line.hasSuffix("aaa…"))
    let mark = marks.unicodeScalars.count - 1
    #expect(Array(line.unicodeScalars)[mark] == "x")
  }

  @Test func theEndOfAVeryLongLineUsesTheWholeWidth() throws {
    let text = SampleText(String(repeating: "b", count: 5000) + "xyz")
    var options = FindingsOptions.sample
    options.width = 60
    let lines = drawn(text, text.span(of: "xyz"), options: options).split(separator: "\n").map(String.init)
    #expect(lines.last == "  | " + String(repeating: " ", count: 53) + "^^^")
    #expect(lines.dropFirst(2).first == "1 | …" + String(repeating: "b", count: 52) + "xyz")
  }

  @Test func manyFindingsOnOneHugeLineTakeLittleTime() {
    // Quadratic work would be four hundred million steps here.
    let text = SampleText(String(repeating: "ä,", count: 100_000))
    let findings = (0..<2000).map { index in
      let start = SourcePosition(line: 1, column: UInt32(index * 100 + 1))
      return Finding(
        rule: "bad-value", severity: .error, message: "bad",
        span: SourceSpan(file: FileID(0), start: start, end: SourcePosition(line: 1, column: start.column + 1)))
    }
    #expect(written(findings, in: [text]).utf8.count > 100_000)
  }

  @Test func asciiOnlySpellsOutEverythingElse() {
    let text = SampleText("näme: 名\n")
    var options = FindingsOptions.sample
    options.isASCII = true
    #expect(
      drawn(text, text.span(of: "名"), options: options) == """
        ingress.yaml:1:7: error: bad [bad-value]
          |
        1 | n\\u{E4}me: \\u{540D}
          |            ^^^^^^^^
        """)
  }

  @Test func controlCharactersOfTheSourceDoNotReachTheTerminal() {
    let text = SampleText("a: \u{1B}[31mred\n", name: "evil\u{1B}[2J.yaml")
    let drawn = drawn(text, text.span(of: "red"))
    #expect(!drawn.utf8.contains(0x1B))
    #expect(drawn.contains("evil\\u{1B}[2J.yaml:1:9: error"))
  }

  @Test func colourMarksTheSeverityAndNothingLeaksWithout() {
    let text = SampleText("a: 1\n")
    var options = FindingsOptions.sample
    #expect(!drawn(text, text.span(of: "1"), options: options).utf8.contains(0x1B))
    options.usesColor = true
    let colored = drawn(text, text.span(of: "1"), options: options)
    #expect(colored.contains("\u{1B}[1;31merror\u{1B}[0m"))
    #expect(colored.contains("\u{1B}[1;31m^\u{1B}[0m"))
  }

  @Test func namesBecomeLinksWhereTheTerminalTakesThemAndTheyLeadSomewhere() {
    var options = FindingsOptions.sample
    let url = "https://example.com/x"
    #expect(FindingsInk(options).link("bad-value", to: url) == "bad-value")
    options.linksRules = true
    #expect(
      FindingsInk(options).link("bad-value", to: url)
        == "\u{1B}]8;;https://example.com/x\u{1B}\\bad-value\u{1B}]8;;\u{1B}\\")
    #expect(FindingsInk(options).link("bad-value", to: nil) == "bad-value")
  }

  @Test func aRuleIsDescribedInTheRepository() {
    #expect(LintRule.reference(to: "bad-value").hasSuffix("docs/rules.md#bad-value"))
  }

  @Test func notesAreWrappedToTheWidth() {
    let text = SampleText("a: 1\n")
    var options = FindingsOptions.sample
    options.width = 40
    let note = Finding.Note(.help, "one two three four five six seven eight nine ten")
    #expect(
      drawn(text, text.span(of: "1"), notes: [note], options: options).hasSuffix(
        """
          = help: one two three four five six
                  seven eight nine ten
        """))
  }

  @Test func valuesOfSecretsAreHidden() {
    let text = SampleText("stringData:\n  token: hunter2 # albplan: ignore[x]\n")
    let secret = text.span(of: "hunter2")
    let finding = Finding(
      rule: "bad-value", severity: .error, message: "bad", span: text.span(of: "# albplan: ignore[x]"))
    for format in FindingsFormat.allCases {
      #expect(!written([finding], in: [text], as: format, hiding: [secret]).contains("hunter2"))
    }
    #expect(written([finding], in: [text], hiding: [secret]).contains("token: ******* # albplan"))
  }

  @Test func theSummaryCountsBySeverity() {
    let text = SampleText("a: 1\nb: 2\n")
    let fix = Finding.Fix("x", .safe, edits: [])
    let findings = [
      Finding(rule: "r", severity: .error, message: "m", span: text.span(of: "1"), fix: fix),
      Finding(rule: "r", severity: .warning, message: "m", span: text.span(of: "2")),
      Finding(rule: "r", severity: .error, message: "m", span: text.span(of: "b")),
    ]
    let output = FindingsFormat.text.write(
      FindingsReport(findings: findings, suppressedCount: 3, fileCount: 7), files: [ReportSource(text.file)], rules: [],
      options: .sample)
    #expect(output.hasSuffix("\n\n2 errors, 1 warning in 1 of 7 files (3 suppressed); --fix mends 1\n"))
    #expect(written([], in: [text]) == "no findings in 1 file\n")
  }

  @Test func conciseIsTheFirstLinesAlone() {
    let text = SampleText("a: 1\nb: 2\n")
    let findings = [
      Finding(rule: "r-one", severity: .error, message: "line\nbreak", span: text.span(of: "1")),
      Finding(rule: "r-two", severity: .warning, message: "m", span: text.span(of: "2")),
    ]
    #expect(
      written(findings, in: [text], as: .concise) == """
        ingress.yaml:1:4: error: line\\nbreak [r-one]
        ingress.yaml:2:4: warning: m [r-two]

        """)
  }
}
