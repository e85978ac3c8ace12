import Testing

@testable import LoadBalancerModel

/// Go's `net` and `net/netip`; expectations from Go 1.26.
@Suite struct IPAddressTests {
  @Test(arguments: [
    ("10.0.0.1", "10.0.0.1"), ("2001:DB8::1", "2001:db8::1"), ("::", "::"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3"),
    ("1:0:0:2:3:0:0:4", "1::2:3:0:0:4"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::ffff:10.0.0.1", "::ffff:10.0.0.1"),
    ("::1.2.3.4", "::102:304"), ("fe80::1%eth0", "fe80::1%eth0"), ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"),
  ])
  func printsTheCanonicalForm(_ text: String, _ canonical: String) {
    #expect(IPAddress(text)?.description == canonical)
  }

  @Test(arguments: [
    "", "office", "010.0.0.1", "256.1.1.1", "1.2.3", "1.2.3.4.5", "1..2.3", "1.2.3.", ":1", "1:", "1::2::3", "::12345",
    "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:1.2.3.4", "1:2:3:4:5:6:7::8", "fe80::1%", "%eth0", " 10.0.0.1", "10.0.0.1 ",
  ])
  func refusesWhatIsNoAddress(_ text: String) {
    #expect(IPAddress(text) == nil)
  }

  @Test(arguments: [
    ("10.0.0.1/8", "10.0.0.0"), ("10.0.0.0/0000000000008", "10.0.0.0"), ("2001:db8::1/64", "2001:db8::"),
    ("0.0.0.0/0", "0.0.0.0"), ("::/0", "::"), ("::ffff:10.0.0.1/104", "10.0.0.0"), ("::ffff:10.0.0.1/90", "::ffc0:0:0"),
  ])
  func readsANetworkWithHostBits(_ text: String, _ network: String) {
    #expect(CIDR(text)?.network.netDescription == network)
  }

  @Test(arguments: [
    "10.0.0.1", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0/8", "010.0.0.0/8", "2001:db8::/129", "10.0.0.0/8/8",
    "fe80::1%eth0/64", " 10.0.0.0/8", "10.1.0.0/16;10.2.0.0/16", "10.0.0.0/+8",
  ])
  func refusesWhatIsNoNetwork(_ text: String) {
    #expect(CIDR(text) == nil)
  }

  @Test func takesNoLeadingZeroInAPrefix() {
    #expect(IPPrefix("10.0.0.0/08") == nil)
    #expect(IPPrefix("10.0.0.1/8")?.description == "10.0.0.1/8")
  }

  @Test(arguments: [
    ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("0.0.0.0/0", "1.2.3.4", true),
    ("::/0", "1.2.3.4", false), ("2600:1f13::/56", "2600:1f13::1", true),
    ("2600:1f13::/56", "2600:1f13:0:100::1", false),
    ("fe80::/10", "fe80::1%eth0", false), ("10.0.0.0/8", "::ffff:10.0.0.1", false), ("10.0.0.1/32", "10.0.0.1", true),
  ])
  func tellsWhatLiesInAPrefix(_ prefix: String, _ address: String, _ isInside: Bool) throws {
    #expect(try #require(IPPrefix(prefix)).contains(try #require(IPAddress(address))) == isInside)
  }
}
