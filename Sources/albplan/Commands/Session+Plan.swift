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
    if pipeline.isEmpty {
      guard !invocation.has(.failIfEmpty) else { throw Trouble("the input holds nothing that the controller reads") }
      note("the input holds no Ingress and no Service")
    }
    let sources = PreviewSources(inputs.files, secrets: parsed.flatMap(\.secretSpans))
    var isRefused = false
    for report in try invocation.reports() {
      if report.format == "model" {
        isRefused = try writeModel(pipeline, to: report) || isRefused
        continue
      }
      isRefused = try writePreview(pipeline, to: report, sources: sources) || isRefused
    }
    if isUnreadable || !inputs.problems.isEmpty { return .trouble }
    return isRefused ? .findings : .clean
  }

  /// Writes a preview; load balancers go out one by one. Returns whether anything is refused.
  private func writePreview(
    _ pipeline: Pipeline, to report: ReportRequest, sources: PreviewSources
  ) throws(Trouble) -> Bool {
    let style = style(of: report)
    let options = PreviewOptions(
      width: style.width, hasColour: style.isColored, showsOrigins: invocation.has(.origins))
    let format = PreviewFormat(rawValue: report.format) ?? .text
    guard report.path == nil else {
      var file = ByteOutput(descriptor: nil)
      let isRefused = pipeline.writePreview(as: format, sources: sources, options: options, to: &file)
      try deliver(file.bytes, to: report)
      return isRefused
    }
    var output = surroundings.output
    return pipeline.writePreview(as: format, sources: sources, options: options, to: &output)
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
