import AlbplanKit
import Manifests
import Testing

@Suite struct GitHubFindingsTests {
  @Test func escapesMessageAndPropertiesAsTheToolkitDoes() {
    let text = SampleText("a: 1\n", name: "a,b:c%.yaml")
    let finding = Finding(
      rule: "r", severity: .warning, message: "50% off", span: text.span(of: "1"),
      notes: [Finding.Note(.controller, "one\ntwo")])
    #expect(
      written([finding], in: [text], as: .github) == """
        ::warning file=a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=4,endColumn=5,title=albplan (r)::a,b:c%25.yaml:1:4: \
        50%25 off [r]%0Acontroller: one%0Atwo

        """)
  }

  @Test func leavesColumnsOutOverSeveralLines() {
    let text = SampleText("a:\n  b: 1\n")
    let finding = Finding(rule: "r", severity: .info, message: "m", span: text.span(of: "a:\n  b: 1"))
    #expect(written([finding], in: [text], as: .github).hasPrefix("::notice file=ingress.yaml,line=1,endLine=2,title="))
  }

  @Test func writesWhatGitHubWouldDropAsPlainLines() {
    let text = SampleText("a: 1\n", name: "::error::x.yaml")
    let findings = [Severity.error, .warning, .info].flatMap { severity in
      (0..<12).map { Finding(rule: "r\($0)", severity: severity, message: "m", span: text.span(of: "1")) }
    }
    let lines = written(findings, in: [text], as: .github).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    #expect(lines.count { $0.hasPrefix("::warning ") } == 10)
    #expect(lines.count { $0.hasPrefix("::notice ") } == 10)
    // A file's name cannot become a command.
    #expect(lines.count { $0.hasPrefix("./::error::x.yaml:1:4: m [r") } == 7)
    #expect(lines.last == "::notice title=albplan::7 findings are not shown as annotations; the log has them all")
  }
}
