import Manifests
import Testing

@Suite struct DocumentStreamTests {
  @Test(arguments: [
    ("", []), ("\n\n", []), ("# only a comment\n", []), ("---\n", []), ("---\n---\n# x\n---\n", []), ("~\n", []),
    ("a: 1\n---\nb: 2\n", [#"{"a":1}"#, #"{"b":2}"#]),
    ("---\na: 1\n--- # comment\nb: 2\n---", [#"{"a":1}"#, #"{"b":2}"#]),
    ("a: 1\n...\n---\nb: 2\n", [#"{"a":1}"#, #"{"b":2}"#]),
    ("a: |\n  x\n---\nb: 1", [#"{"a":"x\n"}"#, #"{"b":1}"#]),
    ("a: 1\r\n---\r\nb: 2\r\n", [#"{"a":1}"#, #"{"b":2}"#]),
    ("a: &x 1\nb: *x\n", [#"{"a":1,"b":1}"#]),
    ("{\"a\": 1}{\"b\": 2}\n", [#"{"a":1}"#, #"{"b":2}"#]),
    ("{\"a\": 1}\n{\"b\": 2}\n{\"c\": 3}\n", [#"{"a":1}"#, #"{"b":2}"#, #"{"c":3}"#]),
    ("{\"a\": 1}\n---\n{\"b\": 2}\n", [#"{"a":1}"#, #"{"b":2}"#]),
    ("{\"a\": 1}\n---\nb: 2\n---\nc: 3\n", [#"{"a":1}"#, #"{"b":2}"#, #"{"c":3}"#]),
    ("{a: 1}\n", [#"{"a":1}"#]), ("{\"a\": 1,}\n", [#"{"a":1}"#]),
    ("  \n {\"a\": \"\\ud83d\\ude80\\/\"}", [#"{"a":"🚀/"}"#]),
    ("[1, 2]\n", ["[1,2]"]), ("\"x\"\n", ["\"x\""]),
  ])
  func documentsAreCutAsKubectlCutsThem(_ example: (text: String, documents: [String])) {
    #expect(documents(example.text) == example.documents)
    #expect(problems(example.text).isEmpty)
  }

  @Test func jsonKeepsItsNumbersDigitByDigit() {
    #expect(
      documents(#"{"a": 1.0, "b": 1e2, "c": 12345678901234567890123}"#) == [
        #"{"a":1.0,"b":1e2,"c":12345678901234567890123}"#
      ])
  }

  @Test func textBehindTheEndOfADocumentIsSaidToBePassedOver() {
    let text = "a: 1\n...\nb: 2\n---\nc: 3\n"
    #expect(documents(text) == [#"{"a":1}"#, #"{"c":3}"#])
    #expect(problems(text).map(\.kind) == [.ignoredText])
    #expect(problems(text).map(\.span.start.text) == ["3:1"])
  }

  @Test func contentBehindASeparatorIsReadAndSaidToBeRefused() {
    let text = "a: 1\n--- {b: 2}\n---\nc: 3\n"
    #expect(documents(text) == [#"{"a":1}"#, #"{"b":2}"#, #"{"c":3}"#])
    #expect(problems(text).map { "\($0.kind) \($0.span.text)" } == ["syntax 2:5-2:11"])
  }

  @Test func anAnchorEndsWithItsDocument() {
    #expect(problems("a: &x 1\n---\nb: *x\n").map { "\($0.kind) \($0.span.text)" } == ["syntax 3:4-3:6"])
  }

  @Test func aDirectiveNeverMeetsItsDocument() {
    let text = "%YAML 1.1\n---\na: 1\n"
    #expect(documents(text) == [#"{"a":1}"#])
    #expect(problems(text).map(\.kind) == [.syntax])
    #expect(problems(text).first?.message.contains("%") == true)
  }

  @Test func aJSONStreamThatBreaksOffSaysWhere() {
    let text = "{\"a\": 1}\n{\"b\": 2}\n{\"c\": }\n---\n{\"d\": 4}\n"
    #expect(documents(text) == [#"{"a":1}"#, #"{"b":2}"#, #"{"d":4}"#])
    #expect(problems(text).map { "\($0.kind) \($0.span.start.text)" } == ["syntax 3:7"])
  }

  @Test func aKeyThatStandsTwiceNamesBothPlaces() throws {
    let problem = try #require(problems("a: 1\nb:\n  c: 1\n  \"c\": 2\n").first)
    #expect(problem.kind == .duplicateKey)
    #expect(problem.message.contains("\"c\""))
    #expect(problem.span.text == "4:3-4:6")
    #expect(problem.related?.text == "3:3-3:4")
  }

  @Test func manyKeysAreComparedToo() {
    let keys = (0..<40).map { "key\($0): x\n" }.joined()
    #expect(problems(keys).isEmpty)
    #expect(problems(keys + "key7: y\n").map { "\($0.span.text) \($0.related?.text ?? "")" } == ["41:1-41:5 8:1-8:5"])
    #expect(problems("a: 1\nb: 2\n<<: {c: 1}\n<<: {d: 1}\n").isEmpty)
  }
}
