/// Where in its file a piece of text begins: the number of lines before it, and of characters before it in its line.
struct TextOrigin {
  var line: UInt32 = 0
  var column: UInt32 = 0
}

/// Cuts a text into the pieces that kubectl reads one by one: at lines that begin with `---`.
///
/// Mirrors `YAMLReader.Read` in apimachinery `pkg/util/yaml/decoder.go`.
struct DocumentSplitter {
  enum Item {
    /// Text for one document, perhaps without content, and where it begins.
    case piece(Range<Int>, TextOrigin)
    /// A line that begins with `---` and goes on with more than a comment; kubectl gives up there.
    case badSeparator(from: SourcePosition, to: SourcePosition)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int
  /// The number of lines before `position`.
  private(set) var line: UInt32
  /// The number of characters before `position` in its line.
  private var column: UInt32
  /// Lines may end without a line feed.
  private let hasRareLineEnds: Bool
  /// Where a bad separator was reported whose line is read as YAML all the same, so that the rest is seen too.
  private var accepted: Int?

  init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int = 0, origin: TextOrigin = TextOrigin()) {
    self.bytes = bytes
    self.position = position
    hasRareLineEnds = bytes.hasRareLineEnds
    line = origin.line
    column = origin.column
  }

  mutating func next() -> Item? {
    let (start, origin) = (position, TextOrigin(line: line, column: column))
    column = 0
    while position < bytes.count {
      let (lineStart, lineNumber) = (position, line)
      skipLine()
      guard beginsWithDashes(at: lineStart), lineStart != accepted else { continue }
      let content = trimmed(lineStart + 3..<position)
      if content.isEmpty || bytes[content.lowerBound] == 0x23 {
        if lineStart > start { return .piece(start..<lineStart, origin) }
        continue
      }
      if lineStart > start {
        (position, line) = (lineStart, lineNumber)
        return .piece(start..<lineStart, origin)
      }
      if content.lowerBound > lineStart + 3 {
        accepted = lineStart
        (position, line) = (lineStart, lineNumber)
      }
      // kubectl's line may be several of YAML's.
      let text = UnsafeBufferPointer(rebasing: bytes[lineStart...])
      func place(_ index: Int) -> SourcePosition {
        TextOrigin(line: lineNumber).position(ofByte: index - lineStart, in: text)
      }
      return .badSeparator(from: place(content.lowerBound), to: place(content.upperBound))
    }
    return position > start ? .piece(start..<position, origin) : nil
  }

  private func beginsWithDashes(at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0x2D && bytes[index + 1] == 0x2D && bytes[index + 2] == 0x2D
  }

  /// The range without white space at its ends, in Unicode's sense, as Go's `strings.TrimSpace`.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var range = range
    while let first = range.first, isBlank(bytes[first]) { range = (first + 1)..<range.upperBound }
    while let last = range.last, isBlank(bytes[last]) { range = range.lowerBound..<last }
    guard let first = range.first, let last = range.last, bytes[first] >= 0x80 || bytes[last] >= 0x80 else {
      return range
    }
    let scalars = Array(String(decoding: bytes[range], as: UTF8.self).unicodeScalars)
    let leading = scalars.prefix { $0.properties.isWhitespace }
    let trailing = scalars.dropFirst(leading.count).reversed().prefix { $0.properties.isWhitespace }
    func length(_ scalars: some Sequence<UnicodeScalar>) -> Int { scalars.reduce(0) { $0 + UTF8.width($1) } }
    return (range.lowerBound + length(leading))..<(range.upperBound - length(trailing))
  }

  /// Goes behind the next line feed, counting the line ends that libyaml knows: LF, CR LF, CR, NEL, LS and PS.
  private mutating func skipLine() {
    let start = position
    let lineFeed = bytes.firstLineFeed(from: start)
    position = Swift.min(lineFeed + 1, bytes.count)
    if lineFeed < bytes.count { line &+= 1 }
    guard hasRareLineEnds else { return }
    var index = start
    while index < lineFeed {
      let length = bytes.lineEndLength(at: index)
      if length > 0, index + length <= lineFeed { line &+= 1 }
      index += Swift.max(length, 1)
    }
  }
}
