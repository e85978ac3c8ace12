import Testing

@testable import LoadBalancerModel

/// Go's `strconv`, `fmt` and `strings`; expectations from Go 1.26.
@Suite struct GoTextTests {
  @Test(arguments: [
    ("1", true), ("t", true), ("T", true), ("TRUE", true), ("true", true), ("True", true),
    ("0", false), ("f", false), ("F", false), ("FALSE", false), ("false", false), ("False", false),
    ("tRUE", nil), ("yes", nil), ("on", nil), ("", nil), (" true", nil), ("true\n", nil), ("2", nil),
  ])
  func readsTheTwelveWordsOfABool(_ text: String, _ value: Bool?) {
    #expect(GoText.parseBool(text) == value)
  }

  @Test(
    arguments: [
      ("0", 0), ("+5", 5), ("-5", -5), ("007", 7), ("2147483647", .max), ("-2147483648", .min), ("-0", 0),
    ] as [(String, Int32)])
  func readsAnInteger(_ text: String, _ value: Int32) throws {
    #expect(try GoText.parseInteger(text) as Int32 == value)
  }

  @Test(
    arguments: [
      ("", .invalidSyntax), ("-", .invalidSyntax), ("--2", .invalidSyntax), (" 1", .invalidSyntax),
      ("1 ", .invalidSyntax),
      ("20.0", .invalidSyntax), ("2e1", .invalidSyntax), ("1_000", .invalidSyntax), ("0x10", .invalidSyntax),
      ("２０", .invalidSyntax), ("2147483648", .valueOutOfRange), ("-2147483649", .valueOutOfRange),
      ("99999999999999999999", .valueOutOfRange),
      // Go looks at each digit in turn and stops at the first that leads beyond the unsigned type.
      ("4294967296x", .valueOutOfRange), ("4294967295x", .invalidSyntax), ("2147483648x", .invalidSyntax),
    ] as [(String, GoText.IntegerError)])
  func refusesWhatIsNoInteger(_ text: String, _ failure: GoText.IntegerError) {
    #expect(throws: failure) { try GoText.parseInteger(text) as Int32 }
  }

  @Test func namesTheFunctionAndQuotesTheText() {
    #expect(
      GoText.IntegerError.invalidSyntax.message(for: "\"20\"\n")
        == #"strconv.ParseInt: parsing "\"20\"\n": invalid syntax"#)
    #expect(
      GoText.IntegerError.valueOutOfRange.message(for: "9", function: "Atoi")
        == #"strconv.Atoi: parsing "9": value out of range"#)
  }

  @Test(arguments: [
    ("plain é 😀", "\"plain é 😀\""), ("\"\\", #""\"\\""#), ("\u{07}\u{08}\t\n\u{0B}\u{0C}\r", #""\a\b\t\n\v\f\r""#),
    ("\0\u{1F}\u{7F}", #""\x00\x1f\x7f""#), ("\u{80}\u{A0}\u{AD}", #""\u0080\u00a0\u00ad""#),
    ("\u{FEFF}\u{2028}", #""\ufeff\u2028""#), ("\u{10FFFF}", #""\U0010ffff""#), ("e\u{301}", "\"e\u{301}\""),
    // Assigned after Unicode 15.0, which is the newest that Go knows.
    ("\u{897}", #""\u0897""#),
  ])
  func quotes(_ text: String, _ quoted: String) {
    #expect(GoText.quote(text).utf8.elementsEqual(quoted.utf8))
  }

  @Test(arguments: [
    ("  a b  ", "a b"), ("\t\n\u{0B}\u{0C}\r\u{85}\u{A0}\u{2003}\u{3000}a", "a"), ("\u{200B}a", "\u{200B}a"), ("", ""),
    (" ", ""), ("\u{FEFF}", "\u{FEFF}"),
  ])
  func trims(_ text: String, _ trimmed: String) {
    #expect(GoText.trim(text).utf8.elementsEqual(trimmed.utf8))
  }

  @Test func printsListsSetsAndMapsInOrder() {
    #expect(GoText.list(["b", "", "a"]) == "[b  a]")
    #expect(GoText.set(["internet-facing", "internal", "internal"]) == "map[internal:{} internet-facing:{}]")
    #expect(GoText.map(["b": "2", "a": "1", "B": ""]) == "map[B: a:1 b:2]")
    #expect(GoText.map([:]) == "map[]")
  }
}
