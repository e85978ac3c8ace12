import Testing

@testable import AlbplanKit

@Suite struct YAMLWriterTests {
  private func yaml(_ body: (inout YAMLWriter) -> Void) -> String {
    var writer = YAMLWriter()
    body(&writer)
    return String(decoding: writer.take(), as: UTF8.self)
  }

  @Test func containersNest() {
    let text = yaml { writer in
      writer.object { writer in
        writer.member("a", 1)
        writer.list("empty", [Int]()) { $0.number($1) }
        writer.object("none") { _ in }
        writer.list("rows", [1, 2]) { writer, number in
          writer.object { writer in
            writer.member("k", number)
            writer.list("deep", [[number], []]) { writer, numbers in
              writer.beginList()
              for number in numbers { writer.number(number) }
              writer.endList()
            }
          }
        }
        writer.object("inner") { $0.member("b", true) }
      }
    }
    #expect(
      text == """
        a: 1
        empty: []
        none: {}
        rows:
          - k: 1
            deep:
              - - 1
              - []
          - k: 2
            deep:
              - - 2
              - []
        inner:
          b: true

        """)
  }

  @Test func entriesAfterAScalarKeepTheirDash() {
    let text = yaml { writer in
      writer.object { writer in
        writer.list("rows", ["a", "b"]) { writer, name in writer.object { $0.member("k", name) } }
        writer.list("names", ["a", "b"]) { $0.string($1) }
      }
    }
    #expect(text == "rows:\n  - k: a\n  - k: b\nnames:\n  - a\n  - b\n")
  }

  @Test(arguments: ["shop/web", "arn:aws:acm:us-west-2:1:certificate/a-b", "(known after apply)", "a b", "e3", "k8s-x"])
  func harmlessTextIsPlain(text: String) {
    #expect(yaml { $0.string(text) } == "\(text)\n")
  }

  @Test(arguments: [
    "", "on", "Off", "YES", "n", "null", "~", "1", "0x1F", "1:30", "1e3", ".5", "-", "- a", "a: b", "a #b", "a:", " a", "a ",
    "*a", "&a", "!a", "{a", "[a", "#a", "@a", "`a", "%a", "|", ">", "2026-01-01", "nan", "é", "a\"b",
  ])
  func whatAnyYAMLVersionReadsOtherwiseIsQuoted(text: String) {
    #expect(yaml { $0.string(text) }.hasPrefix("\""))
  }

  @Test func escapesAreThoseOfYAML() {
    #expect(yaml { $0.string("a\"\\\n\t\u{1}\u{7F}\u{2028}é") } == "\"a\\\"\\\\\\n\\t\\u0001\\u007F\\u2028é\"\n")
  }
}
