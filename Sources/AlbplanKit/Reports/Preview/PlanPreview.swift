import Manifests

/// The preview of a plan for people.
package enum PlanPreview {
  /// Writes a report as text for a terminal.
  package static func writeText(
    _ report: PlanReport, sources: PreviewSources, options: PreviewOptions = .init(),
    to out: inout some TextOutputStream
  ) {
    let outline = PlanOutline(report)
    PlanTextLayout(options: options, sources: sources, showing: outline.excerptSpans).write(outline, to: &out)
  }

  /// Writes a report as GitHub-flavoured Markdown: for a comment on a pull request, or a job's summary.
  package static func writeMarkdown(
    _ report: PlanReport, sources: PreviewSources, options: PreviewOptions = .init(),
    to out: inout some TextOutputStream
  ) {
    let outline = PlanOutline(report)
    PlanMarkdownLayout(options: options, sources: sources, showing: outline.excerptSpans).write(outline, to: &out)
  }

  /// Writes a report as JSON after `docs/schema/plan.schema.json`.
  package static func writeJSON(_ report: PlanReport, sources: PreviewSources, to out: inout some TextOutputStream) {
    var writer = JSONWriter(layout: .indented(2), escapesHTML: false)
    PlanDocument(report: report, files: sources.files).write(to: &writer) { flush(&$0, to: &out) }
    out.write("\n")
  }

  /// Writes the same document as YAML.
  package static func writeYAML(_ report: PlanReport, sources: PreviewSources, to out: inout some TextOutputStream) {
    var writer = YAMLWriter()
    PlanDocument(report: report, files: sources.files).write(to: &writer) { flush(&$0, to: &out) }
  }

  private static func flush(_ writer: inout some StructuredWriter, to out: inout some TextOutputStream) {
    out.write(String(decoding: writer.take(), as: UTF8.self))
  }
}

extension PlanOutline {
  /// The places that its sections show with their source line.
  var excerptSpans: [SourceSpan] {
    sections.flatMap(\.items).flatMap { item -> [SourceSpan] in
      if case .excerpts(let spans) = item { spans } else { [] }
    }
  }
}
