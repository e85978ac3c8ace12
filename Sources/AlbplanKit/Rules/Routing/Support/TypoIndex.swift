import Manifests

/// Finds the name that differs from a misspelt one by one slip of the fingers; the work grows with the list, not with
/// the look-ups.
struct TypoIndex {
  private var names: [String: [String]] = [:]
  private static let longest = 63

  init(_ names: some Sequence<String>) {
    for name in names where name.utf8.count <= Self.longest {
      for variant in Self.variants(of: name) { self.names[variant, default: []].append(name) }
    }
  }

  /// The one name that was surely meant; `nil` when there is none, or more than one.
  func name(meantBy written: String) -> String? {
    guard written.utf8.count <= Self.longest else { return nil }
    var found: String?
    for variant in Self.variants(of: written) {
      for candidate in names[variant, default: []].prefix(8) where candidate != found {
        guard Self.isSlip(Array(written.utf8), Array(candidate.utf8)) else { continue }
        if found != nil { return nil }
        found = candidate
      }
    }
    return found
  }

  /// The name, and the name without one of its characters.
  private static func variants(of name: String) -> [String] {
    let bytes = Array(name.utf8)
    var variants: Set<String> = [name]
    for index in bytes.indices {
      variants.insert(String(decoding: bytes[..<index] + bytes[(index + 1)...], as: UTF8.self))
    }
    return Array(variants)
  }

  /// One letter or hyphen too many, missing, wrong, or swapped with its neighbour, in a word of at least four letters.
  /// Digits and short words tell siblings apart (`web-1` and `web-2`, `api-a` and `api-b`).
  private static func isSlip(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left != right else { return false }
    var start = 0
    while start < left.count, start < right.count, left[start] == right[start] { start += 1 }
    var (leftEnd, rightEnd) = (left.count, right.count)
    while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
      leftEnd -= 1
      rightEnd -= 1
    }
    let (leftPart, rightPart) = (left[start..<leftEnd], right[start..<rightEnd])
    let isOneEdit: Bool =
      switch (leftPart.count, rightPart.count) {
      case (0, 1), (1, 0), (1, 1): true
      case (2, 2): leftPart.elementsEqual(rightPart.reversed())
      default: false
      }
    guard isOneEdit, !(leftPart + rightPart).contains(where: RoutingText.isDigit) else { return false }
    return word(in: left, around: start..<leftEnd) >= 4 && word(in: right, around: start..<rightEnd) >= 4
  }

  /// How long the part between hyphens is that the range lies in; hyphens within the range do not end it.
  private static func word(in bytes: [UInt8], around range: Range<Int>) -> Int {
    let before = bytes[..<range.lowerBound].reversed().prefix { $0 != UInt8(ascii: "-") }.count
    let behind = bytes[range.upperBound...].prefix { $0 != UInt8(ascii: "-") }.count
    return before + range.count + behind
  }
}
