/// The fingerprints by which GitHub recognises an alert though its line has moved: for each line a hash of the hundred
/// visible characters from its start on, and how often that hash has come already.
///
/// Computed as github/codeql-action does (`src/fingerprints.ts`), so that uploads by either way give the same alerts.
struct LineFingerprints {
  /// By 1-based line, as that program counts lines: at LF, CR and CR LF.
  private(set) var lines: [UInt32: String] = [:]

  private static let blockSize = 100
  /// 37 to the power of `blockSize`.
  private static let firstFactor = (0..<blockSize).reduce(UInt64(1)) { product, _ in product &* 37 }
  private static let end: UInt16 = 65535

  private var wanted: Set<UInt32>
  private var window = [UInt16](repeating: 0, count: blockSize)
  /// The line that begins with the character in each slot of the window; 0 for none.
  private var marks = [UInt32](repeating: 0, count: blockSize)
  private var hash: UInt64 = 0
  private var slot = 0
  private var line: UInt32 = 0
  private var isLineStart = true
  private var isAfterReturn = false
  private var counts: [UInt64: Int] = [:]

  /// - Parameter wanted: the lines to keep; the others are only counted.
  init(_ text: [UInt8], of wanted: Set<UInt32>) {
    self.wanted = wanted
    if text.allSatisfy({ $0 < 0x80 }) {
      for byte in text { read(UInt16(byte)) }
    } else {
      for unit in String(decoding: text, as: UTF8.self).utf16 { read(unit) }
    }
    read(Self.end)
    for _ in 0..<Self.blockSize {
      emitMarked()
      push(0)
    }
  }

  private mutating func read(_ unit: UInt16) {
    let isSecondOfPair = isAfterReturn && unit == 0x0A
    isAfterReturn = unit == 0x0D
    if unit == 0x20 || unit == 0x09 || isSecondOfPair { return }
    let unit = unit == 0x0D ? 0x0A : unit
    emitMarked()
    if isLineStart {
      line &+= 1
      marks[slot] = line
    }
    isLineStart = unit == 0x0A
    push(unit)
  }

  private mutating func push(_ unit: UInt16) {
    hash = 37 &* hash &+ UInt64(unit) &- Self.firstFactor &* UInt64(window[slot])
    window[slot] = unit
    slot = (slot + 1) % Self.blockSize
  }

  private mutating func emitMarked() {
    let marked = marks[slot]
    guard marked != 0 else { return }
    marks[slot] = 0
    let count = counts[hash, default: 0] + 1
    counts[hash] = count
    if wanted.contains(marked) { lines[marked] = "\(String(hash, radix: 16)):\(count)" }
  }
}
