/// One file after reading: its documents with every position, and what could not be read.
package struct ParsedFile: Sendable {
  package let source: SourceFile
  /// The documents in order, without those that hold nothing.
  package let documents: [YAMLDocument]
  package let problems: [ManifestProblem]

  init(source: SourceFile, documents: [YAMLDocument], problems: [ManifestProblem]) {
    self.source = source
    self.documents = documents
    self.problems = problems
  }
}

/// One document of a file.
package struct YAMLDocument: Sendable {
  package let root: YAMLNode

  package var span: SourceSpan { root.span }
}

/// Reads the documents of one file. Broken documents become problems and the others go on.
package func parse(_ file: SourceFile) -> ParsedFile {
  var parser = FileParser(file)
  return parser.parse()
}

/// The work of `parse(_:)`.
private struct FileParser {
  let file: SourceFile
  var builder = NodeTableBuilder()
  var roots: [UInt32] = []
  var problems: [ManifestProblem] = []

  init(_ file: SourceFile) { self.file = file }

  mutating func parse() -> ParsedFile {
    guard file.bytes.count <= ManifestLimits.fileSize else {
      let start = SourcePosition(line: 1, column: 1)
      add(YAMLFault(.limit, "the file is larger than \(ManifestLimits.fileSize >> 20) MiB", from: start))
      return ParsedFile(source: file, documents: [], problems: problems)
    }
    builder.reserve(records: file.bytes.count / 16, text: file.bytes.count / 2)
    if file.bytes.last == 0x0A {
      file.bytes.withUnsafeBufferPointer { parse($0) }
    } else {
      // kubectl reads every line as if it ended with a line feed, the last one too.
      (file.bytes + [0x0A]).withUnsafeBufferPointer { parse($0) }
    }
    let table = NodeTable(file: file.id, records: builder.records, text: builder.text)
    for pair in builder.duplicateKeys { add(duplicate: pair, in: table) }
    problems.sort { $0.span < $1.span }
    return ParsedFile(
      source: file, documents: roots.map { YAMLDocument(root: YAMLNode($0, in: table)) }, problems: problems)
  }

  private mutating func parse(_ bytes: UnsafeBufferPointer<UInt8>) {
    var splitter = DocumentSplitter(bytes)
    while let item = splitter.next() {
      switch item {
      case .piece(let range, let firstLine):
        read(UnsafeBufferPointer(rebasing: bytes[range]), firstLine: firstLine)
      case .badSeparator(let line, let columns):
        add(
          YAMLFault(
            .syntax, "only a comment may follow --- on its line: kubectl reads nothing from here on",
            from: SourcePosition(line: line, column: columns.lowerBound),
            to: SourcePosition(line: line, column: columns.upperBound)))
      }
    }
  }

  private mutating func read(_ piece: UnsafeBufferPointer<UInt8>, firstLine: UInt32) {
    do throws(YAMLFault) {
      switch try DocumentReader.read(piece, firstLine: firstLine, into: &builder) {
      case .empty: break
      case .document(let root, let ignoredText):
        if let ignoredText {
          add(
            YAMLFault(
              .ignoredText, "kubectl passes over everything from here to the next line with ---", from: ignoredText))
        }
        let record = builder.records[Int(root)]
        if record.kind == .scalar, (try? ScalarResolver.resolve(record, builder.text)) == .null { return }
        roots.append(root)
      }
    } catch {
      add(error)
    }
  }

  private mutating func add(_ fault: YAMLFault) {
    problems.append(
      ManifestProblem(
        kind: fault.kind, message: fault.message,
        span: SourceSpan(file: file.id, start: fault.start, end: fault.end)))
  }

  private mutating func add(duplicate pair: NodeTableBuilder.DuplicateKey, in table: NodeTable) {
    let (first, second) = (YAMLNode(pair.first, in: table), YAMLNode(pair.second, in: table))
    problems.append(
      ManifestProblem(
        kind: .duplicateKey, message: "the key \"\(second.keyText)\" stands twice here; the last one counts",
        span: second.aliasSpan ?? second.span, related: first.aliasSpan ?? first.span))
  }
}
