import AlbplanKit
import LoadBalancerModel
import Manifests

/// `albplan plan`, and `albplan FILE` without a command word.
extension Session {
  func plan() throws(Trouble) -> ExitStatus {
    let inputs = try readInputs()
    let parsed = inputs.files.map { parse($0) }
    let objects = KubernetesObjects(parsed, defaultNamespace: invocation[.namespace] ?? "default")
    let world = try world(around: objects)
    let isUnreadable = report(objects.problems, in: inputs.files)
    let pipeline = Pipeline(world: world)
    var isRefused = false
    for report in try invocation.reports() {
      if report.format == "model" {
        isRefused = try writeModel(pipeline, to: report) || isRefused
        continue
      }
      let plan = PlanReport(pipeline)
      isRefused = isRefused || plan.hasRefusal
      try deliver(text(of: plan, as: report, sources: PreviewSources(inputs.files, secrets: parsed.flatMap(\.secretSpans))).utf8, to: report)
    }
    if isUnreadable || !inputs.problems.isEmpty { return .trouble }
    return isRefused ? .findings : .clean
  }

  private func text(of plan: PlanReport, as report: ReportRequest, sources: PreviewSources) -> String {
    let style = style(of: report)
    let options = PreviewOptions(
      width: style.width, hasColour: style.isColored, showsOrigins: invocation.has(.origins))
    var text = ""
    switch report.format {
    case "markdown": PlanPreview.writeMarkdown(plan, sources: sources, options: options, to: &text)
    case "json": PlanPreview.writeJSON(plan, sources: sources, to: &text)
    case "yaml": PlanPreview.writeYAML(plan, sources: sources, to: &text)
    default: PlanPreview.writeText(plan, sources: sources, options: options, to: &text)
    }
    return text
  }

  /// Writes the controller's own JSON; stacks go out one by one. Returns whether anything is refused.
  private func writeModel(_ pipeline: Pipeline, to report: ReportRequest) throws(Trouble) -> Bool {
    guard report.path == nil else {
      var bytes: [UInt8] = []
      let isRefused = ModelReport.write(pipeline) { bytes += $0 }
      try deliver(bytes, to: report)
      return isRefused
    }
    return ModelReport.write(pipeline) { surroundings.output.write($0) }
  }

  /// Says what could not be read or taken. Returns whether a text was not even YAML.
  private func report(_ problems: [ManifestProblem], in files: [SourceFile]) -> Bool {
    var isUnreadable = false
    for problem in problems {
      let index = Int(problem.span.file.index)
      let name = files.indices.contains(index) ? files[index].name : "?"
      let place = "\(name):\(problem.span.start.line):\(problem.span.start.column)"
      let object = problem.object.map { " (\($0))" } ?? ""
      switch problem.kind {
      case .unrenderedTemplate: note("\(place): \(problem.message)\(object)")
      case .syntax, .limit:
        isUnreadable = true
        complain("\(place): \(problem.message)\(object)")
      default: complain("\(place): \(problem.message)\(object)")
      }
    }
    return isUnreadable
  }
}
