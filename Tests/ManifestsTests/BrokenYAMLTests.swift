import Manifests
import Testing

@Suite struct BrokenYAMLTests {
  /// What is written, where the finger points, and what the sentence must speak of.
  @Test(arguments: [
    ("a: b: c\n", "1:5", "put it in quotes"),
    ("a: 1\n  b: 2\n", "2:4", "indentation"),
    ("a:\n- b: 1\n c: 2\n", "3:2", "begins on line 1"),
    ("a:\n  - x\n y: 1\n", "3:2", "line"),
    ("a:\n\tb: 1\n", "2:1", "a tab cannot indent"),
    ("a: @x\n", "1:4", "cannot begin with @"),
    ("a: `x`\n", "1:4", "cannot begin with `"),
    ("a: %x\n", "1:4", "cannot begin with %"),
    ("a: [|]\n", "1:5", "cannot stand inside []"),
    ("a: 'x\nb: 1\n", "1:4", "never closed"),
    ("a: \"x\nb: 1\n", "1:4", "never closed"),
    ("a: \"x\" y\n", "1:8", "expected a key"),
    ("a: [1, 2\n", "2:1", "[ on line 1 is still open"),
    ("a: {b: 1\nc: 2\n", "2:2", "{ on line 1 is still open"),
    ("a: [1,,2]\n", "1:7", "expected a value"),
    ("a: *\n", "1:5", "* begins an alias"),
    ("a: &\n", "1:5", "& begins an anchor"),
    ("a: *x\n", "1:4", "no anchor &x"),
    ("a: &x [*x]\n", "1:8", "inside what it names"),
    ("a: - x\n", "1:4", "list item"),
    ("a: \"\\d\"\n", "1:5", "no escape \\d"),
    ("a: \"\\u12\"\n", "1:7", "hexadecimal"),
    ("a: \"\\/\"\n", "1:4", "no escape \\/"),
    ("a: [x?]\n", "1:5", "? inside []"),
    ("a: | x\n  y\n", "1:6", "after | or >"),
    ("a\nb: 1\n", "2:2", "no colon"),
    ("? [a]\n: 1\n", "1:3", "key must be a single value"),
    ("~: 1\n", "1:1", "null cannot be a key"),
    ("a: .inf\n", "1:4", "no infinity"),
    ("d:\n  <<: x\n", "2:7", "<< merges a mapping"),
    ("a: \u{1}\n", "1:4", "U+0001"),
    ("aé\u{7F}\n", "1:3", "U+007F"),
    ("----\na: 1\n", "1:4", "only a comment may follow ---"),
    ("a: !!int x\n", "1:4", "!!int"),
  ])
  func theSentenceNamesThePlaceAndTheCure(_ example: (text: String, place: String, words: String)) throws {
    let problems = problems(example.text)
    let problem = try #require(problems.first)
    #expect(problem.kind == .syntax)
    #expect(problem.span.start.text == example.place, "\(problem.message)")
    #expect(problem.message.contains(example.words), "\(problem.message)")
    #expect(problem.span.start <= problem.span.end)
    #expect(!problem.message.hasSuffix("."))
  }

  @Test func otherDocumentsGoOn() {
    #expect(documents("a: [\n---\nb: 2\n---\nc: 'x\n---\nd: 4\n") == [#"{"b":2}"#, #"{"d":4}"#])
    #expect(problems("a: [\n---\nb: 2\n---\nc: 'x\n---\nd: 4\n").map(\.span.start.text) == ["2:1", "5:4"])
  }

  @Test func textThatIsNotUTF8IsNamedAsSuch() throws {
    let latin1 = SourceFile(id: FileID(0), name: "x", bytes: Array("a: 1\nb: caf".utf8) + [0xE9] + Array("\n".utf8))
    let problem = try #require(parse(latin1).problems.first)
    #expect(problem.kind == .encoding)
    #expect(problem.span.start.text == "2:7")
    #expect(problem.message.contains("0xE9"))
  }

  @Test(arguments: [
    [0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0x61, 0x00, 0x3A, 0x00], [0x00, 0x61, 0x00, 0x3A],
  ])
  func utf16IsNamedAsSuch(_ bytes: [UInt8]) throws {
    let file = parse(SourceFile(id: FileID(0), name: "x", bytes: bytes))
    #expect(file.problems.map(\.kind) == [.encoding])
    #expect(file.documents.isEmpty)
  }
}
