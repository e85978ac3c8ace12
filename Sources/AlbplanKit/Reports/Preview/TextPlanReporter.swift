import LoadBalancerModel
import Manifests

/// Writes a preview for a terminal; each load balancer goes out at once.
struct TextPlanReporter: PlanReporter {
  private let context: PlanContext
  private let files: [SourceFile]
  private let options: PreviewOptions
  private var lines: SourceLines
  private var notes = PlanNotes()

  init(_ context: PlanContext, _ sources: PreviewSources, _ options: PreviewOptions) {
    self.context = context
    self.options = options
    files = sources.files
    lines = SourceLines(sources)
  }

  mutating func add(_ outcome: StackOutcome, to out: inout some TextOutputStream) {
    notes.add(outcome)
    for section in outcome.sections(in: context.world, options) { write(section, to: &out) }
  }

  mutating func finish(to out: inout some TextOutputStream) {
    for section in notes.sections(context, options) { write(section, to: &out) }
    PlanTextLayout(options: options, files: files).write(notes.summary(context).marked(.title), to: &out)
  }

  private mutating func write(_ section: OutlineSection, to out: inout some TextOutputStream) {
    let excerpts = lines.excerpts(for: section)
    PlanTextLayout(options: options, files: files, excerpts: excerpts).write(section, to: &out)
    out.write("\n")
  }
}

extension StackOutcome {
  /// What a preview says of it: a section for each load balancer, or one for the refusal.
  func sections(in world: World, _ options: PreviewOptions) -> [OutlineSection] {
    switch result {
    case .plan(let stack): StackWords(stack, owner: owner, world: world).sections()
    case .refused(let failure): [.refusal(failure, of: owner, isBrief: options.followsFindings)]
    }
  }
}

extension SourceLines {
  /// The source lines that a section shows.
  mutating func excerpts(for section: OutlineSection) -> [SourceSpan: String] {
    var excerpts: [SourceSpan: String] = [:]
    for span in section.excerptSpans { excerpts[span] = line(of: span) }
    return excerpts
  }
}
