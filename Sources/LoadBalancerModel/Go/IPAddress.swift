/// An IP address as Go's `net/netip` reads and prints it.
///
/// An IPv4 address mapped into IPv6 stays IPv6. A zone is kept and makes the address lie in no prefix.
package struct IPAddress: Hashable, Sendable, CustomStringConvertible {
  package var bits: UInt128
  package var isIPv4: Bool
  package var zone: String = ""

  package init(bits: UInt128, isIPv4: Bool) {
    self.bits = bits
    self.isIPv4 = isIPv4
  }

  /// `netip.ParseAddr`: `nil` where Go refuses the text.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    // The first dot, colon or percent sign tells the family.
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "."):
        guard let bits = Self.ipv4Bits(bytes[...]) else { return nil }
        self.init(bits: UInt128(bits), isIPv4: true)
        return
      case UInt8(ascii: ":"):
        var address = bytes[...]
        var zone = ""
        if let percent = bytes.firstIndex(of: UInt8(ascii: "%")) {
          address = bytes[..<percent]
          zone = String(decoding: bytes[(percent + 1)...], as: UTF8.self)
          guard !zone.isEmpty else { return nil }
        }
        guard let bits = Self.ipv6Bits(address) else { return nil }
        self.init(bits: bits, isIPv4: false)
        self.zone = zone
        return
      case UInt8(ascii: "%"): return nil
      default: continue
      }
    }
    return nil
  }

  package var bitWidth: Int { isIPv4 ? 32 : 128 }

  /// Four decimal octets without leading zeros.
  private static func ipv4Bits(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    let octets = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard octets.count == 4 else { return nil }
    var bits: UInt32 = 0
    for octet in octets {
      guard (1...3).contains(octet.count), octet.count == 1 || octet.first != UInt8(ascii: "0") else { return nil }
      var value: UInt32 = 0
      for digit in octet {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
        value = value * 10 + UInt32(digit - UInt8(ascii: "0"))
      }
      guard value <= 255 else { return nil }
      bits = bits << 8 | value
    }
    return bits
  }

  private static func ipv6Bits(_ bytes: ArraySlice<UInt8>) -> UInt128? {
    var rest = bytes
    var groups: [UInt16] = []
    var gap: Int?
    let colon = UInt8(ascii: ":")
    func startsWithGap() -> Bool { rest.first == colon && rest.dropFirst().first == colon }
    if startsWithGap() {
      gap = 0
      rest = rest.dropFirst(2)
      if rest.isEmpty { return 0 }
    }
    while groups.count < 8 {
      var value: UInt32 = 0
      var digits = 0
      while let byte = rest.dropFirst(digits).first, let digit = hexadecimalDigit(byte) {
        value = value << 4 | UInt32(digit)
        digits += 1
        guard digits <= 4 else { return nil }
      }
      guard digits > 0 else { return nil }
      if rest.dropFirst(digits).first == UInt8(ascii: ".") {
        guard gap != nil || groups.count == 6, groups.count <= 6, let embedded = ipv4Bits(rest) else { return nil }
        groups.append(UInt16(embedded >> 16))
        groups.append(UInt16(embedded & 0xFFFF))
        rest = []
        break
      }
      groups.append(UInt16(value))
      rest = rest.dropFirst(digits)
      if rest.isEmpty { break }
      guard rest.first == colon, rest.count > 1 else { return nil }
      if startsWithGap() {
        guard gap == nil else { return nil }
        gap = groups.count
        rest = rest.dropFirst(2)
        if rest.isEmpty { break }
      } else {
        rest = rest.dropFirst()
      }
    }
    guard rest.isEmpty else { return nil }
    if groups.count < 8 {
      guard let gap else { return nil }
      groups.insert(contentsOf: repeatElement(0, count: 8 - groups.count), at: gap)
    } else if gap != nil {
      return nil
    }
    return groups.reduce(0) { $0 << 16 | UInt128($1) }
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// The canonical form: lower case, the longest run of zeros cut out.
  package var description: String {
    if isIPv4 { return Self.dotted(UInt32(truncatingIfNeeded: bits)) }
    let suffix = zone.isEmpty ? "" : "%\(zone)"
    if bits >> 32 == 0xFFFF { return "::ffff:\(Self.dotted(UInt32(truncatingIfNeeded: bits)))\(suffix)" }
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: bits >> UInt128(112 - 16 * $0)) }
    var longest = 0..<0
    var start: Int?
    for index in 0...8 {
      if index < 8, groups[index] == 0 {
        start = start ?? index
      } else if let first = start {
        if index - first > longest.count, index - first > 1 { longest = first..<index }
        start = nil
      }
    }
    func joined(_ slice: ArraySlice<UInt16>) -> String {
      slice.map { String($0, radix: 16) }.joined(separator: ":")
    }
    if longest.isEmpty { return joined(groups[...]) + suffix }
    return joined(groups[..<longest.lowerBound]) + "::" + joined(groups[longest.upperBound...]) + suffix
  }

  /// As Go's older `net.IP` prints it: an IPv4 address mapped into IPv6 is an IPv4 address.
  package var netDescription: String {
    bits >> 32 == 0xFFFF && !isIPv4 ? Self.dotted(UInt32(truncatingIfNeeded: bits)) : description
  }

  private static func dotted(_ bits: UInt32) -> String {
    "\(bits >> 24).\(bits >> 16 & 0xFF).\(bits >> 8 & 0xFF).\(bits & 0xFF)"
  }

  /// The address with only its first `length` bits.
  package func masked(to length: Int) -> IPAddress {
    let hostBits = bitWidth - min(max(length, 0), bitWidth)
    guard hostBits > 0 else { return self }
    let kept = hostBits >= 128 ? 0 : (bits >> UInt128(hostBits)) << UInt128(hostBits)
    return IPAddress(bits: kept, isIPv4: isIPv4)
  }
}
