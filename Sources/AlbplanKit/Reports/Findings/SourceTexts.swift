package import Manifests

/// One text that was read, with what of it must not be shown.
package struct ReportSource: Sendable {
  package var file: SourceFile
  /// Where values of Secrets stand, in order.
  package var secrets: [SourceSpan]

  package init(_ file: SourceFile, hiding secrets: [SourceSpan] = []) {
    self.file = file
    self.secrets = secrets
  }

  package init(_ file: ParsedFile) { self.init(file.source, hiding: file.secretSpans) }
}

/// The texts of a run, for the formats that show or measure them.
package struct SourceTexts: Sendable {
  /// The names of all files in the order in which they were given.
  package let names: [String]
  private var texts: [FileID: IndexedSource] = [:]

  /// Finds the lines of those files only that the findings point into.
  package init(_ files: [ReportSource], for findings: [Finding]) {
    names = files.map(\.file.name)
    var needed: Set<FileID> = []
    for finding in findings {
      needed.insert(finding.span.file)
      for note in finding.notes { if let span = note.span { needed.insert(span.file) } }
      for edit in finding.fix?.edits ?? [] { needed.insert(edit.span.file) }
    }
    for source in files where needed.contains(source.file.id) {
      texts[source.file.id] = IndexedSource(source.file, hiding: source.secrets)
    }
  }

  package subscript(file: FileID) -> IndexedSource? { texts[file] }

  /// The name of a file, or `<unknown>`.
  package func name(of file: FileID) -> String { texts[file]?.name ?? "<unknown>" }

  /// The part of a span that a reader would underline: without the line breaks and blank lines at its end, which
  /// belong to a block scalar but would drag the next line in.
  package func visible(_ span: SourceSpan) -> SourceSpan {
    guard let source = texts[span.file] else { return span }
    var line = min(span.end.line, UInt32(clamping: source.lineCount))
    guard line > span.start.line else { return span }
    var end = line == span.end.line ? source.offset(of: span.end) : source.line(line).upperBound
    while line > span.start.line {
      let range = source.line(line)
      end = source.endOfVisible(before: end, in: range)
      if end > range.lowerBound { break }
      line -= 1
      end = source.line(line).upperBound
    }
    var span = span
    span.end = max(span.start, source.position(at: end))
    return span
  }
}
