/// Recognises templates that were not rendered: Helm and other `{{ … }}`, Jinja `{% … %}`, Terraform `%{ … }`, ERB.
///
/// A template may be no YAML at all, or YAML by chance; in a text that is rendered the marks stand only in quotes, in
/// block scalars and in comments.
struct TemplateDetector {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether `{{` stands anywhere.
  var mayHoldActions: Bool { bytes.containsPair(0x7B, 0x7B) }

  // MARK: Text that is no YAML

  /// The first template mark outside quotes, block scalars and comments, to be asked when the text is no YAML.
  var faultInBrokenText: YAMLFault? {
    guard
      mayHoldActions || bytes.containsPair(0x25, 0x7B) || bytes.containsPair(0x7B, 0x25)
        || bytes.containsPair(0x3C, 0x25)
    else { return nil }
    var line: UInt32 = 1
    var start = 0
    // The indentation of the line that opened the block scalar that the scan is in.
    var blockIndentation: Int?
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes.lineEndLength(at: end) == 0 { end += 1 }
      let indentation = bytes[start..<end].prefix { $0 == 0x20 }.count
      let isBlank = start + indentation == end
      if let opened = blockIndentation, !isBlank, indentation <= opened { blockIndentation = nil }
      if blockIndentation == nil, !isBlank {
        if let mark = mark(in: start + indentation..<end) { return fault(mark, line: line, lineStart: start) }
        if opensBlockScalar(start..<end) { blockIndentation = indentation }
      }
      start = end < bytes.count ? end + bytes.lineEndLength(at: end) : end
      line &+= 1
    }
    return nil
  }

  /// The range of a template mark in a line without its indentation.
  private func mark(in line: Range<Int>) -> Range<Int>? {
    guard let first = line.first else { return nil }
    func pair(_ index: Int, _ left: UInt8, _ right: UInt8) -> Bool {
      index + 1 < line.upperBound && bytes[index] == left && bytes[index + 1] == right
    }
    if pair(first, 0x25, 0x7B) || pair(first, 0x7B, 0x25) || pair(first, 0x3C, 0x25) { return line }
    var quote: UInt8?
    var index = first
    while index < line.upperBound {
      let byte = bytes[index]
      let startsWord =
        index == first || bytes[index - 1] == 0x20 || [0x2C, 0x5B, 0x7B, 0x3A].contains(bytes[index - 1])
      if let open = quote {
        if byte == 0x5C, open == 0x22 { index += 1 } else if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27, startsWord {
        quote = byte
      } else if byte == 0x23, index == first || bytes[index - 1] == 0x20 {
        return nil
      } else if pair(index, 0x7B, 0x7B), isAction(index + 2, in: line) {
        return index..<actionEnd(index, in: line)
      }
      index += 1
    }
    return nil
  }

  /// Whether what follows `{{` begins an action and not another JSON object.
  private func isAction(_ index: Int, in line: Range<Int>) -> Bool {
    guard index < line.upperBound else { return true }
    switch bytes[index] {
    case 0x20, 0x2D, 0x2E, 0x24, 0x2F, 0x28, 0x25, 0x23, 0x5F, 0x41...0x5A, 0x61...0x7A: return true
    default: return false
    }
  }

  private func actionEnd(_ start: Int, in line: Range<Int>) -> Int {
    var index = start + 2
    while index + 1 < line.upperBound {
      if bytes[index] == 0x7D, bytes[index + 1] == 0x7D { return index + 2 }
      index += 1
    }
    return line.upperBound
  }

  /// Whether a line ends with `|` or `>` and perhaps a modifier, after a key or a dash.
  private func opensBlockScalar(_ line: Range<Int>) -> Bool {
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] == 0x20 { end -= 1 }
    while end > line.lowerBound, [0x2B, 0x2D].contains(bytes[end - 1]) || (0x31...0x39).contains(bytes[end - 1]) {
      end -= 1
    }
    guard end > line.lowerBound + 1, bytes[end - 1] == 0x7C || bytes[end - 1] == 0x3E else { return false }
    return bytes[end - 2] == 0x20
  }

  private func fault(_ mark: Range<Int>, line: UInt32, lineStart: Int) -> YAMLFault {
    func column(_ offset: Int) -> UInt32 {
      UInt32(truncatingIfNeeded: bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 }) &+ 1
    }
    let text = String(decoding: bytes[mark], as: UTF8.self)
    return YAMLFault(
      .unrenderedTemplate, Self.message(for: text),
      from: SourcePosition(line: line, column: column(mark.lowerBound)),
      to: SourcePosition(line: line, column: column(mark.upperBound)))
  }

  // MARK: Text that is YAML by chance

  /// The first template mark in the documents' objects of the kinds that the controller reads.
  ///
  /// In quotes, only what no one but Helm writes counts: other programs have their own `{{ … }}`.
  func fault(in table: NodeTable, roots: [UInt32]) -> YAMLFault? {
    for root in roots where isObjectOfInterest(root, table) {
      for index in root..<table.next(root) {
        let record = table.records[Int(index)]
        guard record.kind == .scalar, record.extent > 4, !record.flags.contains(.redacted) else { continue }
        let text = table.bytes(index)
        guard text.withUnsafeBufferPointer({ $0.containsPair(0x7B, 0x7B) }) else { continue }
        let isUnquoted = record.style == .plain
        guard isUnquoted || Self.isHelm(String(decoding: text, as: UTF8.self)) else { continue }
        return YAMLFault(
          .unrenderedTemplate, Self.message(for: Self.action(in: String(decoding: text, as: UTF8.self))),
          from: SourcePosition(line: record.startLine, column: record.startColumn),
          to: SourcePosition(line: record.endLine, column: record.endColumn))
      }
    }
    return nil
  }

  private func isObjectOfInterest(_ root: UInt32, _ table: NodeTable) -> Bool {
    guard let value = table.value(of: "kind", in: root) else { return false }
    let kind = table.string(table.resolve(value))
    return kind.hasSuffix("List") || KnownKind(rawValue: kind) != nil
  }

  // MARK: Words

  private static let helmWords = [
    ".Values", ".Release", ".Chart", ".Capabilities", ".Files.", ".Template.", "include ", "toYaml ", "template ",
    "define ",
  ]

  private static func isHelm(_ text: String) -> Bool {
    let action = action(in: text)
    return helmWords.contains { contains(action, $0) }
  }

  /// The first `{{ … }}` of a text.
  private static func action(in text: String) -> String {
    let bytes = Array(text.utf8)
    guard let start = bytes.indices.dropLast().first(where: { bytes[$0] == 0x7B && bytes[$0 + 1] == 0x7B }) else {
      return text
    }
    let end = bytes.indices.dropLast().first { $0 > start + 1 && bytes[$0] == 0x7D && bytes[$0 + 1] == 0x7D }
    return String(decoding: bytes[start..<(end.map { $0 + 2 } ?? bytes.count)], as: UTF8.self)
  }

  private static func contains(_ text: String, _ word: String) -> Bool {
    let (text, word) = (Array(text.utf8), Array(word.utf8))
    guard text.count >= word.count else { return false }
    return (0...(text.count - word.count)).contains { text[$0..<$0 + word.count].elementsEqual(word) }
  }

  private static func message(for mark: String) -> String {
    if isHelm(mark) || mark.hasPrefix("{{-") {
      return "passed over: this is a Helm template; read the output of helm template instead"
    }
    var shown = mark.prefix(40)
    if shown.endIndex < mark.endIndex { shown += "…" }
    return "passed over: this is a template that still holds \(shown)"
  }
}
