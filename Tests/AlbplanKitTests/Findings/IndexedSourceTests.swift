import AlbplanKit
import Manifests
import Testing

@Suite struct IndexedSourceTests {
  /// The parser's own view of a text, made for few look-ups, is the measure.
  @Test(arguments: [
    "", "a", "a\n", "a\r\nb\rc\n", "ä: 名\n🎈x\n", "\u{FEFF}a: 1\n\u{FEFF}b\n", "a\u{85}b\u{2028}c\u{2029}d",
    String(repeating: "名a🎈", count: 400) + "\n" + String(repeating: "é", count: 300),
  ])
  func agreesWithTheParserAboutEveryByte(_ text: String) {
    let file = SourceFile(id: FileID(0), name: "x", bytes: Array(text.utf8))
    let (mine, parsers) = (IndexedSource(file), SourceText(file))
    #expect(mine.lineCount == parsers.lineCount)
    for number in 0...UInt32(parsers.lineCount) {
      #expect(mine.line(number) == parsers.byteRange(ofLine: number) ?? file.bytes.count..<file.bytes.count)
    }
    for number in 1...UInt32(parsers.lineCount) {
      for offset in mine.line(number) where file.bytes[offset] & 0xC0 != 0x80 {
        let position = parsers.position(ofByte: offset)
        #expect(mine.position(at: offset) == position)
        #expect(mine.offset(of: position) == offset)
        #expect(UInt32(mine.utf16Column(of: position)) == parsers.utf16Column(of: position))
        #expect(mine.byteColumn(of: position) == offset - mine.line(number).lowerBound + 1)
      }
    }
  }

  @Test func takesPositionsOutsideTheTextForItsEnds() {
    let text = IndexedSource(SourceFile(id: FileID(0), name: "x", bytes: Array("ab\ncd".utf8)))
    #expect(text.offset(of: SourcePosition(line: 1, column: 99)) == 2)
    #expect(text.offset(of: SourcePosition(line: 99, column: 1)) == 5)
    #expect(text.offset(of: SourcePosition(line: 0, column: 0)) == 5)
    #expect(text.position(at: 99) == SourcePosition(line: 2, column: 3))
  }

  @Test func showsBrokenUTF8AsReplacementCharacters() {
    let text = IndexedSource(SourceFile(id: FileID(0), name: "x", bytes: [0x61, 0xFF, 0x62]))
    #expect(text.text(0..<3) == "a\u{FFFD}b")
  }
}
