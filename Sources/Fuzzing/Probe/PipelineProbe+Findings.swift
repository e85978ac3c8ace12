import AlbplanKit
import LoadBalancerModel
import Manifests

/// What is written of findings, and what must hold of it.
extension PipelineProbe {
  mutating func runFindings(
    _ pipeline: Pipeline, _ failures: [BuildFailure], _ files: [ParsedFile], _ spans: SpanCheck
  ) {
    stage("findings")
    let objects = pipeline.world.objects
    let findings = Self.findings(objects, failures)
    for finding in findings { expect(finding.span, in: spans, "finding \(finding.rule)") }
    let suppressions = Suppressions(files: files, objects: objects)
    let settled = FindingPolicy().settle(
      findings, files: files.map(\.source), suppressions: suppressions, rules: [])
    writeFindings(settled.report, files)
  }

  /// Each problem of a manifest and each refusal as a finding.
  private static func findings(_ objects: KubernetesObjects, _ failures: [BuildFailure]) -> [Finding] {
    let problems = objects.problems.map { problem in
      Finding(
        rule: "manifest-problem", severity: .error, message: Finding.Message(problem.message), span: problem.span,
        object: problem.object, notes: problem.related.map { [Finding.Note(.note, "here", at: $0)] } ?? [])
    }
    let refusals = failures.compactMap { failure in
      failure.culprits.first.map { culprit in
        Finding(
          rule: failure.code.id, severity: .warning, message: Finding.Message(failure.message), span: culprit,
          notes: failure.culprits.dropFirst().map { Finding.Note(.controller, failure.message, at: $0) })
      }
    }
    return problems + refusals
  }

  mutating func writeFindings(_ report: FindingsReport, _ files: [ParsedFile]) {
    let sources = files.map(ReportSource.init)
    var options = FindingsOptions(version: "0")
    options.width = 80
    for format in FindingsFormat.allCases where writes(oneOf: 5) {
      let bytes = Array(format.write(report, files: sources, rules: [], options: options).utf8)
      switch format {
      case .json, .sarif, .gitlab, .rdjson: takeJSON(bytes, "findings as \(format.rawValue)")
      case .jsonLines:
        take(bytes, "findings as json-lines")
        guard extent.contains(.outputs) else { break }
        for line in bytes.split(separator: 0x0A) {
          expect(JSONCheck.fault(in: Array(line)) == nil, "a line of json-lines is no JSON")
        }
      case .text, .concise, .markdown, .github, .junit, .checkstyle:
        take(bytes, "findings as \(format.rawValue)")
        guard extent.contains(.outputs) else { break }
        let isXML = format == .junit || format == .checkstyle
        let control = bytes.first { $0 < 0x20 && $0 != 0x0A && !(isXML && $0 == 0x09) || $0 == 0x7F && !isXML }
        expect(control == nil, "findings as \(format.rawValue) hold a control character \(control ?? 0)")
      }
    }
  }
}
