import AlbplanKit
import LoadBalancerModel
import Manifests

/// `albplan lint FILE…`
extension Session {
  func lint() throws(Trouble) -> ExitStatus {
    let isMending = invocation.has(.fix) || invocation.has(.diff)
    guard isMending || !invocation.has(.unsafeFixes) else {
      throw Trouble("\"--unsafe-fixes\" goes with \"--fix\" or with \"--diff\"")
    }
    let project = try ProjectFile.find(for: self)
    let reports = try findingsReports(over: project)
    let layer = try configurationLayer(over: project)
    try refuseStartup(layer, project: project)
    var setup = try lintSetup(over: project)
    let inputs = try readInputs(excluding: project?.excludes)
    if inputs.files.isEmpty, !inputs.problems.isEmpty { return .trouble }
    setup.policy.reportedFiles = inputs.named

    if isMending { return try mend(inputs, setup, layer, reports) }
    let look = LintLook(load(inputs.files, layer: layer), setup: setup)
    let isTrouble = try report(look, of: inputs, setup)
    if let path = invocation[.writeBaseline] {
      try writeBaseline(look, setup, to: path)
      return isTrouble ? .trouble : .clean
    }
    for report in reports { try write(look, setup, to: report) }
    if isTrouble { return .trouble }
    return setup.fails(look.findings) ? .findings : .clean
  }

  private func findingsReports(over project: ProjectFile?) throws(Trouble) -> [ReportRequest] {
    let reports = try invocation.reports(preferring: project?.settings.lint.format?.value)
    if invocation.has(.statistics) {
      for report in reports where FindingsStatistics.Format(rawValue: report.format) == nil {
        throw Trouble("\"--statistics\" is written as text or json, not as \(report.format)")
      }
    }
    return reports
  }

  /// Says on standard error what is no finding. Returns whether something could not be looked at.
  func report(_ look: LintLook, of inputs: InputReader.Inputs, _ setup: LintSetup) throws(Trouble) -> Bool {
    func isNamed(_ file: FileID) -> Bool { inputs.named?.contains(file) != false }
    report(look.manifests.problems, in: inputs.files) { problem in
      // What a rule is about is left to it, be it on or off; what could not be looked at is said in any case.
      let isLeftToRules = !problem.isUnreadable && problem.kind != .unrenderedTemplate
      return !isNamed(problem.span.file) || look.tells(problem) || isLeftToRules
    }
    let isTrouble = !inputs.problems.isEmpty || look.manifests.unreadable.contains(where: isNamed)
    // A class can be linted, but no load balancer comes of it.
    let isEmpty = invocation.command.name == .lint ? look.isEmpty : look.manifests.pipeline.isEmpty
    if isEmpty, !isTrouble { try reportEmptiness() }
    let stale = look.settled.staleBaseline
    if !stale.isEmpty, let name = setup.baselineName {
      let entries = stale.count == 1 ? "1 entry of" : "\(stale.count) entries of"
      note("\(entries) the baseline \"\(name)\" had nothing to hide; --write-baseline renews it")
      for entry in stale { detail("nothing to hide: \(entry.path): \(entry.message) [\(entry.rule)]") }
    }
    return isTrouble
  }

  func write(_ look: LintLook, _ setup: LintSetup, to report: ReportRequest) throws(Trouble) {
    try deliver(text(of: look, setup, for: report).utf8, to: report)
  }

  private func text(of look: LintLook, _ setup: LintSetup, for report: ReportRequest) -> String {
    if invocation.has(.statistics) {
      return FindingsStatistics(look.settled.report).text(
        as: FindingsStatistics.Format(rawValue: report.format) ?? .text)
    }
    let format = FindingsFormat(rawValue: report.format) ?? .text
    return findingsText(of: look, setup, as: format, for: report)
  }

  func findingsText(
    of look: LintLook, _ setup: LintSetup, as format: FindingsFormat, for report: ReportRequest, limit: Int? = nil
  ) -> String {
    var options = setup.options(
      style(of: report), isTerminal: report.path == nil && surroundings.output.isTerminal)
    if let limit { options.markdownLimit = limit }
    return format.write(
      look.settled.report, files: look.sources(reported: setup.policy.reportedFiles), rules: LintRule.all,
      options: options)
  }

  private func writeBaseline(_ look: LintLook, _ setup: LintSetup, to path: String) throws(Trouble) {
    let files = Dictionary(
      look.manifests.parsed.map { ($0.source.id, $0.source.name) }, uniquingKeysWith: { first, _ in first })
    let baseline = Baseline(look.findings) { setup.policy.paths(files[$0.span.file] ?? "") }
    try deliver(baseline.json.utf8, to: ReportRequest(format: "json", path: path))
    let count = look.findings.count
    note("recorded \(count == 1 ? "1 finding" : "\(count) findings") in \"\(InputPath.displayName(path))\"")
  }
}
