import AlbplanKit
import LoadBalancerModel
import Manifests

/// What one look at the texts gave.
struct LintLook {
  var manifests: LoadedManifests
  var settled: SettledFindings
  /// Where findings begin, those too that are not shown.
  private var places: Set<Place>

  private struct Place: Hashable {
    var file: FileID
    var start: SourcePosition
  }

  /// - Parameter findings: all that the rules reported.
  init(_ manifests: LoadedManifests, findings: [Finding], policy: FindingPolicy) {
    self.manifests = manifests
    settled = policy.settle(
      findings, files: manifests.parsed.map(\.source),
      suppressions: Suppressions(files: manifests.parsed, objects: manifests.objects), rules: LintRule.all)
    places = Set(findings.map { Place(file: $0.span.file, start: $0.span.start) })
  }

  /// Parses, plans and lints.
  init(_ manifests: LoadedManifests, setup: LintSetup) {
    self.init(
      manifests, findings: Linter.findings(manifests.pipeline, files: manifests.parsed, rules: setup.rules),
      policy: setup.policy)
  }

  var findings: [Finding] { settled.report.findings }

  /// Whether a finding tells of a problem in the text.
  func tells(_ problem: ManifestProblem) -> Bool {
    places.contains(Place(file: problem.span.file, start: problem.span.start))
  }

  /// The input holds nothing that a rule or the controller looks at.
  var isEmpty: Bool {
    let objects = manifests.objects
    return manifests.pipeline.isEmpty && objects.ingressClasses.isEmpty && objects.ingressClassParams.isEmpty
  }

  /// The texts that a report speaks of: those that were to be looked at, and others that findings lead to.
  func sources(reported: Set<FileID>?) -> [ReportSource] {
    guard let reported else { return manifests.parsed.map { ReportSource($0) } }
    var wanted = reported
    for finding in findings {
      wanted.insert(finding.span.file)
      for note in finding.notes { if let span = note.span { wanted.insert(span.file) } }
      for edit in finding.fix?.edits ?? [] { wanted.insert(edit.span.file) }
    }
    return manifests.parsed.filter { wanted.contains($0.source.id) }.map { ReportSource($0) }
  }
}

extension LintSetup {
  /// How a report looks that goes to a place with this style.
  func options(_ style: TextStyle, isTerminal: Bool) -> FindingsOptions {
    var options = FindingsOptions(version: Version.number)
    options.usesColor = style.isColored
    options.linksRules = isTerminal && style.isColored
    options.width = style.width
    options.paths = policy.paths
    options.sourceBrowser = sourceBrowser
    return options
  }
}
