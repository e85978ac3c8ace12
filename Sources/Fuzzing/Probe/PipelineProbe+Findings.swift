import AlbplanKit
import LoadBalancerModel
import Manifests

/// What is written of findings, and what must hold of it.
extension PipelineProbe {
  mutating func runFindings(
    _ pipeline: Pipeline, _ files: [ParsedFile], _ spans: SpanCheck
  ) {
    stage("lint")
    let findings = Linter.findings(pipeline, files: files, rules: LintRule.all)
    for finding in findings {
      expect(finding.span, in: spans, "finding \(finding.rule)")
      for note in finding.notes { if let span = note.span { expect(span, in: spans, "note of \(finding.rule)") } }
      for edit in finding.fix?.edits ?? [] { expect(edit.span, in: spans, "edit of \(finding.rule)") }
    }
    stage("suppressions")
    let suppressions = Suppressions(files: files, objects: pipeline.world.objects)
    let settled = FindingPolicy().settle(
      findings, files: files.map(\.source), suppressions: suppressions, rules: LintRule.all)
    stage("findings")
    writeFindings(settled.report, files)
    let hasFixes = settled.report.findings.contains { $0.fix != nil }
    if hasFixes, writes(oneOf: 6) { fix(pipeline.world, files.map(\.source)) }
  }

  /// Applies all fixes: a second time there is nothing left to apply, and what was YAML still is.
  private mutating func fix(_ world: World, _ files: [SourceFile]) {
    let stage = stage
    func look(_ files: [SourceFile]) -> FixRun.Review {
      stage("fix")
      return Self.review(files, world)
    }
    for allowsUnsafe in [false, true] {
      let first = FixRun(files, allowsUnsafe: allowsUnsafe, look: look)
      if !first.changed.isEmpty {
        let second = FixRun(first.files, allowsUnsafe: allowsUnsafe, look: look)
        expect(!first.isStable || second.changed.isEmpty, "fixing twice changes more")
      }
      expect(first.isStable, "fixing never ends")
      for (before, after) in zip(files, first.files) where before.bytes != after.bytes {
        fingerprint(after.bytes)
        let patch = UnifiedDiff.write(from: ReportSource(before), to: ReportSource(after), path: before.name)
        expect(!patch.isEmpty, "a change without a difference")
      }
    }
  }

  private static func review(_ files: [SourceFile], _ world: World) -> FixRun.Review {
    let parsed = files.map(parse)
    var world = world
    world.objects = KubernetesObjects(parsed)
    let findings = Linter.findings(Pipeline(world: world), files: parsed, rules: LintRule.all)
    let suppressions = Suppressions(files: parsed, objects: world.objects)
    let settled = FindingPolicy().settle(findings, files: files, suppressions: suppressions, rules: LintRule.all)
    let unreadable = parsed.filter { file in file.problems.contains { $0.kind == .syntax } }.map(\.source.id)
    return FixRun.Review(findings: settled.report.findings, unreadable: Set(unreadable))
  }

  mutating func writeFindings(_ report: FindingsReport, _ files: [ParsedFile]) {
    let sources = files.map(ReportSource.init)
    var options = FindingsOptions(version: "0")
    options.width = 80
    for format in FindingsFormat.allCases where writes(oneOf: 5) {
      stage("findings")
      let bytes = Array(format.write(report, files: sources, rules: LintRule.all, options: options).utf8)
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
