import AlbplanKit
import LoadBalancerModel
import Manifests

/// `albplan plan FILE…`
extension Session {
  func plan() throws(Trouble) -> ExitStatus {
    let project = try ProjectFile.find(for: self)
    let reports = try invocation.reports(preferring: project?.settings.lint.format?.value)
    let layer = try configurationLayer(over: project)
    let inputs = try readInputs(excluding: project?.excludes)
    if inputs.files.isEmpty, !inputs.problems.isEmpty { return .trouble }
    let manifests = load(inputs.files, layer: layer)
    report(manifests.problems, in: inputs.files)
    let isTrouble = !inputs.problems.isEmpty || !manifests.unreadable.isEmpty
    if manifests.pipeline.isEmpty, !isTrouble { try reportEmptiness() }
    mentionRelease(layer)
    var isRefused = false
    for report in reports {
      isRefused = try write(manifests, to: report) || isRefused
    }
    if isTrouble { return .trouble }
    return isRefused ? .findings : .clean
  }

  /// Writes one report on a plan; load balancers go out one by one. Returns whether anything is refused.
  private func write(_ manifests: LoadedManifests, to report: ReportRequest) throws(Trouble) -> Bool {
    guard let format = PreviewFormat(rawValue: report.format) else { return try writeModel(manifests, to: report) }
    let options = previewOptions(of: report)
    guard report.path == nil else {
      var file = ByteOutput(descriptor: nil)
      let isRefused = manifests.pipeline.writePreview(
        as: format, sources: manifests.previewSources, options: options, to: &file)
      try deliver(file.bytes, to: report)
      return isRefused
    }
    var output = surroundings.output
    return manifests.pipeline.writePreview(
      as: format, sources: manifests.previewSources, options: options, to: &output)
  }

  /// Writes the controller's own JSON; stacks go out one by one. Returns whether anything is refused.
  func writeModel(_ manifests: LoadedManifests, to report: ReportRequest) throws(Trouble) -> Bool {
    guard report.path == nil else {
      var bytes: [UInt8] = []
      let isRefused = ModelReport.write(manifests.pipeline) { bytes += $0 }
      try deliver(bytes, to: report)
      return isRefused
    }
    return ModelReport.write(manifests.pipeline) { surroundings.output.write($0) }
  }

  func previewOptions(of report: ReportRequest) -> PreviewOptions {
    let style = style(of: report)
    return PreviewOptions(
      width: style.width, hasColour: style.isColored, showsOrigins: invocation.has(.origins),
      maximumLength: PreviewOptions.longestComment)
  }
}
