/// Reads JSON values one after the other, as kubectl does with a text that begins with `{`: Go's strict `encoding/json`,
/// which takes escapes and long keys that YAML does not.
struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int
  private var line: UInt32
  private var column: UInt32

  /// Not JSON; the text may yet be YAML.
  struct Fault: Error {
    var message: String
    var start: SourcePosition
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    (position, line, column) = (0, 1, 1)
  }

  /// Where the text that has not been read begins.
  var origin: TextOrigin { TextOrigin(line: line &- 1, column: column &- 1) }

  private var here: SourcePosition { SourcePosition(line: line, column: column) }

  /// The next value's root record, or `nil` at the end of the text. After a fault the table is as before.
  mutating func next(into builder: inout NodeTableBuilder) throws(Fault) -> UInt32? {
    skipWhiteSpace()
    guard position < bytes.count else { return nil }
    let state = builder.beginDocument()
    let root = UInt32(truncatingIfNeeded: builder.records.count)
    do throws(YAMLFault) {
      try readValue(into: &builder)
      return root
    } catch {
      builder.rollBack(to: state)
      throw Fault(message: error.message, start: error.start)
    }
  }

  /// Goes on behind the white space that follows, up to and including the first line feed; false when that leads
  /// beyond `limit`.
  mutating func skipToContentOrNextLine(limit: Int) -> Bool {
    while position <= limit {
      let byte = bytes[position]
      guard isWhiteSpace(byte) else { return true }
      step()
      if byte == 0x0A { return true }
    }
    return false
  }

  /// The collections that are open, outermost first, and what may come next in the innermost.
  private enum State { case arrayStart, arrayNext, objectStart, objectNext }

  private mutating func readValue(into builder: inout NodeTableBuilder) throws(YAMLFault) {
    var stack: [State] = []
    try readItem(into: &builder, &stack)
    while let state = stack.last {
      skipWhiteSpace()
      let byte = position < bytes.count ? bytes[position] : 0
      switch (state, byte) {
      case (.arrayStart, 0x5D), (.arrayNext, 0x5D), (.objectStart, 0x7D), (.objectNext, 0x7D):
        step()
        try builder.endCollection(at: here)
        stack.removeLast()
        continue
      case (.arrayNext, 0x2C), (.objectNext, 0x2C):
        step()
        skipWhiteSpace()
      case (.arrayStart, _), (.objectStart, _): break
      case (.arrayNext, _): throw fault("expected a comma or ]")
      case (.objectNext, _): throw fault("expected a comma or }")
      }
      switch state {
      case .arrayStart, .arrayNext: stack[stack.count - 1] = .arrayNext
      case .objectStart, .objectNext:
        stack[stack.count - 1] = .objectNext
        guard position < bytes.count, bytes[position] == 0x22 else { throw fault("expected a key in double quotes") }
        try readString(into: &builder)
        skipWhiteSpace()
        guard position < bytes.count, bytes[position] == 0x3A else { throw fault("expected a colon after the key") }
        step()
        skipWhiteSpace()
      }
      try readItem(into: &builder, &stack)
    }
  }

  /// Reads a scalar or the opening bracket of a collection.
  private mutating func readItem(into builder: inout NodeTableBuilder, _ stack: inout [State]) throws(YAMLFault) {
    guard position < bytes.count else { throw fault("expected a value") }
    switch bytes[position] {
    case 0x7B, 0x5B:
      let isMapping = bytes[position] == 0x7B
      try builder.beginCollection(isMapping: isMapping, isFlow: true, anchor: nil, from: here)
      stack.append(isMapping ? .objectStart : .arrayStart)
      step()
    case 0x22: try readString(into: &builder)
    case 0x2D, 0x30...0x39: try readNumber(into: &builder)
    case 0x74: try readWord("true", into: &builder)
    case 0x66: try readWord("false", into: &builder)
    case 0x6E: try readWord("null", into: &builder)
    default: throw fault("expected a value")
    }
  }

  private mutating func readWord(_ word: String, into builder: inout NodeTableBuilder) throws(YAMLFault) {
    let (start, begin) = (here, position)
    for byte in word.utf8 {
      guard position < bytes.count, bytes[position] == byte else { throw fault("expected a value") }
      step()
    }
    try builder.appendScalar(
      UnsafeBufferPointer(rebasing: bytes[begin..<position]), style: .plain, tag: .none, isPlain: true, anchor: nil,
      from: start, to: here)
  }

  private mutating func readNumber(into builder: inout NodeTableBuilder) throws(YAMLFault) {
    let (start, begin) = (here, position)
    func peek() -> UInt8 { position < bytes.count ? bytes[position] : 0 }
    func digits() throws(YAMLFault) {
      guard (0x30...0x39).contains(peek()) else { throw fault("expected a digit") }
      while (0x30...0x39).contains(peek()) { step() }
    }
    if peek() == 0x2D { step() }
    if peek() == 0x30 { step() } else { try digits() }
    if peek() == 0x2E {
      step()
      try digits()
    }
    if peek() | 0x20 == 0x65 {
      step()
      if peek() == 0x2B || peek() == 0x2D { step() }
      try digits()
    }
    try builder.appendScalar(
      UnsafeBufferPointer(rebasing: bytes[begin..<position]), style: .plain, tag: .jsonNumber, isPlain: true,
      anchor: nil, from: start, to: here)
  }

  private mutating func readString(into builder: inout NodeTableBuilder) throws(YAMLFault) {
    let start = here
    step()
    let begin = position
    var needsDecoding = false
    while position < bytes.count, bytes[position] != 0x22 {
      if bytes[position] == 0x5C {
        needsDecoding = true
        step()
        guard position < bytes.count else { break }
      } else if bytes[position] < 0x20 {
        throw fault("a control character must be escaped in a string")
      } else if bytes[position] >= 0x80 {
        needsDecoding = true
      }
      step()
    }
    guard position < bytes.count else { throw fault("the string is not closed") }
    let content = UnsafeBufferPointer(rebasing: bytes[begin..<position])
    step()
    guard needsDecoding else {
      return try builder.appendScalar(
        content, style: .doubleQuoted, tag: .string, isPlain: false, anchor: nil, from: start, to: here)
    }
    guard let text = decoded(content) else {
      throw YAMLFault(.syntax, "a string holds an escape that JSON does not know", from: start, to: here)
    }
    try builder.appendScalar(
      text.utf8, style: .doubleQuoted, tag: .string, isPlain: false, anchor: nil, from: start, to: here)
  }

  /// The text of a string with its escapes undone; broken UTF-8 and lone surrogates become U+FFFD, as in Go.
  private func decoded(_ content: UnsafeBufferPointer<UInt8>) -> String? {
    var out: [UInt8] = []
    out.reserveCapacity(content.count)
    var index = 0
    func hex(at start: Int) -> UInt32? {
      guard start + 4 <= content.count else { return nil }
      var value: UInt32 = 0
      for byte in content[start..<start + 4] {
        guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
        value = value << 4 | UInt32(digit)
      }
      return value
    }
    while index < content.count {
      let byte = content[index]
      index += 1
      guard byte == 0x5C else {
        out.append(byte)
        continue
      }
      guard index < content.count else { return nil }
      let escape = content[index]
      index += 1
      switch escape {
      case 0x22, 0x5C, 0x2F: out.append(escape)
      case 0x62: out.append(0x08)
      case 0x66: out.append(0x0C)
      case 0x6E: out.append(0x0A)
      case 0x72: out.append(0x0D)
      case 0x74: out.append(0x09)
      case 0x75:
        guard var code = hex(at: index) else { return nil }
        index += 4
        if (0xD800..<0xDC00).contains(code), index + 1 < content.count, content[index] == 0x5C,
          content[index + 1] == 0x75, let low = hex(at: index + 2), (0xDC00..<0xE000).contains(low)
        {
          code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
          index += 6
        }
        out.append(contentsOf: Array(String(UnicodeScalar(code) ?? "\u{FFFD}").utf8))
      default: return nil
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  private mutating func skipWhiteSpace() {
    while position < bytes.count, isWhiteSpace(bytes[position]) { step() }
  }

  /// Goes one byte on, counting lines and columns as libyaml does.
  private mutating func step() {
    let byte = bytes[position]
    position += 1
    switch byte {
    case 0x0A: newLine()
    case 0x0D: if position == bytes.count || bytes[position] != 0x0A { newLine() }
    case 0x85 where position >= 2 && bytes[position - 2] == 0xC2: newLine()
    case 0xA8 where follows(0xE2, 0x80), 0xA9 where follows(0xE2, 0x80): newLine()
    case 0x80..<0xC0: break
    default: column &+= 1
    }
  }

  private func follows(_ first: UInt8, _ second: UInt8) -> Bool {
    position >= 3 && bytes[position - 3] == first && bytes[position - 2] == second
  }

  private mutating func newLine() {
    line &+= 1
    column = 1
  }

  private func fault(_ message: String) -> YAMLFault { YAMLFault(.syntax, message, from: here) }
}
