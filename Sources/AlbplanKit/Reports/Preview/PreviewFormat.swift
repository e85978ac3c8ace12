import LoadBalancerModel
import Manifests

/// A form in which plans are written for people, or for machines that want more than the controller's own model.
package enum PreviewFormat: String, CaseIterable, Sendable {
  /// For a terminal.
  case text
  /// For a comment on a pull request, or a job's summary.
  case markdown
  /// After `docs/schema/plan.schema.json`.
  case json
  /// The same document as YAML.
  case yaml

  /// What writes a report of this form.
  package func reporter(
    for context: PlanContext, sources: PreviewSources, options: PreviewOptions
  ) -> any PlanReporter {
    switch self {
    case .text: TextPlanReporter(context, sources, options)
    case .markdown: MarkdownPlanReporter(context, sources, options)
    case .json: DocumentPlanReporter(context, sources, JSONWriter(layout: .indented(2), escapesHTML: false))
    case .yaml: DocumentPlanReporter(context, sources, YAMLWriter())
    }
  }
}

/// Writes a report on plans, one load balancer after the other: none is kept longer than it takes to write it.
package protocol PlanReporter {
  /// Adds what became of one IngressGroup or Service. IngressGroups come first.
  mutating func add(_ outcome: StackOutcome, to out: inout some TextOutputStream)
  /// Writes what comes after the last one.
  mutating func finish(to out: inout some TextOutputStream)
}

extension Pipeline {
  /// Builds everything and writes a report on it. Returns whether the controller refuses anything.
  ///
  /// - Parameter look: gets each outcome before it is written.
  package func writePreview(
    as format: PreviewFormat, sources: PreviewSources, options: PreviewOptions = .init(),
    to out: inout some TextOutputStream, look: (StackOutcome) -> Void = { _ in }
  ) -> Bool {
    let context = PlanContext(self)
    var reporter = format.reporter(for: context, sources: sources, options: options)
    var isRefused = context.hasRefusal
    func add(_ outcome: StackOutcome, to out: inout some TextOutputStream) {
      look(outcome)
      if case .refused = outcome.result { isRefused = true }
      reporter.add(outcome, to: &out)
    }
    forEachIngressGroup { add($0, to: &out) }
    forEachService { add($0, to: &out) }
    reporter.finish(to: &out)
    return isRefused
  }
}
