import AlbplanKit
import LoadBalancerModel
import Manifests

/// `albplan FILE…`: what is wrong, and below it what the controller would build.
extension Session {
  func review() throws(Trouble) -> ExitStatus {
    let project = try ProjectFile.find(for: self)
    let reports = try invocation.reports(preferring: project?.settings.lint.format?.value)
    let layer = try configurationLayer(over: project)
    let setup = try lintSetup(over: project)
    let inputs = try readInputs(excluding: project?.excludes)
    if inputs.files.isEmpty, !inputs.problems.isEmpty { return .trouble }
    let manifests = load(inputs.files, layer: layer)
    var review = Review(session: self, manifests: manifests, setup: setup)
    // Whoever writes a preview first shows the stacks to the linter: nothing is built for it alone.
    let previews = reports.filter { PreviewFormat(rawValue: $0.format) != nil }
    let first = previews.first.map { ($0, review.preview(as: $0)) }
    let look = review.look()
    let isTrouble = try report(look, of: inputs, setup)
    mentionRelease(layer)
    for report in reports {
      if let first, first.0 == report {
        try review.deliver(first.1, to: report)
      } else if PreviewFormat(rawValue: report.format) != nil {
        try review.deliver(review.preview(as: report), to: report)
      } else {
        review.isRefused = try writeModel(manifests, to: report) || review.isRefused
      }
    }
    review.mentionFindings(reports)
    if isTrouble { return .trouble }
    if setup.fails(look.findings) { return .findings }
    return review.isRefused && !invocation.has(.exitZero) ? .findings : .clean
  }
}

/// The reports of one review: the linter looks at the stacks while the first preview is written.
private struct Review {
  let session: Session
  let manifests: LoadedManifests
  let setup: LintSetup
  var isRefused = false
  private var linter: Linter
  private var settled: LintLook?
  private var isLookedAt = false

  /// A comment on GitHub holds both parts.
  private static let findingsLimit = 20_000

  init(session: Session, manifests: LoadedManifests, setup: LintSetup) {
    self.session = session
    self.manifests = manifests
    self.setup = setup
    linter = Linter(manifests.pipeline, files: manifests.parsed, rules: setup.rules)
  }

  /// The preview, kept until the findings above it are known.
  mutating func preview(as report: ReportRequest) -> [UInt8] {
    let format = PreviewFormat(rawValue: report.format) ?? .text
    var options = session.previewOptions(of: report)
    options.followsFindings = setup.showsRefusals
    options.maximumLength = options.maximumLength.map { $0 - Self.findingsLimit }
    var text = ByteOutput(descriptor: nil)
    let looks = !isLookedAt
    isLookedAt = true
    var linter = linter
    isRefused =
      manifests.pipeline.writePreview(
        as: format, sources: manifests.previewSources, options: options, to: &text,
        look: { if looks { linter.look(at: $0) } }) || isRefused
    self.linter = linter
    return text.bytes
  }

  /// What the linter found.
  mutating func look() -> LintLook {
    if let settled { return settled }
    let look =
      isLookedAt
      ? LintLook(manifests, findings: linter.finish(), policy: setup.policy) : LintLook(manifests, setup: setup)
    settled = look
    return look
  }

  /// Gives a preview to where it was asked for, below the findings where the format has room for them.
  mutating func deliver(_ preview: [UInt8], to report: ReportRequest) throws(Trouble) {
    let look = look()
    let format: FindingsFormat? =
      switch PreviewFormat(rawValue: report.format) {
      case .text: .text
      case .markdown: .markdown
      case .json, .yaml, nil: nil
      }
    guard let format, !look.findings.isEmpty else { return try session.deliver(preview, to: report) }
    let text = session.findingsText(of: look, setup, as: format, for: report, limit: Self.findingsLimit)
    try session.deliver(Array(text.utf8) + [0x0A] + preview, to: report)
  }

  /// Where no report shows the findings, a word about them has to do.
  mutating func mentionFindings(_ reports: [ReportRequest]) {
    let count = look().findings.count
    let isShown = reports.contains {
      $0.format == PreviewFormat.text.rawValue || $0.format == PreviewFormat.markdown.rawValue
    }
    guard count > 0, !isShown else { return }
    session.note(
      "\(count == 1 ? "1 finding" : "\(count) findings"): \"albplan lint\" shows \(count == 1 ? "it" : "them")")
  }
}
