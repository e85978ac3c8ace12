/// Cuts a text into the pieces that kubectl reads one by one: at lines that begin with `---`.
///
/// Mirrors `YAMLReader.Read` in apimachinery `pkg/util/yaml/decoder.go`.
struct DocumentSplitter {
  enum Item {
    /// Text for one document, perhaps without content, and the number of lines before it.
    case piece(Range<Int>, firstLine: UInt32)
    /// A line that begins with `---` and goes on with more than a comment; kubectl gives up there.
    case badSeparator(line: UInt32, columns: Range<UInt32>)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int
  /// The number of lines before `position`.
  private(set) var line: UInt32
  /// Where a bad separator was reported whose line is read as YAML all the same, so that the rest is seen too.
  private var accepted: Int?

  init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int = 0, line: UInt32 = 0) {
    self.bytes = bytes
    self.position = position
    self.line = line
  }

  mutating func next() -> Item? {
    let (start, startLine) = (position, line)
    while position < bytes.count {
      let (lineStart, lineNumber) = (position, line)
      skipLine()
      guard beginsWithDashes(at: lineStart), lineStart != accepted else { continue }
      let content = trimmed(lineStart + 3..<position)
      if content.isEmpty || bytes[content.lowerBound] == 0x23 {
        if lineStart > start { return .piece(start..<lineStart, firstLine: startLine) }
        continue
      }
      if lineStart > start {
        (position, line) = (lineStart, lineNumber)
        return .piece(start..<lineStart, firstLine: startLine)
      }
      if content.lowerBound > lineStart + 3 {
        accepted = lineStart
        (position, line) = (lineStart, lineNumber)
      }
      return .badSeparator(
        line: lineNumber &+ 1,
        columns: UInt32(content.lowerBound - lineStart + 1)..<UInt32(content.upperBound - lineStart + 1))
    }
    return position > start ? .piece(start..<position, firstLine: startLine) : nil
  }

  private func beginsWithDashes(at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0x2D && bytes[index + 1] == 0x2D && bytes[index + 2] == 0x2D
  }

  /// The range without white space at its ends.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var range = range
    while let first = range.first, isBlank(bytes[first]) { range = (first + 1)..<range.upperBound }
    while let last = range.last, isBlank(bytes[last]) { range = range.lowerBound..<last }
    return range
  }

  /// Goes behind the next line feed, counting the line ends that libyaml knows: LF, CR LF, CR, NEL, LS and PS.
  private mutating func skipLine() {
    var index = position
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A {
        line &+= 1
        break
      }
      if byte == 0x0D {
        if index == bytes.count || bytes[index] != 0x0A { line &+= 1 }
      } else if byte == 0x85 {
        if index >= 2, bytes[index - 2] == 0xC2 { line &+= 1 }
      } else if byte == 0xA8 || byte == 0xA9 {
        if index >= 3, bytes[index - 2] == 0x80, bytes[index - 3] == 0xE2 { line &+= 1 }
      }
    }
    position = index
  }
}
