/// Writes JSON the way Go's encoding/json does, member by member in the order given, into a byte buffer.
///
/// Strings are escaped as Go escapes them: `<`, `>`, `&`, U+2028 and U+2029 as `\u…` when `escapesHTML` is set.
package struct JSONWriter {
  /// How the text is laid out.
  package enum Layout: Sendable {
    /// Nothing between the tokens.
    case compact
    /// One member a line, with this many blanks a level.
    case indented(Int)
  }

  private var buffer = ByteBuffer()
  private let layout: Layout
  private let escapesHTML: Bool
  /// How many containers are open.
  private var depth = 0
  /// Nothing stands in the innermost open container yet. Those around it hold it, so one flag serves all.
  private var isContainerEmpty = true
  private var isAfterKey = false

  package init(layout: Layout = .compact, escapesHTML: Bool = true) {
    self.layout = layout
    self.escapesHTML = escapesHTML
  }

  /// How many bytes are written and not handed over yet.
  package var count: Int { buffer.count }

  /// What is written and not handed over yet.
  package var bytes: [UInt8] { Array(buffer.bytes) }

  /// The same as text.
  package var text: String { String(decoding: buffer.bytes, as: UTF8.self) }

  /// Hands over what is written and goes on with an empty buffer, so that a long document need not be held.
  package mutating func take() -> [UInt8] {
    defer { buffer.removeAll() }
    return Array(buffer.bytes)
  }

  package mutating func beginObject() { begin(UInt8(ascii: "{")) }
  package mutating func endObject() { end(UInt8(ascii: "}")) }
  package mutating func beginList() { begin(UInt8(ascii: "[")) }
  package mutating func endList() { end(UInt8(ascii: "]")) }

  /// The name of the next member.
  package mutating func key(_ name: String) {
    separate()
    writeString(name)
    buffer.append(UInt8(ascii: ":"))
    if case .indented = layout { buffer.append(UInt8(ascii: " ")) }
    isAfterKey = true
  }

  /// The name of the next member, in plain ASCII without anything that needs an escape.
  package mutating func key(plain name: StaticString) {
    guard case .compact = layout, !isAfterKey, depth > 0, name.hasPointerRepresentation else {
      return key(name.description)
    }
    let text = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    // Most of what a report holds are such names: all of it goes in one piece.
    buffer.append(atMost: text.count + 4) { room in
      var end = 0
      if !isContainerEmpty { end = room.put(UInt8(ascii: ","), at: end) }
      end = room.put(UInt8(ascii: "\""), at: end)
      end = room.copy(text, at: end)
      end = room.put(UInt8(ascii: "\""), at: end)
      return room.put(UInt8(ascii: ":"), at: end)
    }
    isContainerEmpty = false
    isAfterKey = true
  }

  package mutating func string(_ value: String) {
    separate()
    writeString(value)
  }

  /// Begins a string that is written in parts.
  package mutating func beginString() {
    separate()
    buffer.append(UInt8(ascii: "\""))
  }
  package mutating func stringPart(_ text: String) { writeText(text, quoted: false) }
  package mutating func endString() { buffer.append(UInt8(ascii: "\"")) }

  package mutating func number(_ value: some BinaryInteger) {
    if let value = Int64(exactly: value) { number(value) } else { raw(String(value)) }
  }
  package mutating func number(_ value: Int64) {
    separate()
    // At most a sign and 19 digits.
    buffer.append(atMost: 20) { room in
      var length = 0
      var rest = value.magnitude
      repeat {
        room[length] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
        length += 1
        rest /= 10
      } while rest > 0
      if value < 0 {
        room[length] = UInt8(ascii: "-")
        length += 1
      }
      var digits = UnsafeMutableBufferPointer(rebasing: room[..<length])
      digits.reverse()
      return length
    }
  }
  package mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }
  package mutating func null() { raw("null") }

  /// A token that is JSON already.
  package mutating func raw(_ token: String) {
    separate()
    buffer.append(token.utf8)
  }

  package mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }
  package mutating func member(_ name: String, _ value: some BinaryInteger) {
    key(name)
    number(value)
  }
  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }
  package mutating func member(_ name: String, _ values: [String]) {
    key(name)
    beginList()
    for value in values { string(value) }
    endList()
  }

  /// Ends the text with a line break.
  package mutating func newline() { buffer.append(UInt8(ascii: "\n")) }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    buffer.append(bracket)
    depth += 1
    isContainerEmpty = true
  }

  private mutating func end(_ bracket: UInt8) {
    depth = max(0, depth - 1)
    if !isContainerEmpty { lineBreak() }
    buffer.append(bracket)
    isContainerEmpty = false
  }

  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    guard depth > 0 else { return }
    if !isContainerEmpty { buffer.append(UInt8(ascii: ",")) }
    isContainerEmpty = false
    lineBreak()
  }

  private mutating func lineBreak() {
    guard case .indented(let width) = layout else { return }
    buffer.append(UInt8(ascii: "\n"))
    buffer.append(repeating: UInt8(ascii: " "), count: width * depth)
  }
}

