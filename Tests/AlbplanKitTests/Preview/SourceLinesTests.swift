import Manifests
import Testing

@testable import AlbplanKit

@Suite struct SourceLinesTests {
  private func span(_ line: UInt32, _ start: UInt32, _ end: UInt32, to lastLine: UInt32? = nil) -> SourceSpan {
    SourceSpan(
      file: FileID(0), start: SourcePosition(line: line, column: start),
      end: SourcePosition(line: lastLine ?? line, column: end))
  }

  private func line(_ text: String, _ span: SourceSpan, secrets: [SourceSpan] = []) -> String? {
    var lines = SourceLines(PreviewSources([SourceFile("a.yaml", text)], secrets: secrets))
    return lines.line(of: span)
  }

  @Test(arguments: ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc", "a\u{85}b\u{2028}c", "\u{FEFF}a\nb\nc\n"])
  func linesEndAsYAMLEndsThem(text: String) {
    #expect(line(text, span(1, 1, 2)) == "a")
    #expect(line(text, span(2, 1, 2)) == "b")
    #expect(line(text, span(3, 1, 2)) == "c")
  }

  @Test func aLineThatDoesNotExistIsNotShown() {
    #expect(line("a", span(2, 1, 2)) == nil)
    #expect(line("", span(1, 1, 1)) == "")
    let elsewhere = SourceSpan(
      file: FileID(7), start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 2))
    #expect(line("a", elsewhere) == nil)
  }

  @Test func secretsAreHiddenWithoutMovingColumns() {
    let text = "{\"data\":{\"clientSecret\":\"aHVudGVyMg==\"},\"kind\":\"Secret\"}"
    #expect(
      line(text, span(1, 40, 46), secrets: [span(1, 25, 39)])
        == "{\"data\":{\"clientSecret\":**************},\"kind\":\"Secret\"}")
    #expect(line("a: |\n  one\n  two\nb: c", span(3, 1, 3), secrets: [span(1, 4, 1, to: 4)]) == "*****")
  }

  @Test func theMarkStandsUnderTheSpan() {
    let wide = MarkedLine("  日本: é x", span(1, 7, 8))
    #expect((wide.text, wide.indent, wide.width) == ("  日本: é x", 8, 1))
    let tab = MarkedLine("\ta: b", span(1, 5, 6))
    #expect((tab.text, tab.indent, tab.width) == (" a: b", 4, 1))
    let empty = MarkedLine("a: b", span(1, 5, 5))
    #expect((empty.indent, empty.width) == (4, 1))
    let block = MarkedLine("a: |  ", span(1, 4, 1, to: 3))
    #expect((block.indent, block.width) == (3, 1))
    let outside = MarkedLine("a", span(1, 50, 60))
    #expect((outside.indent, outside.width) == (1, 1))
  }

  @Test func aLongLineIsCutAroundItsMark() {
    let text = String(repeating: "x", count: 500) + "HERE" + String(repeating: "y", count: 500)
    let marked = MarkedLine(text, span(1, 501, 505))
    #expect(marked.text.hasPrefix("…xxx") && marked.text.hasSuffix("yyy…"))
    #expect(Array(marked.text)[marked.indent..<marked.indent + marked.width] == ["H", "E", "R", "E"])
    #expect(marked.text.count == 162)
  }
}
