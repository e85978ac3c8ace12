import Manifests
import Testing

@Suite struct NodePositionTests {
  @Test func keysAndValuesHaveTheirOwnPlaces() throws {
    let root = try root("a: b\nlong key:   value # comment\n")
    let entries = Array(root.entries)
    #expect(entries.map(\.key.span.text) == ["1:1-1:2", "2:1-2:9"])
    #expect(entries.map(\.value.span.text) == ["1:4-1:5", "2:13-2:18"])
    #expect(root.span.text == "1:1-2:18")
  }

  @Test func quotesBelongToTheirScalar() throws {
    let root = try root("a: 'it''s'\nb: \"x\\ty\"\n\"c\": 1\n")
    #expect(root["a"]?.span.text == "1:4-1:11")
    #expect(root["a"]?.style == .singleQuoted)
    #expect(root["a"]?.text == "it's")
    #expect(root["b"]?.span.text == "2:4-2:10")
    #expect(root["b"]?.style == .doubleQuoted)
    #expect(root["b"]?.text == "x\ty")
    #expect(root.entries.map(\.key.span.text).last == "3:1-3:4")
  }

  @Test func columnsCountCharactersAndNotBytes() throws {
    let root = try root("é🚀: [메, x]\n")
    let value = try #require(root["é🚀"])
    #expect(value.span.text == "1:5-1:11")
    #expect(value.elements.map(\.span.text) == ["1:6-1:7", "1:9-1:10"])
  }

  @Test func aBlockScalarReachesToTheLineBehindItsText() throws {
    let root = try root("a: |\n  x\n  y\nb: >-\n  z\n")
    #expect(root["a"]?.span.start.text == "1:4")
    #expect(root["a"]?.span.end.text == "4:1")
    #expect(root["a"]?.style == .literal)
    #expect(root["b"]?.style == .folded)
    #expect(root["b"]?.text == "z")
  }

  @Test func blockCollectionsEndWithTheirLastValue() throws {
    let root = try root("a:\n  b:\n  - c\n  - d: e\n\n# comment\nf: {g: [h]}\n")
    #expect(root["a"]?.span.text == "2:3-4:9")
    #expect(root["a"]?["b"]?.span.text == "3:3-4:9")
    #expect(root["f"]?.span.text == "7:4-7:12")
    #expect(root["f"]?.isFlow == true)
    #expect(root["a"]?.isFlow == false)
  }

  @Test func anAbsentValueStandsBehindItsColon() throws {
    let root = try root("a:\nb: 1\n")
    #expect(root["a"]?.isNull == true)
    #expect(root["a"]?.span.start.line == 1)
  }

  @Test func anAliasLeadsToWhatItNamesAndKnowsItsOwnPlace() throws {
    let root = try root("a: &x {k: v}\nb: *x\n")
    let value = try #require(root["b"])
    #expect(value["k"]?.text == "v")
    #expect(value.span.start.line == 1)
    #expect(value.aliasSpan?.text == "2:4-2:6")
    #expect(root["a"]?.aliasSpan == nil)
  }

  @Test func mergedEntriesStandWhereTheMergeStands() throws {
    let root = try root("a: &x {b: 1, c: 2}\nd:\n  b: 3\n  <<: *x\n  c: 4\n")
    let merged = try #require(root["d"])
    #expect(merged.entries.map { "\($0.key.text)=\($0.value.text)" } == ["b=3", "b=1", "c=2", "c=4"])
    #expect(merged["b"]?.span.text == "1:11-1:12")
    #expect(merged["c"]?.span.text == "5:6-5:7")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEndsDoNotMatter(_ end: String) throws {
    let root = try root("a: 1\(end)b:\(end)  c: |\(end)    x\(end)    y\(end)d: 2\(end)")
    #expect(root["b"]?["c"]?.text == "x\ny\n")
    #expect(root["b"]?["c"]?.span.start.text == "3:6")
    #expect(root["d"]?.span.text == "6:4-6:5")
  }

  @Test func aByteOrderMarkIsNoColumn() throws {
    #expect(try root("\u{FEFF}a: 1\n")["a"]?.span.text == "1:4-1:5")
  }

  @Test func laterDocumentsGoOnCounting() throws {
    let file = parse(source("# c\na: 1\n---\n---\nb: 2\n--- # x\n\nc: 3"))
    #expect(file.documents.map(\.span.text) == ["2:1-2:5", "5:1-5:5", "8:1-8:5"])
  }

  @Test(arguments: [
    ("a: |\n  x", "2:4"), ("a: 'x", "1:6"), ("a: [", "1:5"), ("a:", "1:3"), ("a:\n  b:\n    - c", "3:8"),
    ("é: |+\n  🚀\n\n  é", "4:4"),
  ])
  func noPlaceLiesBehindTheEndOfTheText(_ example: (text: String, end: String)) {
    let file = parse(source(example.text))
    let ends = file.documents.map(\.span.end) + file.problems.map(\.span.end)
    #expect(ends.allSatisfy { $0.text <= example.end }, "\(ends)")
  }

  @Test func documentsOfABrokenFileKeepTheirLines() throws {
    let file = parse(source("a: 1\n---\nb: [\n---\nc: 3\n"))
    #expect(file.documents.map(\.span.text) == ["1:1-1:5", "5:1-5:5"])
    #expect(file.problems.map(\.kind) == [.syntax])
  }

  @Test func jsonHasTheSamePlacesAsYAML() throws {
    let text = "{\n  \"a\": [1, \"é\", true],\n  \"b\": {\"c\": null}\n}\n"
    let json = try root(text)
    let yaml = try root("# makes it YAML\n" + text)
    #expect(json["a"]?.span.text == "2:8-2:22")
    #expect(json["a"]?.elements.map(\.span.text) == ["2:9-2:10", "2:12-2:15", "2:17-2:21"])
    for key in ["a", "b"] {
      let (left, right) = (try #require(json[key]).span, try #require(yaml[key]).span)
      #expect(left.start.column == right.start.column)
      #expect(left.end.column == right.end.column)
    }
  }

  @Test func keysAreNamedAsInJSON() throws {
    let root = try root("on: 1\n0x10: 2\n1.5: 3\n'on': 4\nname: 5\n")
    #expect(root.entries.map(\.key.keyText) == ["true", "16", "1.5", "on", "name"])
    #expect(root["true"]?.text == "1")
    #expect(root["on"]?.text == "4")
    #expect(root["16"]?.text == "2")
  }

  @Test func ofEqualKeysTheLastOneCounts() throws {
    #expect(try root("a: 1\nb: 2\na: 3\n")["a"]?.text == "3")
  }
}
