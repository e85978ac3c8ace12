import Manifests

extension LintRule {
  /// A rule that reports all problems of one kind that reading the input has met.
  static func problems(
    of kind: ManifestProblem.Kind, id: String, summary: String, rationale: String, remedy: String,
    severity: Severity, mistakes: [String] = [], flagged: [Example], accepted: [Example],
    isReported: @escaping @Sendable (ManifestProblem) -> Bool = { _ in true }
  ) -> LintRule {
    LintRule(
      id: id, summary: summary, rationale: rationale, remedy: remedy, severity: severity, mistakes: mistakes,
      flagged: flagged, accepted: accepted,
      check: .input { context, report in
        for problem in context.objects.problems where problem.kind == kind && isReported(problem) { report(problem) }
      })
  }

  /// What any right manifest looks like to rules on reading.
  static let readableExample: Example = """
    apiVersion: v1
    kind: Service
    metadata:
      name: web
    spec:
      selector: {app: web}
      ports: [{port: 80}]
    """
}

extension LintRule.Report {
  /// Reports a problem in its own words.
  mutating func callAsFunction(_ problem: ManifestProblem, fix: Finding.Fix? = nil) {
    var notes: [Finding.Note] = []
    if let related = problem.related { notes.append(Finding.Note(.note, problem.kind.wordsForRelated, at: related)) }
    self(Finding.Message(problem.message), at: problem.span, in: problem.object, notes: notes, fix: fix)
  }
}

extension ManifestProblem.Kind {
  /// What stands at the problem's other place.
  fileprivate var wordsForRelated: String {
    switch self {
    case .duplicateKey: "it stands here first"
    case .replacedObject: "this one takes its place"
    default: "this belongs to it"
    }
  }
}
