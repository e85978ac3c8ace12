import Testing

@testable import LoadBalancerModel

/// What is not JSON, with Go's words for it; expectations from Go 1.26.
@Suite struct GoJSONSyntaxTests {
  @Test(arguments: [
    ("", "unexpected end of JSON input"), (" ", "unexpected end of JSON input"), ("{", "unexpected end of JSON input"),
    ("\"a", "unexpected end of JSON input"),
    ("[1,]", "invalid character ']' looking for beginning of value"),
    ("{\"a\":}", "invalid character '}' looking for beginning of value"),
    ("'", #"invalid character '\'' looking for beginning of value"#),
    ("[1 2]", "invalid character '2' after array element"),
    ("[\"a\"x]", "invalid character 'x' after array element"),
    ("{,}", "invalid character ',' looking for beginning of object key string"),
    ("{\"a\":1,}", "invalid character '}' looking for beginning of object key string"),
    ("{\"a\" 1}", "invalid character '1' after object key"),
    ("{\"a\":1 \"b\"", "invalid character '\"' after object key:value pair"),
    ("01", "invalid character '1' after top-level value"), ("null x", "invalid character 'x' after top-level value"),
    ("[]\"", "invalid character '\"' after top-level value"),
    ("\"\\q\"", "invalid character 'q' in string escape code"),
    ("\"\\", "invalid character ' ' in string escape code"),
    ("\"\\u12\"", #"invalid character '"' in \u hexadecimal character escape"#),
    ("\"\\u12", #"invalid character ' ' in \u hexadecimal character escape"#),
    ("\"a\tb\"", #"invalid character '\t' in string literal"#),
    ("\"\0\"", #"invalid character '\x00' in string literal"#),
    ("-", "invalid character ' ' in numeric literal"), ("-a", "invalid character 'a' in numeric literal"),
    ("1.", "invalid character ' ' after decimal point in numeric literal"),
    ("1.x", "invalid character 'x' after decimal point in numeric literal"),
    ("1e", "invalid character ' ' in exponent of numeric literal"),
    ("1e+", "invalid character ' ' in exponent of numeric literal"),
    ("1ex", "invalid character 'x' in exponent of numeric literal"),
    ("tru", "invalid character ' ' in literal true (expecting 'e')"),
    ("type: redirect", "invalid character 'y' in literal true (expecting 'r')"),
    ("fa1se", "invalid character '1' in literal false (expecting 'l')"),
    ("nil", "invalid character 'i' in literal null (expecting 'u')"),
    // A byte of a longer character is shown as the character of that number.
    ("é", "invalid character 'Ã' looking for beginning of value"),
    ("\u{FEFF}[]", "invalid character 'ï' looking for beginning of value"),
    ("\u{A0}[]", "invalid character 'Â' looking for beginning of value"),
    ("[]\u{2028}", "invalid character 'â' after top-level value"),
  ])
  func namesTheFirstByteThatDoesNotBelong(_ text: String, _ message: String) throws {
    let failure = #expect(throws: GoJSON.Failure.self) { try JSONTree(text) }
    #expect(failure?.message == message)
  }

  @Test(arguments: [
    "null", " true ", "false", "-0.5e+10", "0", "[ ]", "{ }", "[[],{}]", "\"\\u00e9\\n\"", "\r\n\t[1 , 2]\n",
    "\"\u{7F}\"",
  ])
  func takesWhatIsJSON(_ text: String) throws {
    #expect(throws: Never.self) { try JSONTree(text) }
  }

  @Test func pointsAtTheByteOrAtTheEnd() throws {
    let inside = #expect(throws: GoJSON.Failure.self) { try JSONTree("[1 2]") }
    #expect(inside?.range == 3..<4)
    let atTheEnd = #expect(throws: GoJSON.Failure.self) { try JSONTree("[1") }
    #expect(atTheEnd?.range == 2..<2)
  }

  @Test func nestsTenThousandLevelsAndNoMore() throws {
    let deepest = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    #expect(throws: Never.self) { try JSONTree(deepest) }
    let tooDeep = #expect(throws: GoJSON.Failure.self) { try JSONTree("[\(deepest)]") }
    #expect(tooDeep?.message == "invalid character '[' exceeded max depth")
    let objects = #expect(throws: GoJSON.Failure.self) {
      try JSONTree(String(repeating: "{\"a\":", count: 10_001))
    }
    #expect(objects?.message == "invalid character '{' exceeded max depth")
  }
}
