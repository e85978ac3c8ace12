/// A hash that is the same on every machine and in every run (FNV-1a of 64 bits). Not for secrets.
struct StableHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes a text in; the end of each counts, so that `ab`, `c` and `a`, `bc` differ.
  mutating func combine(_ text: String) {
    for byte in text.utf8 { combine(byte) }
    combine(0xFF)
  }

  private mutating func combine(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Sixteen hexadecimal digits.
  var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension Finding {
  /// What a finding is about, without where it stands: the same before and after lines have moved.
  func identity(path: String) -> StableHash {
    var hash = StableHash()
    hash.combine(rule)
    hash.combine(path)
    hash.combine(object ?? "")
    hash.combine(message.withoutPlaces)
    return hash
  }
}

extension Finding.Message {
  /// The message with the numbers of lines and columns in it left out: `line 12`, `web.yaml:12:5`.
  var withoutPlaces: String {
    var kept: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let digits = bytes[index...].prefix { (0x30...0x39).contains($0) }
      if !digits.isEmpty {
        let isPlace = kept.last == UInt8(ascii: ":") || Self.endsWithLine(kept)
        kept += isPlace ? [UInt8(ascii: "N")] : Array(digits)
        index = digits.endIndex
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func endsWithLine(_ text: [UInt8]) -> Bool {
    text.suffix(5).elementsEqual("line ".utf8) || text.suffix(6).elementsEqual("lines ".utf8)
  }
}
