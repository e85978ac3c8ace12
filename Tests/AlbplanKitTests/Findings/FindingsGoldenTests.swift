import AlbplanKit
import Foundation
import Manifests
import Testing

/// One report with all that is hard about it, in every format. `Tests/tools/check_findings_formats.py` gives the recorded
/// files to the programs and schemas that they are for.
///
/// After a change that is meant: `ALBPLAN_RECORD=1 swift test --filter FindingsGoldenTests`, then read the difference.
@Suite struct FindingsGoldenTests {
  static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures/findings")

  @Test(arguments: FindingsFormat.allCases)
  func writesTheRecordedReport(_ format: FindingsFormat) throws {
    try compare(Self.report, format, "report")
  }

  @Test(arguments: FindingsFormat.allCases)
  func writesTheRecordedEmptyReport(_ format: FindingsFormat) throws {
    try compare(FindingsReport(findings: [], fileCount: Self.texts.count), format, "clean")
  }

  private func compare(_ report: FindingsReport, _ format: FindingsFormat, _ name: String) throws {
    var options = FindingsOptions(version: "0.1.0")
    options.paths = ReportPaths(workingDirectory: "/srv/infra/deploy", repository: "/srv/infra")
    let output = format.write(
      report, files: Self.texts.map { ReportSource($0.file) }, rules: Self.rules, options: options)
    let url = Self.directory.appendingPathComponent("\(name).\(format.fileExtension)")
    if ProcessInfo.processInfo.environment["ALBPLAN_RECORD"] == "1" { try Data(output.utf8).write(to: url) }
    #expect(output == String(decoding: try Data(contentsOf: url), as: UTF8.self))
  }

  // MARK: The report

  private static func input(_ name: String) -> [UInt8] {
    Array(FileManager.default.contents(atPath: directory.appendingPathComponent("input/\(name)").path) ?? Data())
  }

  /// The files go by names that formats must escape.
  static let texts: [SampleText] = [
    SampleText(bytes: input("ingress.yaml"), name: "web/ingress.yaml", id: 0),
    SampleText(bytes: input("service.yaml"), name: "./my services/größe, 50%.yaml", id: 1),
    SampleText("kind: Namespace\n", name: "clean.yaml", id: 2),
  ]

  static let rules: [LintRule] = [
    .sample("unknown-annotation", severity: .warning, remedy: "Write the name as the controller reads it."),
    .sample("invalid-scheme", remedy: "Write internal or internet-facing."),
    .sample("costly-default", severity: .info), .sample("number-for-string"), .sample("never-reported"),
  ]

  static let report: FindingsReport = {
    let (ingress, service) = (texts[0], texts[1])
    let schema = ingress.span(of: "alb.ingress.kubernetes.io/schema")
    let internet = ingress.span(of: "internet", occurrence: 2)
    let findings = [
      Finding(
        rule: "unknown-annotation", severity: .warning,
        message: "the controller reads no annotation \"alb.ingress.kubernetes.io/schema\"", span: schema,
        object: "Ingress shop/web",
        fix: Finding.Fix(
          "rename it to scheme", .safe, edits: [Finding.Edit(schema, "alb.ingress.kubernetes.io/scheme")])),
      Finding(
        rule: "costly-default", severity: .info, message: "advice about \"🎈ä\"",
        span: ingress.span(of: "x", occurrence: 1),
        object: "Ingress shop/web"),
      Finding(
        rule: "invalid-scheme", severity: .error, message: "unknown scheme \"internet\" [50% of {0}]", span: internet,
        object: "Ingress shop/web",
        notes: [
          Finding.Note(.controller, "unknown scheme: internet"),
          Finding.Note(.note, "the other member [b] says something else", at: service.span(of: "\"api & <b>\"")),
          Finding.Note(.help, "write internal or internet-facing"),
        ],
        fix: Finding.Fix(
          "open it to the world", .unsafe,
          edits: [Finding.Edit(ingress.point(behind: "scheme: internet"), "-facing"), Finding.Edit(schema, "x/y")])),
      Finding(
        rule: "number-for-string", severity: .error, message: "\"statusCode\" must be a string",
        span: ingress.span(
          of: "|\n      {\"type\": \"redirect\",\n       \"redirectConfig\": {\"statusCode\": 301}}\n"),
        object: "Ingress shop/web"),
      Finding(
        rule: "yaml-syntax", severity: .error, message: "a tab\u{1}cannot begin <a> & \"line\"\nof YAML, 'nor' *that*",
        span: service.span(of: "\t")),
      Finding(
        rule: "yaml-syntax", severity: .warning, message: "no value", span: service.point(behind: "name:"),
        object: "Service default/api & <b>"),
    ]
    return FindingsReport(findings: findings, suppressedCount: 2, fileCount: texts.count)
  }()
}

extension FindingsFormat {
  fileprivate var fileExtension: String {
    switch self {
    case .text: "txt"
    case .concise: "concise.txt"
    case .json: "json"
    case .jsonLines: "jsonl"
    case .sarif: "sarif"
    case .github: "github.txt"
    case .gitlab: "gitlab.json"
    case .junit: "junit.xml"
    case .checkstyle: "checkstyle.xml"
    case .rdjson: "rdjson.json"
    case .markdown: "md"
    }
  }
}
