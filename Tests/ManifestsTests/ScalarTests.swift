import Manifests
import Testing

@Suite struct ScalarTests {
  @Test(arguments: [
    ("true", YAMLScalar.bool(true)), ("y", .bool(true)), ("On", .bool(true)), ("off", .bool(false)),
    ("NO", .bool(false)),
    ("tRUE", .string("tRUE")), ("yup", .string("yup")), ("", .null), ("~", .null), ("Null", .null),
    ("nil", .string("nil")),
    ("0", .integer(0)), ("-1", .integer(-1)), ("+1", .integer(1)), ("010", .integer(8)), ("0o10", .integer(8)),
    ("0x1F", .integer(31)), ("-0x1f", .integer(-31)), ("0b101", .integer(5)), ("-0b101", .integer(-5)),
    ("1_000", .integer(1000)), ("08", .float(8)), ("-9223372036854775808", .integer(.min)),
    ("9223372036854775808", .largeInteger(1 << 63)), ("18446744073709551616", .float(18_446_744_073_709_551_616)),
    ("1.5", .float(1.5)), (".5", .float(0.5)), ("5.", .float(5)), ("1e3", .float(1000)), ("1.e-2", .float(0.01)),
    ("1e400", .string("1e400")), ("1e", .string("1e")), (".", .string(".")), ("0x", .string("0x")),
    ("12:30", .string("12:30")), ("1.2.3.4", .string("1.2.3.4")), ("2001-12-14", .string("2001-12-14")),
    ("0.0.0.0/0", .string("0.0.0.0/0")), ("443", .integer(443)), ("'443'", .string("443")), ("\"yes\"", .string("yes")),
    ("! 443", .string("443")), ("!!str 443", .string("443")), ("!!int \"443\"", .integer(443)),
    ("!!float 2", .float(2)),
    ("!!bool 'on'", .bool(true)), ("!!null ''", .null), ("!!binary aGk=", .string("hi")), ("!other 5", .string("5")),
  ])
  func aScalarIsWhatYAML11Says(_ example: (text: String, value: YAMLScalar)) throws {
    #expect(try root("a: \(example.text)\n")["a"]?.scalar == example.value)
  }

  @Test(arguments: [
    "!!int x", "!!int 1.5", "!!bool maybe", "!!null x", "!!float x", "!!binary '*'", "!!timestamp soon",
  ])
  func aTagThatDoesNotFitBreaksTheDocument(_ text: String) {
    #expect(problems("a: \(text)\n").map(\.kind) == [.syntax])
    #expect(documents("a: \(text)\n").isEmpty)
  }

  @Test(arguments: [
    ("1e-7", "1e-7"), ("0.000001", "0.000001"), ("1e20", "100000000000000000000"), ("1e21", "1e+21"), ("1.0", "1"),
    ("-0.0", "-0"), ("0.1", "0.1"), ("123456789012345678901234567890", "1.2345678901234568e+29"),
    ("-1.5e-9", "-1.5e-9"),
    ("1.7976931348623157e308", "1.7976931348623157e+308"), ("5e-324", "5e-324"),
  ])
  func numbersArePrintedAsGoPrintsThem(_ example: (text: String, json: String)) {
    #expect(documents("- \(example.text)\n") == ["[\(example.json)]"])
  }

  @Test(arguments: [
    ("1000000.5", "1.0000005e+06"), ("0.1", "0.1"), ("123456.0", "123456"), ("1e-5", "1e-05"),
    ("16777217.5", "1.6777218e+07"),
    (".inf", ".inf"), ("-.Inf", "-.inf"), (".nan", ".nan"),
  ])
  func floatKeysArePrintedInSinglePrecision(_ example: (text: String, key: String)) {
    #expect(documents("\(example.text): v\n") == ["{\"\(example.key)\":\"v\"}"])
  }

  @Test func textsAreEscapedAsInGo() throws {
    let text = #"- "\"\\\b\f\n\r\t\x01<>&\u2028é🚀""#
    #expect(documents(text) == [#"["\"\\\b\f\n\r\t\u0001<>&"# + "\u{2028}" + #"é🚀"]"#])
    #expect(
      jsonText(of: try root(text), escapesHTML: true)
        == #"["\"\\\b\f\n\r\t\u0001\u003c\u003e\u0026\u2028é🚀"]"#)
  }
}
