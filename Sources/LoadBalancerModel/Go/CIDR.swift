/// An address and the length of its network part, as Go's `net.ParseCIDR` reads them: host bits may be set.
package struct CIDR: Hashable, Sendable {
  /// As written.
  package var address: IPAddress
  package var prefixLength: Int

  /// `nil` where Go answers `invalid CIDR address: …`.
  package init?(_ text: some StringProtocol) {
    guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")),
      let address = IPAddress(text[..<slash]), address.zone.isEmpty,
      let length = Self.length(text[text.utf8.index(after: slash)...].utf8), length <= address.bitWidth
    else { return nil }
    self.address = address
    self.prefixLength = length
  }

  /// The address without its host bits.
  package var network: IPAddress { address.masked(to: prefixLength) }

  /// Decimal digits; `net` takes any number of leading zeros.
  private static func length(_ digits: some Collection<UInt8>) -> Int? {
    guard !digits.isEmpty else { return nil }
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit), value <= 128 else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}

/// A network as Go's `netip.ParsePrefix` reads it: no leading zeros in the length, no zone.
package struct IPPrefix: Hashable, Sendable, CustomStringConvertible {
  package var address: IPAddress
  package var prefixLength: Int

  package init?(_ text: some StringProtocol) {
    guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let digits = text[text.utf8.index(after: slash)...].utf8
    guard let cidr = CIDR(text), digits.count == 1 || digits.first != UInt8(ascii: "0") else { return nil }
    address = cidr.address
    prefixLength = cidr.prefixLength
  }

  package var description: String { "\(address)/\(prefixLength)" }

  /// Addresses of the other family and those with a zone are never inside.
  package func contains(_ other: IPAddress) -> Bool {
    other.isIPv4 == address.isIPv4 && other.zone.isEmpty
      && other.masked(to: prefixLength) == address.masked(to: prefixLength)
  }
}
