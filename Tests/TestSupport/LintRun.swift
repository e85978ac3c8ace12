package import AlbplanKit
import LoadBalancerModel
package import Manifests

/// One manifest through the linter, as the command does it with all rules on.
package struct LintRun {
  package let file: SourceFile
  package let findings: [Finding]

  package init(_ manifest: String, context: String? = nil, rules: [LintRule] = LintRule.all) {
    self.init(SourceFile(id: FileID(0), name: "manifest.yaml", bytes: Array(manifest.utf8)), context, rules)
  }

  private init(_ file: SourceFile, _ context: String?, _ rules: [LintRule]) {
    let parsed = parse(file)
    let objects = KubernetesObjects([parsed])
    let layer = context.map {
      ContextFile(SourceFile(id: FileID(0), name: "context.yaml", bytes: Array($0.utf8))).layer
    }
    let pipeline = Pipeline(world: World(objects: objects, layer: layer ?? ConfigurationLayer()))
    var policy = FindingPolicy()
    policy.selection.select = ["all"]
    self.file = file
    findings =
      policy.settle(
        Linter.findings(pipeline, files: [parsed], rules: rules), files: [file],
        suppressions: Suppressions(files: [parsed], objects: objects), rules: rules
      ).report.findings
  }

  /// The rule's findings, in order.
  package func findings(of rule: LintRule) -> [Finding] { findings.filter { $0.rule == rule.id } }

  /// The source text under a finding.
  package func text(under finding: Finding) -> String {
    let source = IndexedSource(file)
    return source.text(source.range(of: finding.span))
  }

  /// The manifest after all fixes of the rule, the unsafe ones too.
  package static func mended(_ manifest: String, context: String? = nil, by rule: LintRule) -> String {
    let file = SourceFile(id: FileID(0), name: "manifest.yaml", bytes: Array(manifest.utf8))
    let run = FixRun([file], allowsUnsafe: true) { files in
      let run = LintRun(files[0], context, LintRule.all)
      return FixRun.Review(findings: run.findings(of: rule))
    }
    return String(decoding: run.files[0].bytes, as: UTF8.self)
  }
}
