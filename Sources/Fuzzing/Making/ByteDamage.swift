/// Breaks texts byte by byte.
enum ByteDamage {
  private static let pieces: [[UInt8]] = [
    [0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBB, 0xBF], [0xC2, 0x85],
    [0xE2, 0x80, 0xA8],
    [0x0D], [0x0A], [0x09], Array("---\n".utf8), Array("...\n".utf8), Array("%YAML 1.1\n".utf8), Array("{".utf8),
    Array("]".utf8), Array(": ".utf8), Array("\n- ".utf8), Array("#".utf8), Array("&a ".utf8), Array("*a".utf8),
    Array("<<: ".utf8), Array("\"".utf8), Array("'".utf8), Array("|\n".utf8), Array("? ".utf8), Array("!!".utf8),
  ]

  static func damage(_ bytes: inout [UInt8], _ chance: inout Chance) {
    for _ in 0..<(1 + chance.below(4)) {
      let start = chance.below(bytes.count + 1)
      let end = min(bytes.count, start + chance.below(chance.once(in: 3) ? 400 : 8))
      switch chance.below(5) {
      case 0: bytes.insert(contentsOf: chance.element(of: pieces) ?? [], at: start)
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: chance.below(bytes.count + 1))
      case 3: if start < bytes.count { bytes[start] = UInt8(truncatingIfNeeded: chance.next()) }
      default: if chance.once(in: 4) { bytes.removeSubrange(start...) }
      }
    }
  }
}
