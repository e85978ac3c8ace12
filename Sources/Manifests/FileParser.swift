/// The work of `parse(_:)`: cuts a file as kubectl does and reads the pieces.
struct FileParser {
  private let file: SourceFile
  private var builder = NodeTableBuilder()
  private var roots: [UInt32] = []
  private var problems: [ManifestProblem] = []

  init(_ file: SourceFile) { self.file = file }

  mutating func parse() -> ParsedFile {
    if let fault = wholeFileFault { return giveUp(fault) }
    // Memory that is not written to costs nothing, moving what has been written does.
    builder.reserve(records: file.bytes.count / 8 + 8, text: file.bytes.count)
    if file.bytes.last == 0x0A {
      file.bytes.withUnsafeBufferPointer { parse($0) }
    } else {
      // kubectl reads every line as if it ended with a line feed, the last one too.
      (file.bytes + [0x0A]).withUnsafeBufferPointer { parse($0) }
      let end = file.bytes.withUnsafeBufferPointer { TextOrigin().position(ofByte: $0.count, in: $0) }
      builder.clampPositions(to: end)
      for index in problems.indices { problems[index].span.clamp(to: end) }
    }
    if let fault = templateFault { return giveUp(fault) }
    let secrets = SecretValues(in: NodeTable(file: file.id, records: builder.records, text: builder.text), roots)
    if !secrets.records.isEmpty { builder.redact(secrets.records) }
    let table = NodeTable(file: file.id, records: builder.records, text: builder.text)
    for pair in builder.duplicateKeys { add(duplicate: pair, in: table) }
    problems.sort { $0.span < $1.span }
    if problems.count > ManifestLimits.problems {
      let last = problems[ManifestLimits.problems].span.start
      problems.removeLast(problems.count - ManifestLimits.problems)
      add(YAMLFault(.limit, "there are more problems from here on, which are not listed", from: last))
    }
    var secretSpans = secrets.spans
    if problems.contains(where: { $0.kind != .duplicateKey }) { secretSpans = (secretSpans + unreadSecrets).sorted() }
    return ParsedFile(
      source: file, documents: roots.map { YAMLDocument(root: YAMLNode($0, in: table)) }, problems: problems,
      secretSpans: secretSpans, table: table)
  }

  /// What keeps the file from being read at all, seen at its beginning.
  private var wholeFileFault: YAMLFault? {
    let start = SourcePosition(line: 1, column: 1)
    guard file.bytes.count <= ManifestLimits.fileSize else {
      return YAMLFault(.limit, "the file is larger than \(ManifestLimits.fileSize >> 20) MiB", from: start)
    }
    let head = file.bytes.prefix(4)
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
      || head.count >= 2 && head.prefix(2).contains(0)
    {
      return YAMLFault(
        .encoding, "the file is UTF-16 or UTF-32, which kubectl cannot read: save it as UTF-8", from: start)
    }
    return nil
  }

  /// Where Secrets may stand that were not read.
  private var unreadSecrets: [SourceSpan] {
    file.bytes.withUnsafeBufferPointer { SecretPieces.spans(in: $0, file: file.id) }
  }

  private func giveUp(_ fault: YAMLFault) -> ParsedFile {
    ParsedFile(
      source: file, documents: [], problems: [problem(fault)], secretSpans: unreadSecrets,
      table: NodeTable(file: file.id, records: [], text: []))
  }

  /// What shows that the file is a template that waits to be rendered.
  private var templateFault: YAMLFault? {
    let isBroken = problems.contains { $0.kind == .syntax }
    return file.bytes.withUnsafeBufferPointer { bytes -> YAMLFault? in
      let detector = TemplateDetector(bytes)
      if isBroken, let fault = detector.faultInBrokenText { return fault }
      guard detector.mayHoldActions else { return nil }
      return detector.fault(
        in: NodeTable(file: file.id, records: builder.records, text: builder.text), roots: roots)
    }
  }

