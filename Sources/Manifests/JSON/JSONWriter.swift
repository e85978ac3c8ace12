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

  package private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private let escapesHTML: Bool
  /// For each open container: whether something stands in it already.
  private var hasMembers: [Bool] = []
  private var isAfterKey = false

  package init(layout: Layout = .compact, escapesHTML: Bool = true) {
    self.layout = layout
    self.escapesHTML = escapesHTML
  }

  /// The text so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Hands over what is written and starts an empty buffer, so that a long document need not be held.
  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  package mutating func beginObject() { begin(UInt8(ascii: "{")) }
  package mutating func endObject() { end(UInt8(ascii: "}")) }
  package mutating func beginList() { begin(UInt8(ascii: "[")) }
  package mutating func endList() { end(UInt8(ascii: "]")) }

  /// The name of the next member.
  package mutating func key(_ name: String) {
    separate()
    writeString(name)
    bytes.append(UInt8(ascii: ":"))
    if case .indented = layout { bytes.append(UInt8(ascii: " ")) }
    isAfterKey = true
  }

  package mutating func string(_ value: String) {
    separate()
    writeString(value)
  }
  package mutating func number(_ value: some BinaryInteger) { raw(String(value)) }
  package mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }
  package mutating func null() { raw("null") }

  /// A token that is JSON already.
  package mutating func raw(_ token: String) {
    separate()
    bytes.append(contentsOf: token.utf8)
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
  package mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    hasMembers.append(false)
  }

  private mutating func end(_ bracket: UInt8) {
    if hasMembers.popLast() == true { lineBreak() }
    bytes.append(bracket)
  }

  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    guard let hasMember = hasMembers.last else { return }
    if hasMember { bytes.append(UInt8(ascii: ",")) }
    hasMembers[hasMembers.count - 1] = true
    lineBreak()
  }

  private mutating func lineBreak() {
    guard case .indented(let width) = layout else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: width * hasMembers.count))
  }

  private mutating func writeString(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { text in
      var start = 0
      var index = 0
      while index < text.count {
        let byte = text[index]
        if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), !isSpecial(byte) {
          index += 1
          continue
        }
        // U+2028 and U+2029 are the only three-byte sequences to look at: E2 80 A8 and E2 80 A9.
        if byte == 0xE2 {
          let isLineSeparator = index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8
          guard isLineSeparator else {
            index += 1
            continue
          }
          bytes.append(contentsOf: text[start..<index])
          bytes.append(contentsOf: text[index + 2] == 0xA8 ? "\\u2028".utf8 : "\\u2029".utf8)
          index += 3
          start = index
          continue
        }
        bytes.append(contentsOf: text[start..<index])
        writeEscape(byte)
        index += 1
        start = index
      }
      bytes.append(contentsOf: text[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    guard escapesHTML else { return false }
    return byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&") || byte == 0xE2
  }

  private mutating func writeEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
    case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
    case 0x08: bytes.append(contentsOf: "\\b".utf8)
    case 0x0C: bytes.append(contentsOf: "\\f".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 0xF)])
    }
  }
}
