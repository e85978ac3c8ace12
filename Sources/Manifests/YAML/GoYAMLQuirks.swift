/// Where kubectl's reader, whose scanner is an older libyaml's, refuses or reads what today's libyaml does not.
struct GoYAMLQuirks {
  /// The piece has a backslash before a slash somewhere.
  private let mayEscapeSlash: Bool
  /// A place in the piece by character and byte, which only goes forward.
  private var cursor: (character: Int, byte: Int)

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    mayEscapeSlash = bytes.containsPair(0x5C, 0x2F)
    cursor = (0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  /// Why kubectl refuses a scalar, or `nil`. `from` and `to` are libyaml's character counts.
  mutating func refusal(
    of text: UnsafeBufferPointer<UInt8>, _ style: ScalarStyle, isTagged: Bool, inFlow: Bool, from start: Int,
    to end: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> String? {
    // Quirk: in [] and {} a question mark ends a plain scalar.
    if inFlow, style == .plain, text.contains(0x3F) {
      return "kubectl cannot read a ? inside [] or {}: put the value in quotes"
    }
    // Quirk: a tag takes the comma or bracket that follows it.
    if inFlow, style == .plain, isTagged, text.isEmpty, let next = byte(at: end, in: bytes),
      next == 0x2C || next == 0x5D || next == 0x5B
    {
      return "kubectl takes the character after this tag for a part of it: put a blank between them"
    }
    // Quirk: \/ is an escape in JSON and in newer YAML only.
    if mayEscapeSlash, style == .doubleQuoted, text.contains(0x2F), escapesSlash(from: start, to: end, in: bytes) {
      return "kubectl knows no escape \\/ in YAML: write / alone"
    }
    return nil
  }

  private mutating func byte(at character: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    move(to: character, in: bytes)
    return cursor.byte < bytes.count ? bytes[cursor.byte] : nil
  }

  private mutating func escapesSlash(from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    move(to: start, in: bytes)
    let begin = cursor.byte
    move(to: end, in: bytes)
    var index = begin
    while index + 1 < cursor.byte {
      if bytes[index] == 0x5C {
        if bytes[index + 1] == 0x2F { return true }
        index += 1
      }
      index += 1
    }
    return false
  }

  private mutating func move(to character: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    while cursor.byte < bytes.count {
      if bytes[cursor.byte] & 0xC0 != 0x80 {
        if cursor.character >= character { break }
        cursor.character += 1
      }
      cursor.byte += 1
    }
  }
}