// MARK: Strings

extension JSONWriter {
  private mutating func writeString(_ value: String) { writeText(value, quoted: true) }

  private mutating func writeText(_ value: String, quoted: Bool) {
    let written: Void? = value.utf8.withContiguousStorageIfAvailable { writeText($0, quoted: quoted) }
    if written == nil { Array(value.utf8).withUnsafeBufferPointer { writeText($0, quoted: quoted) } }
  }

  private mutating func writeText(_ text: UnsafeBufferPointer<UInt8>, quoted: Bool) {
    if Self.isPlain(text) {
      buffer.append(atMost: text.count + 2) { room in
        guard quoted else { return room.copy(text, at: 0) }
        let end = room.copy(text, at: room.put(UInt8(ascii: "\""), at: 0))
        return room.put(UInt8(ascii: "\""), at: end)
      }
    } else {
      if quoted { buffer.append(UInt8(ascii: "\"")) }
      writeEscaped(text)
      if quoted { buffer.append(UInt8(ascii: "\"")) }
    }
  }

  /// Whether nothing in the text can need an escape; `false` for whatever is not ASCII. Looks at eight bytes at once.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits = ones << 7
    /// The highest bit of each byte below `limit`, among bytes of ASCII.
    @inline(__always) func bytes(of word: UInt64, below limit: UInt64) -> UInt64 { (word &- ones &* limit) & ~word }
    @inline(__always) func bytes(of word: UInt64, equalTo byte: UInt8) -> UInt64 {
      bytes(of: word ^ (ones &* UInt64(byte)), below: 1)
    }
    @inline(__always) func isPlain(_ word: UInt64) -> Bool {
      let special =
        word | bytes(of: word, below: 0x20)
        | bytes(of: word, equalTo: UInt8(ascii: "\"")) | bytes(of: word, equalTo: UInt8(ascii: "\\"))
        | bytes(of: word, equalTo: UInt8(ascii: "<")) | bytes(of: word, equalTo: UInt8(ascii: ">"))
        | bytes(of: word, equalTo: UInt8(ascii: "&"))
      return special & highBits == 0
    }
    let raw = UnsafeRawBufferPointer(text)
    var index = 0
    while index + 8 <= raw.count {
      guard isPlain(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) else { return false }
      index += 8
    }
    guard index < raw.count else { return true }
    // The rest, with bytes before it that are known already, or filled up with blanks.
    if index > 0 { return isPlain(raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)) }
    return isPlain(raw.reduce(ones &* 0x20) { $0 << 8 | UInt64($1) })
  }

  private mutating func writeEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      // U+2028 and U+2029 are the only three-byte sequences to look at: E2 80 A8 and E2 80 A9.
      let isLineSeparator =
        byte == 0xE2 && escapesHTML && index + 2 < text.count && text[index + 1] == 0x80
        && text[index + 2] & 0xFE == 0xA8
      if isLineSeparator {
        buffer.append(text[index + 2] == 0xA8 ? "\\u2028".utf8 : "\\u2029".utf8)
        index += 3
        continue
      }
      if needsEscape(byte) { writeEscape(byte) } else { buffer.append(byte) }
      index += 1
    }
  }

  private func needsEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): true
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): escapesHTML
    default: false
    }
  }

  private mutating func writeEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): buffer.append("\\\"".utf8)
    case UInt8(ascii: "\\"): buffer.append("\\\\".utf8)
    case 0x08: buffer.append("\\b".utf8)
    case 0x0C: buffer.append("\\f".utf8)
    case 0x0A: buffer.append("\\n".utf8)
    case 0x0D: buffer.append("\\r".utf8)
    case 0x09: buffer.append("\\t".utf8)
    default:
      buffer.append("\\u00".utf8)
      for digit in [byte >> 4, byte & 0xF] {
        buffer.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
      }
    }
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  /// Writes a byte at a position; returns the position after it.
  fileprivate func put(_ byte: UInt8, at position: Int) -> Int {
    self[position] = byte
    return position + 1
  }

  /// Copies bytes to a position; returns the position after them.
  fileprivate func copy(_ source: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    guard let base = baseAddress, let from = source.baseAddress, position + source.count <= count else {
      return position
    }
    (base + position).update(from: from, count: source.count)
    return position + source.count
  }
}
