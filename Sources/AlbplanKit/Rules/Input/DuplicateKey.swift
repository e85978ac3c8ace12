import Manifests

extension LintRule {
  package static let duplicateKey = LintRule(
    id: "duplicate-key",
    summary: "A mapping has a key twice.",
    rationale: "kubectl takes the last one and says nothing; other loaders take the first or refuse the file. Among "
      + "annotations one of the two settings is lost.",
    remedy: "Keep one entry, and merge the values if both are meant.",
    severity: .warning, mistakes: ["M006"],
    flagged: [
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/tags: Team=a
          alb.ingress.kubernetes.io/tags: Env=prod
          """),
        marks: ["alb.ingress.kubernetes.io/tags"],
        fixed: ingress("alb.ingress.kubernetes.io/tags: Env=prod"))
    ],
    accepted: [Example(ingress("alb.ingress.kubernetes.io/tags: Team=a,Env=prod"))],
    check: .input { context, report in
      let problems = context.objects.problems.filter { $0.kind == .duplicateKey }
      guard !problems.isEmpty else { return }
      let firsts = InputWalk.entries(at: Set(problems.compactMap(\.related)), in: context.files)
      for problem in problems {
        var fix: Finding.Fix?
        if let first = problem.related.flatMap({ firsts[$0] }),
          let edit = report.editor(for: problem.span)?.deleteEntry(
            key: first.entry.key.span, value: first.entry.value.span)
        {
          fix = Finding.Fix("remove the first one, which does not count", .unsafe, edits: [edit])
        }
        report(problem, fix: fix)
      }
    })
}
