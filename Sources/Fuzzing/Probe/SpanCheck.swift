import Manifests

/// Whether places lie in the texts that they are said to lie in.
struct SpanCheck {
  /// For each file the columns of its lines: how many scalars each has.
  private let columns: [[UInt32]]

  init(_ files: [SourceFile]) {
    columns = files.map { file in
      let text = SourceText(file)
      return (0..<UInt32(clamping: text.lineCount)).map { line in
        guard let range = text.byteRange(ofLine: line &+ 1) else { return 0 }
        let bytes = file.bytes[range]
        let scalars = bytes.count { $0 & 0xC0 != 0x80 }
        // In broken UTF-8 each stray byte may count.
        let shown = scalars < bytes.count ? String(decoding: bytes, as: UTF8.self).unicodeScalars.count : 0
        return UInt32(clamping: Swift.max(scalars, shown))
      }
    }
  }

  /// What is wrong with a place; `nil` when it lies in its file.
  func fault(in span: SourceSpan) -> String? {
    let file = Int(span.file.index)
    guard columns.indices.contains(file) else { return "there is no file \(file)" }
    if span.end < span.start { return "\(text(span)) ends before it starts" }
    for position in [span.start, span.end] {
      guard position.line >= 1, Int(position.line) <= columns[file].count else {
        return "\(text(span)) lies in no line; there are \(columns[file].count)"
      }
      let last = columns[file][Int(position.line) - 1] &+ 1
      guard position.column >= 1, position.column <= last else {
        return "\(text(span)) lies behind the end of its line, \(last)"
      }
    }
    return nil
  }

  private func text(_ span: SourceSpan) -> String {
    "\(span.file.index):\(span.start.line):\(span.start.column)-\(span.end.line):\(span.end.column)"
  }
}
