/// A text in which characters that libyaml would take for more than text stand hidden, and scalars show them again.
///
/// Each is replaced by one private character, so that places stay where they are.
enum HiddenCharacters {
  /// U+E000 for a colon.
  private static let colon: [UInt8] = [0xEE, 0x80, 0x80]
  /// U+E001 for a byte order mark.
  private static let mark: [UInt8] = [0xEE, 0x80, 0x81]

  /// Whether a byte order mark stands inside the text, where kubectl's reader takes it for a letter.
  static func needsHiding(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 3, bytes.containsPair(0xBB, 0xBF) else { return false }
    return bytes.indices.dropFirst().contains { isMark(at: $0, in: bytes) && !isAtStart($0, in: bytes) }
  }

  /// The text with its inner byte order marks hidden, and if wished the colons that end plain scalars in flow
  /// collections: `[x:]` holds `x:` for kubectl. `nil` when the text has the private characters itself.
  static func hide(in bytes: UnsafeBufferPointer<UInt8>, colonsInFlow: Bool) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var previous: UInt8 = 0x0A
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
      if byte == 0xEE, next == 0x80 { return nil }
      if isMark(at: index, in: bytes), !isAtStart(index, in: bytes) {
        result += mark
        index += 3
        previous = 0xBF
        continue
      }
      if colonsInFlow, byte == 0x3A, endsPlainScalar(before: previous),
        [0x2C, 0x3F, 0x5B, 0x5D, 0x7B, 0x7D].contains(next)
      {
        result += colon
      } else {
        result.append(byte)
      }
      previous = byte
      index += 1
    }
    return result
  }

  /// One byte order mark at the start tells the encoding, and a second one is passed over.
  private static func isAtStart(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    index == 0 || index == 3 && isMark(at: 0, in: bytes)
  }

  private static func isMark(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xEF && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF
  }

  /// Whether a colon after this byte belongs to a plain scalar, not to a quoted key, a collection or nothing.
  private static func endsPlainScalar(before byte: UInt8) -> Bool {
    byte > 0x20 && ![0x22, 0x27, 0x5B, 0x5D, 0x7B, 0x7D, 0x2C].contains(byte)
  }

  /// The text of a scalar with everything back in place.
  static func show(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let isHidden = text[index] == 0xEE && index + 2 < text.count && text[index + 1] == 0x80
      switch (isHidden, isHidden ? text[index + 2] : 0) {
      case (true, 0x80):
        result.append(0x3A)
        index += 3
      case (true, 0x81):
        result += [0xEF, 0xBB, 0xBF]
        index += 3
      default:
        result.append(text[index])
        index += 1
      }
    }
    return result
  }
}
