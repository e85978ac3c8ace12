import AlbplanKit
import Foundation
import Manifests
import Testing

/// The problem matcher of GitHub Actions reads every line of the concise format, coloured or not.
@Suite struct ProblemMatcherTests {
  private struct Matcher: Decodable {
    struct Pattern: Decodable {
      var regexp: String
      var file: Int, line: Int, column: Int, severity: Int?, message: Int, code: Int
    }
    var owner: String
    var severity: String?
    var pattern: [Pattern]
  }
  private struct MatcherFile: Decodable { var problemMatcher: [Matcher] }

  /// What GitHub would take from a line.
  private struct Problem: Hashable {
    var file: String, line: String, column: String, severity: String, message: String, code: String
  }

  private func matchers() throws -> [Matcher] {
    let url = FindingsGoldenTests.directory.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/ci/github-action/albplan-matcher.json")
    return try JSONDecoder().decode(MatcherFile.self, from: try Data(contentsOf: url)).problemMatcher
  }

  private func problems(in line: String) throws -> [Problem] {
    try matchers().compactMap { matcher in
      let pattern = try #require(matcher.pattern.first)
      let regex = try NSRegularExpression(pattern: pattern.regexp)
      let whole = NSRange(line.startIndex..., in: line)
      guard let match = regex.firstMatch(in: line, range: whole) else { return nil }
      func group(_ index: Int) -> String { Range(match.range(at: index), in: line).map { String(line[$0]) } ?? "" }
      return Problem(
        file: group(pattern.file), line: group(pattern.line), column: group(pattern.column),
        severity: pattern.severity.map(group) ?? matcher.severity ?? "", message: group(pattern.message),
        code: group(pattern.code))
    }
  }

  @Test(arguments: [(false, false), (true, false), (true, true)])
  func readsEveryFinding(_ usesColor: Bool, _ linksRules: Bool) throws {
    var options = FindingsOptions.sample
    options.usesColor = usesColor
    options.linksRules = linksRules
    let report = FindingsGoldenTests.report
    let files = FindingsGoldenTests.texts.map { ReportSource($0.file) }
    let lines = FindingsFormat.concise.write(report, files: files, rules: [], options: options).split(separator: "\n")
    #expect(lines.count == report.findings.count)
    let names = ["web/ingress.yaml", "my services/größe, 50%.yaml"]
    for (line, finding) in zip(lines, report.findings) {
      let problem = Problem(
        file: names[Int(finding.span.file.index)], line: "\(finding.span.start.line)",
        column: "\(finding.span.start.column)",
        severity: finding.severity == .info ? "notice" : finding.severity.rawValue,
        message: finding.message.text == "a tab\u{1}cannot begin <a> & \"line\"\nof YAML, 'nor' *that*"
          ? "a tab\\u{1}cannot begin <a> & \"line\"\\nof YAML, 'nor' *that*" : finding.message.text,
        code: finding.rule)
      #expect(try problems(in: String(line)) == [problem])
    }
  }

  @Test(arguments: [
    "2 errors in 1 file", "  = help: write another", "::error file=a.yaml,line=1,col=2::a.yaml:1:2: error: m [r]", "",
    "albplan: note: read a.yaml:1:2: error", " a.yaml:1:2: error: m [r]",
  ])
  func takesNothingElse(_ line: String) throws {
    #expect(try problems(in: line).isEmpty)
  }

  @Test func ownersAreUnique() throws {
    let owners = try matchers().map(\.owner)
    #expect(Set(owners).count == owners.count)
  }
}
