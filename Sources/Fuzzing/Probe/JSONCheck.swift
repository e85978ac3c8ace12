/// Whether a text is one JSON value after RFC 8259: a reading of its own, so that our writers are not judged by our
/// readers.
struct JSONCheck {
  private let bytes: [UInt8]
  private var position = 0

  /// The byte at which a text stops being JSON; `nil` when all of it is.
  static func fault(in bytes: [UInt8]) -> Int? {
    var check = JSONCheck(bytes: bytes)
    return check.isValue() ? nil : check.position
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// What closes each open collection, innermost last.
  private mutating func isValue() -> Bool {
    var open: [UInt8] = []
    while true {
      skipBlanks()
      switch peek() {
      case UInt8(ascii: "{"):
        position += 1
        skipBlanks()
        if peek() != UInt8(ascii: "}") {
          open.append(UInt8(ascii: "}"))
          guard isKey() else { return false }
          continue
        }
        position += 1
      case UInt8(ascii: "["):
        position += 1
        skipBlanks()
        if peek() != UInt8(ascii: "]") {
          open.append(UInt8(ascii: "]"))
          continue
        }
        position += 1
      case UInt8(ascii: "\""): guard isString() else { return false }
      case UInt8(ascii: "t"): guard isWord("true") else { return false }
      case UInt8(ascii: "f"): guard isWord("false") else { return false }
      case UInt8(ascii: "n"): guard isWord("null") else { return false }
      default: guard isNumber() else { return false }
      }
      // Behind a value.
      var goesOn = false
      while let closing = open.last, !goesOn {
        skipBlanks()
        if peek() == closing {
          position += 1
          open.removeLast()
        } else {
          guard peek() == UInt8(ascii: ",") else { return false }
          position += 1
          goesOn = true
          if closing == UInt8(ascii: "}") {
            skipBlanks()
            guard isKey() else { return false }
          }
        }
      }
      guard goesOn else { break }
    }
    skipBlanks()
    return position == bytes.count
  }

  private func peek() -> UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipBlanks() {
    while [0x20, 0x09, 0x0A, 0x0D].contains(peek()), position < bytes.count { position += 1 }
  }

  private mutating func isKey() -> Bool {
    guard peek() == UInt8(ascii: "\""), isString() else { return false }
    skipBlanks()
    guard peek() == UInt8(ascii: ":") else { return false }
    position += 1
    return true
  }

  private mutating func isWord(_ word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private mutating func isString() -> Bool {
    position += 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return true
      case UInt8(ascii: "\\"):
        position += 1
        switch peek() {
        case UInt8(ascii: "u"):
          for _ in 0..<4 {
            position += 1
            guard isHexadecimal(peek()) else { return false }
          }
          position += 1
        case let byte where "\"\\/bfnrt".utf8.contains(byte): position += 1
        default: return false
        }
      case 0..<0x20: return false
      default: position += 1
      }
    }
    return false
  }

  private func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }

  private mutating func isNumber() -> Bool {
    if peek() == UInt8(ascii: "-") { position += 1 }
    if peek() == UInt8(ascii: "0") { position += 1 } else { guard areDigits() else { return false } }
    if peek() == UInt8(ascii: ".") {
      position += 1
      guard areDigits() else { return false }
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      position += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
      guard areDigits() else { return false }
    }
    return true
  }

  private mutating func areDigits() -> Bool {
    let start = position
    while (0x30...0x39).contains(peek()) { position += 1 }
    return position > start
  }
}
