import AlbplanKit
import Manifests
import Testing

/// Each edit touches the fewest bytes and keeps the style; when in doubt there is none.
@Suite struct FixBuilderTests {
  /// The text after an edit, or `nil` when the builder makes none.
  private func edited(_ text: String, _ edit: (FixBuilder, SampleText) throws -> Finding.Edit?) throws -> String? {
    let sample = SampleText(text)
    guard let edit = try edit(FixBuilder(sample.file), sample) else { return nil }
    let range = sample.source.range(of: edit.span)
    let bytes = sample.file.bytes
    return String(
      decoding: bytes[..<range.lowerBound] + Array(edit.replacement.utf8) + bytes[range.upperBound...], as: UTF8.self)
  }

  /// The annotation with this key, as the parser reads it.
  private func annotation(_ key: String, in sample: SampleText) throws -> Annotation {
    let objects = KubernetesObjects([parse(sample.file)])
    return try #require(objects.services.first?.metadata.annotations[key])
  }

  private func service(_ annotations: String) -> String {
    "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  annotations:\n\(annotations)spec:\n  ports: []\n"
  }

  // MARK: Values

  @Test(arguments: [
    ("    a: old\n", "    a: new\n"), ("    a: \"old\" # why\n", "    a: \"new\" # why\n"),
    ("    'a' :  'old'\n", "    'a' :  'new'\n"), ("    a: \"o\\x6cd\"\n", "    a: \"new\"\n"),
    ("    a: old\r\n", "    a: new\r\n"),
  ])
  func aValueKeepsItsQuotes(_ before: String, _ after: String) throws {
    let result = try edited(service(before)) { $0.replaceValue(try annotation("a", in: $1).value, with: "new") }
    #expect(result == service(after))
  }

