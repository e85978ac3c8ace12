import LoadBalancerModel
import Manifests

/// An example of a rule as it comes out of the linter.
struct RuleExample {
  /// The name under which the findings speak of the manifest.
  private static let name = "example.yaml"

  let example: LintRule.Example
  /// The rule's own findings.
  let findings: [Finding]
  private let parsed: ParsedFile

  init(_ example: LintRule.Example, of rule: LintRule) {
    self.example = example
    parsed = parse(SourceFile(id: FileID(0), name: Self.name, bytes: Array(example.manifest.utf8)))
    let objects = KubernetesObjects([parsed])
    let layer = example.context.map {
      ContextFile(SourceFile(id: FileID(1), name: "context.yaml", bytes: Array($0.utf8))).layer
    }
    let pipeline = Pipeline(world: World(objects: objects, layer: layer ?? ConfigurationLayer()))
    var policy = FindingPolicy()
    policy.selection.select = ["all"]
    let settled = policy.settle(
      Linter.findings(pipeline, files: [parsed], rules: LintRule.all), files: [parsed.source],
      suppressions: Suppressions(files: [parsed], objects: objects), rules: LintRule.all)
    findings = settled.report.findings.filter { $0.rule == rule.id }
  }

  /// The findings as `albplan lint` prints them, without the last line.
  func text(_ options: FindingsOptions) -> String {
    let page = FindingsPage(
      FindingsReport(findings: findings, fileCount: 1), files: [ReportSource(parsed)], rules: LintRule.all,
      options: options)
    let ink = FindingsInk(options)
    return findings.map { TextFindings.block(of: $0, page, ink).joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }
}

extension LintRule.Example {
  /// The manifest as a page or a screen can show it: control characters are spelled out.
  var shownManifest: String {
    guard manifest.utf8.contains(where: { $0 < 0x20 && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\t") }) else {
      return manifest
    }
    return manifest.split(separator: "\n", omittingEmptySubsequences: false).map { SafeText.escaped(String($0)) }
      .joined(separator: "\n")
  }
}