  private mutating func parse(_ bytes: UnsafeBufferPointer<UInt8>) {
    var splitter: DocumentSplitter
    if bytes.first(where: { $0 != 0x20 && !(0x09...0x0D).contains($0) }) == 0x7B {
      guard let rest = readJSON(bytes) else { return }
      splitter = DocumentSplitter(bytes, from: rest.position, origin: rest.origin)
    } else if let roots = DocumentReader.readAll(bytes, into: &builder) {
      for root in roots { keep(root) }
      return
    } else {
      splitter = DocumentSplitter(bytes)
    }
    // A text that breaks a thousand times is no manifest: the rest is not tried.
    while problems.count <= ManifestLimits.problems, let item = splitter.next() {
      switch item {
      case .piece(let range, let origin):
        read(UnsafeBufferPointer(rebasing: bytes[range]), origin: origin)
      case .badSeparator(let start, let end):
        add(
          YAMLFault(
            .syntax, "only a comment may follow --- on its line: kubectl stops reading here", from: start, to: end))
      }
    }
  }

  /// Reads JSON values for as long as there are any, and gives the place from which the text is to be read as YAML.
  ///
  /// Mirrors `YAMLOrJSONDecoder.Decode` in apimachinery `pkg/util/yaml/decoder.go`: a text whose first or second value
  /// is no JSON may be YAML, one whose later values are none is broken.
  private mutating func readJSON(_ bytes: UnsafeBufferPointer<UInt8>) -> (position: Int, origin: TextOrigin)? {
    var reader = JSONReader(bytes)
    var count = 0
    while true {
      let before = reader
      do throws(JSONReader.Fault) {
        guard let root = try reader.next(into: &builder) else { return nil }
        keep(root)
        count += 1
      } catch {
        reader = before
        // Quirk: what is left is tried as YAML only when it has four bytes at least.
        if count <= 1, reader.skipToContentOrNextLine(limit: file.bytes.count - 4) {
          return (reader.position, reader.origin)
        }
        add(YAMLFault(.syntax, "the JSON breaks off: \(error.message)", from: error.start))
        return nextSeparator(in: bytes, from: before)
      }
    }
  }

  /// The next line with `---` behind a JSON text that broke off.
  private func nextSeparator(
    in bytes: UnsafeBufferPointer<UInt8>, from reader: JSONReader
  ) -> (position: Int, origin: TextOrigin)? {
    var splitter = DocumentSplitter(bytes, from: reader.position, origin: reader.origin)
    guard splitter.next() != nil, splitter.position < bytes.count else { return nil }
    return (splitter.position, TextOrigin(line: splitter.line))
  }

  private mutating func read(_ piece: UnsafeBufferPointer<UInt8>, origin: TextOrigin) {
    do throws(YAMLFault) {
      switch try DocumentReader.read(piece, origin: origin, into: &builder) {
      case .empty: break
      case .document(let root, let ignoredText):
        if let ignoredText {
          add(
            YAMLFault(
              .ignoredText, "kubectl passes over everything from here to the next line with ---", from: ignoredText))
        }
        keep(root)
      }
    } catch {
      add(error)
    }
  }

  /// Keeps a document unless it is null, as kubectl does.
  private mutating func keep(_ root: UInt32) {
    let record = builder.records[Int(root)]
    if record.kind == .scalar, (try? ScalarResolver.resolve(record, builder.text)) == .null { return }
    roots.append(root)
  }

  private mutating func add(_ fault: YAMLFault) {
    if problems.count <= ManifestLimits.problems { problems.append(problem(fault)) }
  }

  private func problem(_ fault: YAMLFault) -> ManifestProblem {
    ManifestProblem(
      kind: fault.kind, message: fault.message,
      span: SourceSpan(file: file.id, start: fault.start, end: fault.end),
      related: fault.related.map { SourceSpan(file: file.id, start: $0, end: $0) })
  }

  private mutating func add(duplicate pair: NodeTableBuilder.DuplicateKey, in table: NodeTable) {
    let (first, second) = (YAMLNode(pair.first, in: table), YAMLNode(pair.second, in: table))
    problems.append(
      ManifestProblem(
        kind: .duplicateKey, message: "the key \"\(second.keyText)\" stands twice here; the last one counts",
        span: second.aliasSpan ?? second.span, related: first.aliasSpan ?? first.span))
  }
}

extension SourceSpan {
  /// Moves what lies behind the end of the text there.
  fileprivate mutating func clamp(to last: SourcePosition) {
    start = min(start, last)
    end = min(end, last)
  }
}