  @Test(arguments: [
    ("true", "\"true\""), ("8080", "\"8080\""), ("a: b", "\"a: b\""), ("a #b", "\"a #b\""), ("", "\"\""),
    (" a", "\" a\""),
    ("*a", "\"*a\""), ("a\nb", "\"a\\nb\""), ("it's", "it's"), ("a#b:c", "a#b:c"), ("{\"a\"}", "\"{\\\"a\\\"}\""),
    ("größe", "größe"), ("a\u{200B}b", "\"a\\u200Bb\""),
  ])
  func aBareValueGetsQuotesWhereItNeedsThem(_ value: String, _ written: String) throws {
    let result = try #require(
      try edited(service("    a: old\n")) { $0.replaceValue(try annotation("a", in: $1).value, with: value) })
    #expect(result == service("    a: \(written)\n"))
    #expect(try annotation("a", in: SampleText(result)).value.value == value)
  }

  @Test(arguments: ["it's", "a\nb", "tab\t", "\"quoted\"", "back\\slash", "🎈"])
  func quotedValuesAreEscapedInTheirStyle(_ value: String) throws {
    for quotes in ["'old'", "\"old\""] {
      let result = try #require(
        try edited(service("    a: \(quotes)\n")) { $0.replaceValue(try annotation("a", in: $1).value, with: value) })
      #expect(try annotation("a", in: SampleText(result)).value.value == value)
    }
  }

  @Test(arguments: [
    "    a: &x old\n    b: *x\n", "    a: !!str old\n", "    a: |\n      old\n", "    a: >-\n      old\n",
    "    a: \"o\n      ld\"\n", "    a: o\n      ld\n",
  ])
  func aValueThatIsNotSurelyThisOneStays(_ annotations: String) throws {
    #expect(try edited(service(annotations)) { $0.replaceValue(try annotation("a", in: $1).value, with: "new") } == nil)
  }

  @Test func anAliasIsNotEditedThroughItsAnchor() throws {
    let result = try edited(service("    a: &x old\n    b: *x\n")) {
      $0.replaceValue(try annotation("b", in: $1).value, with: "new")
    }
    #expect(result == nil)
  }

  @Test func inFlowStyleCommasNeedQuotes() throws {
    let text = "{apiVersion: v1, kind: Service, metadata: {name: web, annotations: {a: old}}}"
    let result = try edited(text) { $0.replaceValue(try annotation("a", in: $1).value, with: "x,y") }
    #expect(result == "{apiVersion: v1, kind: Service, metadata: {name: web, annotations: {a: \"x,y\"}}}")
  }

  // MARK: Keys

  @Test func aKeyIsRenamedInItsQuotes() throws {
    for (before, after) in [
      ("    old: x\n", "    new: x\n"), ("    \"old\": x\n", "    \"new\": x\n"),
      ("    'old' : x\n", "    'new' : x\n"),
    ] {
      #expect(
        try edited(service(before)) { $0.renameKey(try annotation("old", in: $1).key, to: "new") } == service(after))
    }
  }

  @Test func aKeyBehindAnAnchorStays() throws {
    #expect(
      try edited(service("    &k old: x\n")) { $0.renameKey(try annotation("old", in: $1).key, to: "new") } == nil)
  }

  // MARK: Quotes

  @Test(arguments: [
    ("a: 8080 # port\n", "8080", "a: \"8080\" # port\n"), ("a: true\n", "true", "a: \"true\"\n"),
    ("a: -5\n", "-5", "a: \"-5\"\n"), ("{\"a\": 80}", "80", "{\"a\": \"80\"}"), ("a: 0x1F\n", "0x1F", "a: \"0x1F\"\n"),
  ])
  func aBareScalarIsQuotedAsItStands(_ text: String, _ scalar: String, _ expected: String) throws {
    #expect(try edited(text) { $0.quote($1.span(of: scalar)) } == expected)
  }

  @Test(arguments: [("a: \"x\"\n", "\"x\""), ("a: [1]\n", "[1]"), ("a: *b\n", "*b"), ("a: x\n  y\n", "x\n  y")])
  func whatIsNoBareScalarIsNotQuoted(_ text: String, _ part: String) throws {
    #expect(try edited(text) { $0.quote($1.span(of: part)) } == nil)
  }

  @Test func aFlowCollectionBecomesText() throws {
    let json = #"[{"HTTP":80}]"#
    #expect(
      try edited("a: [{\"HTTP\": 80}] # x\n") { $0.replaceFlowCollection($1.span(of: "[{\"HTTP\": 80}]"), with: json) }
        == "a: '[{\"HTTP\":80}]' # x\n")
    #expect(
      try edited(#"{"a": [{"HTTP": 80}]}"#) { $0.replaceFlowCollection($1.span(of: "[{\"HTTP\": 80}]"), with: json) }
        == #"{"a": "[{\"HTTP\":80}]"}"#)
    #expect(try edited("a:\n- b\n") { $0.replaceFlowCollection($1.span(of: "- b"), with: json) } == nil)
  }

  // MARK: Parts

  @Test(arguments: [
    ("    a: '{\"x\":1}'\n", "    a: '{\"x\":\"1\"}'\n"),
    ("    a: \"{\\\"x\\\":1}\"\n", "    a: \"{\\\"x\\\":\\\"1\\\"}\"\n"),
    ("    a: |\n      {\"x\":1}\n", "    a: |\n      {\"x\":\"1\"}\n"),
  ])
  func aPartOfAValueIsReplacedWhereItStands(_ before: String, _ after: String) throws {
    #expect(
      try edited(service(before)) { builder, sample in
        builder.replacePart(5..<6, of: try annotation("a", in: sample).value, with: "\"1\"")
      } == service(after))
  }

  @Test func aPartOfAFoldedValueStays() throws {
    #expect(
      try edited(service("    a: >\n      one\n      two\n")) { builder, sample in
        builder.replacePart(4..<5, of: try annotation("a", in: sample).value, with: "T")
      } == nil)
  }

  // MARK: Deleting

  @Test(arguments: [
    ("    x: 'y'\n    a: old\n    b: c\n", "    x: 'y'\n    b: c\n"),
    ("    # about a\n    a: old # more\n    b: c\n", "    # about a\n    b: c\n"),
    ("    a: |\n      one\n\n      two\n\n    b: c\n", "\n    b: c\n"),
    ("    b: c\r\n    a: \"old\"\r\n", "    b: c\r\n"),
    ("    a:\n      old\n    b: c\n", "    b: c\n"), ("    a: ''\n", ""),
  ])
  func anEntryGoesWithItsLines(_ before: String, _ after: String) throws {
    #expect(try edited(service(before)) { $0.deleteEntry(try annotation("a", in: $1)) } == service(after))
  }

  @Test func theLastLineOfAFileGoesToo() throws {
    let text = "kind: Service\napiVersion: v1\nmetadata:\n  name: web\n  annotations:\n    b: c\n    a: old"
    #expect(
      try edited(text) { $0.deleteEntry(try annotation("a", in: $1)) }
        == "kind: Service\napiVersion: v1\nmetadata:\n  name: web\n  annotations:\n    b: c\n")
  }

  @Test(arguments: [
    ("{a: x, b: w}", "{b: w}"), ("{b: w, a: x}", "{b: w}"), ("{a: x}", "{}"),
    ("{\n  a: x,\n  b: w\n  }", "{\n  b: w\n  }"),
    ("{\n  b: w,\n  a: x\n  }", "{\n  b: w\n  }"), ("{\"a\":\"x\",\"b\":\"w\"}", "{\"b\":\"w\"}"),
    ("{b: w , a: x , c: z}", "{b: w , c: z}"),
  ])
  func anEntryInFlowStyleGoesWithOneComma(_ before: String, _ after: String) throws {
    func text(_ map: String) -> String {
      "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  annotations: \(map)\n"
    }
    #expect(try edited(text(before)) { $0.deleteEntry(try annotation("a", in: $1)) } == text(after))
  }

  @Test(arguments: ["    ? a\n    : old\n", "    a: &x old\n", "    a: # why\n      old\n"])
  func anEntryThatIsNotPlainlyOneStays(_ annotations: String) throws {
    #expect(try edited(service(annotations)) { $0.deleteEntry(try annotation("a", in: $1)) } == nil)
  }

  // MARK: Inserting

  @Test(arguments: [
    ("    a: old\n    c: d\n", "    a: old\n    fresh: new\n    c: d\n"),
    ("    a: 'old' # x\n", "    a: 'old' # x\n    fresh: 'new'\n"),
    ("    \"a\": \"old\"\r\n", "    \"a\": \"old\"\r\n    \"fresh\": \"new\"\r\n"),
    ("    a: |\n      old\n\n    c: d\n", "    a: |\n      old\n    fresh: new\n\n    c: d\n"),
  ])
  func aSiblingFollowsInTheSameStyle(_ before: String, _ after: String) throws {
    #expect(
      try edited(service(before)) { $0.insert("fresh", "new", after: try annotation("a", in: $1)) } == service(after))
  }

  @Test(arguments: [
    ("{a: x}", "{a: x, fresh: new}"), ("{a: x, b: w}", "{a: x, fresh: new, b: w}"),
    ("{\n    \"a\": \"x\"\n  }", "{\n    \"a\": \"x\",\n    \"fresh\": \"new\"\n  }"),
  ])
  func aSiblingFollowsInFlowStyle(_ before: String, _ after: String) throws {
    func text(_ map: String) -> String {
      "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  annotations: \(map)\n"
    }
    #expect(try edited(text(before)) { $0.insert("fresh", "new", after: try annotation("a", in: $1)) } == text(after))
  }

  @Test func aSiblingFollowsAtTheEndOfAFile() throws {
    let text = "kind: Service\napiVersion: v1\nmetadata:\n  name: web\n  annotations:\n    a: old"
    #expect(
      try edited(text) { $0.insert("fresh", "8", after: try annotation("a", in: $1)) } == text + "\n    fresh: \"8\"")
  }
}
