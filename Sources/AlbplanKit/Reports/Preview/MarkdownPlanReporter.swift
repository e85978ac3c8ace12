import LoadBalancerModel
import Manifests

/// Writes a preview as Markdown. The verdict comes first, so the text is kept until all is known.
struct MarkdownPlanReporter: PlanReporter {
  private let context: PlanContext
  private let files: [SourceFile]
  private let options: PreviewOptions
  private var lines: SourceLines
  private var notes = PlanNotes()
  private var sections: [String] = []
  /// The same without details; only made when the length is limited.
  private var shortSections: [String] = []

  init(_ context: PlanContext, _ sources: PreviewSources, _ options: PreviewOptions) {
    self.context = context
    self.options = options
    files = sources.files
    lines = SourceLines(sources)
  }

  mutating func add(_ outcome: StackOutcome, to out: inout some TextOutputStream) {
    notes.add(outcome)
    for section in outcome.sections(in: context.world, options) { add(section) }
  }

  private mutating func add(_ section: OutlineSection) {
    let layout = PlanMarkdownLayout(options: options, files: files, excerpts: lines.excerpts(for: section))
    sections.append(layout.text(section, withDetails: true))
    if options.maximumLength != nil { shortSections.append(layout.text(section, withDetails: false)) }
  }

  mutating func finish(to out: inout some TextOutputStream) {
    for section in notes.sections(context, options) { add(section) }
    let heading = "### \(MarkdownText.inline(notes.summary(context)))\n"
    if let limit = options.maximumLength,
      heading.unicodeScalars.count + sections.reduce(0, { $0 + $1.unicodeScalars.count }) > limit
    {
      writeShortened(heading, limit: limit, to: &out)
      return
    }
    out.write(heading)
    for section in sections { out.write(section) }
  }

  /// Without details, and without the sections that do not fit even so.
  private func writeShortened(_ heading: String, limit: Int, to out: inout some TextOutputStream) {
    func notice(_ missing: Int) -> String {
      let more = missing == 0 ? "" : " \(missing) of \(shortSections.count) sections are missing as well."
      return "\n*Too long to show whole: details are left out.\(more)*\n"
    }
    let room = limit - heading.unicodeScalars.count - notice(shortSections.count).unicodeScalars.count
    var used = 0
    var shown = 0
    out.write(heading)
    for section in shortSections {
      let length = section.unicodeScalars.count
      if used + length > room { continue }
      used += length
      shown += 1
      out.write(section)
    }
    out.write(notice(shortSections.count - shown))
  }
}
