import Manifests
import Testing

@Suite struct SourceTextTests {
  private func position(_ line: UInt32, _ column: UInt32) -> SourcePosition {
    SourcePosition(line: line, column: column)
  }

  @Test func linesEndAsYAMLSaysThey() {
    let text = SourceText(source("a\nb\r\nc\rd\u{85}e\u{2028}f\n"))
    #expect((1...7).map { text.line($0) } == ["a", "b", "c", "d", "e", "f", ""])
    #expect(text.lineCount == 7)
    #expect(text.line(8) == nil)
    #expect(text.line(0) == nil)
  }

  @Test func positionsAndBytesBelongTogether() {
    let text = SourceText(source("\u{FEFF}é: x\n  🚀y\n"))
    #expect(text.byteOffset(of: position(1, 1)) == 3)
    #expect(text.byteOffset(of: position(1, 4)) == 7)
    #expect(text.byteOffset(of: position(2, 4)) == 15)
    #expect(text.byteOffset(of: position(2, 99)) == 16)
    #expect(text.byteOffset(of: position(9, 1)) == nil)
    for offset in [3, 7, 8, 9, 15, 16] {
      #expect(text.byteOffset(of: text.position(ofByte: offset)) == offset)
    }
  }

  @Test func editorsCountCodeUnits() {
    let text = SourceText(source("a🚀é: x\n"))
    #expect(text.utf16Column(of: position(1, 1)) == 1)
    #expect(text.utf16Column(of: position(1, 3)) == 4)
    #expect(text.utf16Column(of: position(1, 4)) == 5)
    #expect(text.position(line: 1, utf16Column: 5) == position(1, 4))
    #expect(text.position(line: 2, utf16Column: 1) == position(2, 1))
    #expect(text.position(line: 9, utf16Column: 1) == nil)
  }

  @Test func anEmptyTextHasOneLine() {
    let text = SourceText(source(""))
    #expect(text.lineCount == 1)
    #expect(text.line(1) == "")
    #expect(text.position(ofByte: 0) == position(1, 1))
  }

  /// The part of the value that reads `80`.
  @Test(
    arguments: [
      ("a: [80]x\n", nil), ("a: x80\n", "1:5-1:7"), ("a: 'é''80'\n", "1:8-1:10"), ("a: \"\\t\\\"80\"\n", "1:9-1:11"),
      ("a: &x !!str '80'\n", "1:14-1:16"), ("a: |\n    b\n    x80\n", "3:6-3:8"),
      ("a: |-\r\n  b\r\n\r\n  x80\r\n", "4:4-4:6"),
      ("a: >\n  x80\n", "1:4-3:1"), ("a: \"x\n  80\"\n", "1:4-2:6"), ("a: \"\\x3880\"\n", "1:4-1:12"),
    ] as [(String, String?)])
  func aPartOfAScalarHasItsPlace(_ example: (text: String, place: String?)) throws {
    guard let place = example.place else { return }
    let file = parse(source(example.text))
    let value = try #require(file.documents.first?.root["a"]).located
    let bytes = Array(value.value.utf8)
    let start = try #require(bytes.indices.dropLast().last { bytes[$0] == 0x38 && bytes[$0 + 1] == 0x30 })
    #expect(SourceText(file).span(of: start..<start + 2, in: value).text == place)
  }
}
