import AlbplanKit
import LoadBalancerModel
import Manifests

/// `albplan lint --fix` and `--diff`
extension Session {
  func mend(
    _ inputs: InputReader.Inputs, _ setup: LintSetup, _ layer: ConfigurationLayer, _ reports: [ReportRequest]
  ) throws(Trouble) -> ExitStatus {
    let run = FixRun(inputs.files, allowsUnsafe: invocation.has(.unsafeFixes)) { files in
      let look = LintLook(load(files, layer: layer), setup: setup)
      // Only what is in the files that were named is mended.
      let findings = look.findings.filter { finding in
        finding.fix?.edits.allSatisfy { inputs.named?.contains($0.span.file) != false } != false
      }
      return FixRun.Review(findings: findings, unreadable: look.manifests.unreadable)
    }
    for file in inputs.files where run.rejected.contains(file.id) {
      complain("\"\(file.name)\" is left as it is: a fix would have broken it")
    }
    if !run.isStable { note("fixes call for more fixes: given up after \(FixRun.roundLimit) rounds; run again") }
    return invocation.has(.diff)
      ? try printPatch(run, inputs, setup, layer, reports) : try writeMended(run, inputs, setup, layer, reports)
  }

  // MARK: --diff

  private func printPatch(
    _ run: FixRun, _ inputs: InputReader.Inputs, _ setup: LintSetup, _ layer: ConfigurationLayer,
    _ reports: [ReportRequest]
  ) throws(Trouble) -> ExitStatus {
    let isTrouble = try report(LintLook(load(inputs.files, layer: layer), setup: setup), of: inputs, setup)
    var patch: [UInt8] = []
    for (before, after) in zip(inputs.files, run.files) where run.changed.contains(after.id) {
      patch += UnifiedDiff.write(
        from: ReportSource(parse(before)), to: ReportSource(parse(after)), path: before.name)
    }
    let path = reports.first { $0.path != nil }?.path
    try deliver(patch, to: ReportRequest(format: "diff", path: path))
    if isTrouble { return .trouble }
    return patch.isEmpty || setup.failOn == nil ? .clean : .findings
  }

  // MARK: --fix

  private func writeMended(
    _ run: FixRun, _ inputs: InputReader.Inputs, _ setup: LintSetup, _ layer: ConfigurationLayer,
    _ reports: [ReportRequest]
  ) throws(Trouble) -> ExitStatus {
    var files = run.files
    var isRefused = false
    for (index, before) in inputs.files.enumerated() where run.changed.contains(before.id) {
      guard let path = inputs.paths[before.id] else { continue }
      do throws(FileFixer.Refusal) {
        try FileFixer.replace(before.bytes, with: files[index].bytes, at: path)
        detail("mended \"\(before.name)\"")
      } catch {
        complain("cannot mend \"\(before.name)\": \(error.reason)")
        files[index] = before
        isRefused = true
      }
    }
    var look = LintLook(load(files, layer: layer), setup: setup)
    // Which of the fixes were in the files that stay as they were is not known.
    if !isRefused { look.settled.report.fixedCount = run.applied.values.reduce(0, +) }
    let isTrouble = try report(look, of: inputs, setup) || isRefused
    try write(
      look, setup, mendedInput: inputs.files.firstIndex { inputs.paths[$0.id] == nil }.map { files[$0] }, reports)
    if isTrouble { return .trouble }
    return setup.fails(look.findings) ? .findings : .clean
  }

  /// Standard input cannot be replaced: its mended text goes to standard output, and the report to standard error.
  private func write(
    _ look: LintLook, _ setup: LintSetup, mendedInput: SourceFile?, _ reports: [ReportRequest]
  ) throws(Trouble) {
    if let mendedInput { surroundings.output.write(mendedInput.bytes) }
    for report in reports {
      if mendedInput != nil, report.path == nil {
        surroundings.errors.write(findingsText(of: look, setup, as: .concise, for: report))
      } else {
        try write(look, setup, to: report)
      }
    }
  }
}
