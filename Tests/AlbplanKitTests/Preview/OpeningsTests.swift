import Testing

@testable import AlbplanKit
@testable import LoadBalancerModel

@Suite struct OpeningsTests {
  @Test func openingsComeBeforeEverythingElse() {
    var example = StackExample.application()
    example.open([80], to: [.ipv4("0.0.0.0/0")])
    example.listen(.http, 80, default: [.notFound])
    let text = example.report.text()
    #expect(text.offset(of: "Open to clients") < text.offset(of: "Network"))
    #expect(text.offset(of: "Network") < text.offset(of: "Listener"))
  }

  @Test(arguments: ["0.0.0.0/0", "::/0", "10.1.2.3/0", "0.0.0.0/00"])
  func theWholeAddressSpaceIsMarked(cidr: String) {
    var example = StackExample.application()
    example.open([443], to: [cidr.contains(":") ? .ipv6(cidr) : .ipv4(cidr)])
    #expect(example.report.text().lines(with: "tcp 443") == ["! tcp 443  from \(cidr)  open to the world"])
  }

  @Test(arguments: ["10.0.0.0/8", "0.0.0.0/1", "0.0.0.0/10", "0.0.0.0", "0.0.0.0/"])
  func partsOfItAreNot(cidr: String) {
    var example = StackExample.application()
    example.open([443], to: [.ipv4(cidr)])
    #expect(example.report.text().lines(with: "tcp 443") == ["tcp 443  from \(cidr)"])
  }

  @Test func anInternalLoadBalancerIsOpenToItsNetworkOnly() {
    var example = StackExample.application(scheme: .internal)
    example.open([80], to: [.ipv4("0.0.0.0/0")])
    #expect(
      example.report.text().lines(with: "tcp 80") == ["! tcp 80  from 0.0.0.0/0  open to all that reaches the VPC"])
  }

  @Test func portsWithTheSameSourcesShareARow() {
    var example = StackExample.application()
    example.open([80, 443], to: [.ipv4("10.0.0.0/8"), .prefixList("pl-1")])
    example.open([8443], to: [.ipv4("10.0.0.0/8")])
    #expect(
      example.report.text().lines(with: "from 10.0.0.0/8")
        == ["tcp 80, tcp 443  from 10.0.0.0/8 and prefix list pl-1", "tcp 8443         from 10.0.0.0/8"])
  }

  @Test func pathDiscoveryShowsTypeAndCode() {
    var example = StackExample.application()
    example.open([80], to: [.ipv4("10.0.0.0/8")])
    example.stack.securityGroups[0].permissions.append(
      .init(ipProtocol: "icmp", fromPort: 3, toPort: 4, peer: .ipv4("10.0.0.0/8"), origin: .controllerDefault))
    #expect(
      example.report.text().lines(with: "icmp") == ["tcp 80, icmp type 3 code 4  from 10.0.0.0/8"])
  }

  @Test func aGroupWithoutRulesLetsNobodyIn() {
    var example = StackExample.application()
    example.open([], to: [])
    #expect(example.report.text().contains("nothing: the security group has no rule"))
  }

  @Test func bindingsWithoutNetworkingAreCalledOut() {
    var example = StackExample.application()
    example.target("shop/web", 80, type: .ip, targetPort: .default(8080))
    example.stack.targetGroupBindings[0].networking = nil
    #expect(example.report.text(.init()).contains("nothing for shop/web:80: the controller adds no rule"))
  }

  @Test func anOpeningOfPodsToEverybodyIsMarked() {
    var example = StackExample.application()
    example.target("shop/web", 80, type: .ip, targetPort: .default(8080))
    example.stack.targetGroupBindings[0].networking?.ingress[0].from = .default([.ipBlock(.default("0.0.0.0/0"))])
    #expect(
      example.report.text().lines(with: "on pods") == [
        "! tcp 8080 on pods  from 0.0.0.0/0  open to the world for shop/web:80"
      ])
  }
}
