import LoadBalancerModel
import Manifests

/// Draws sections for a terminal.
struct PlanTextLayout {
  private let options: PreviewOptions
  private let files: [SourceFile]
  /// The source lines of the spans that are shown.
  private let excerpts: [SourceSpan: String]
  private let style: Style
  private let wrapper: TextWrapper

  /// A screen narrower than this is written as if it had this width.
  private static let narrowest = 40
  /// Labels wider than this do not push the values of their neighbours aside.
  private static let widestLabel = 16

  init(options: PreviewOptions, files: [SourceFile], excerpts: [SourceSpan: String] = [:]) {
    var options = options
    options.width = options.width.map { max($0, Self.narrowest) }
    self.options = options
    self.files = files
    self.excerpts = excerpts
    style = Style(isColoured: options.hasColour)
    wrapper = TextWrapper(isASCIIOnly: options.isASCIIOnly)
  }

  func write(_ section: OutlineSection, to out: inout some TextOutputStream) { write(section, depth: 0, to: &out) }

  func write(_ text: PlanText, to out: inout some TextOutputStream) { write(text, indent: 0, to: &out) }

  private func write(_ section: OutlineSection, depth: Int, to out: inout some TextOutputStream) {
    let indent = depth * 2
    write(withOrigins(section.title.marked(.title), section.origins), indent: indent, hanging: 2, to: &out)
    let labelWidth = section.items.reduce(0) { widest, item in
      guard case .line(let line) = item, line.label.utf8.count <= Self.widestLabel else { return widest }
      return max(widest, line.label.utf8.count)
    }
    for (index, item) in section.items.enumerated() {
      if case .section(let inner) = item {
        if index > 0 || depth == 0 { out.write("\n") }
        write(inner, depth: depth + 1, to: &out)
      } else {
        write(item, indent: indent + 2, labelWidth: labelWidth, to: &out)
      }
    }
  }

  private func write(
    _ item: OutlineItem, indent: Int, labelWidth: Int, to out: inout some TextOutputStream
  ) {
    switch item {
    case .line(let line):
      var label = TextLine()
      label.addBlanks(indent)
      label.add(line.label, .muted)
      label.pad(to: indent + labelWidth)
      label.add("  ")
      write(withOrigins(line.value, line.origins), after: label, to: &out)
    case .paragraph(let text): write(text, indent: indent, to: &out)
    case .point(let text, let origins):
      var bullet = TextLine()
      bullet.add(String(repeating: " ", count: indent) + "- ")
      write(withOrigins(text, origins), after: bullet, to: &out)
    case .table(let table):
      let layout = PlanTableLayout(table, indent: indent, width: options.width, wrapper: wrapper, style: style)
      layout.write(to: &out) { withOrigins($0, $1) }
    case .quotation(let text):
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        var shown = TextLine()
        shown.addBlanks(indent)
        shown.add(options.isASCIIOnly ? "| " : "│ ", .refused)
        shown.add(SafeText.escaped(String(line)))
        shown.write(to: &out, style: style)
      }
    case .excerpts(let spans): for span in spans { write(excerpt: span, indent: indent, to: &out) }
    case .section: break
    }
  }

  private func write(excerpt span: SourceSpan, indent: Int, to out: inout some TextOutputStream) {
    let margin = String(repeating: " ", count: indent)
    let bar = options.isASCIIOnly ? "|" : "│"
    var place = TextLine()
    place.add(margin)
    place.add("\(SafeText.escaped(files.name(of: span.file))):\(span.start.line):\(span.start.column)", .title)
    place.write(to: &out, style: style)
    guard let text = excerpts[span] else { return }
    let marked = MarkedLine(text, span)
    let number = String(span.start.line)
    var source = TextLine()
    source.add(margin)
    source.add("\(number) \(bar) ", .muted)
    source.add(options.isASCIIOnly ? SafeText.ascii(marked.text) : marked.text)
    source.write(to: &out, style: style)
    var caret = TextLine()
    caret.add(margin)
    caret.add(String(repeating: " ", count: number.utf8.count) + " \(bar) ", .muted)
    caret.addBlanks(marked.indent)
    caret.add(String(repeating: "^", count: marked.width), .refused)
    caret.write(to: &out, style: style)
  }

  /// Wrapped text whose further lines stand `hanging` columns to the right of the first.
  private func write(_ text: PlanText, indent: Int, hanging: Int = 0, to out: inout some TextOutputStream) {
    for (index, line) in wrapper.lines(text, width: options.width.map { $0 - indent - hanging }).enumerated() {
      var shown = TextLine()
      shown.addBlanks(index == 0 ? indent : indent + hanging)
      shown.add(line)
      shown.write(to: &out, style: style)
    }
  }

  /// Wrapped text after a label; further lines stand under the first.
  private func write(_ text: PlanText, after label: TextLine, to out: inout some TextOutputStream) {
    let column = label.width
    for (index, line) in wrapper.lines(text, width: options.width.map { $0 - column }).enumerated() {
      var shown = label
      if index > 0 {
        shown = TextLine()
        shown.pad(to: column)
      }
      shown.add(line)
      shown.write(to: &out, style: style)
    }
  }

  private func withOrigins(_ text: PlanText, _ origins: [Origin]) -> PlanText {
    guard options.showsOrigins, !origins.isEmpty else { return text }
    let causes = OriginWords.causes(origins, files: files)
    guard !causes.isEmpty else { return text }
    var shown = text
    shown.add(words: "  ")
    shown.add(clause: PlanText("←\u{A0}\(causes)").marked(.muted))
    return shown
  }
}
