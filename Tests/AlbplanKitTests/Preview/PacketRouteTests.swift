import Manifests
import Testing

@testable import AlbplanKit
@testable import LoadBalancerModel

@Suite struct PacketRouteTests {
  private func route(
    _ type: LoadBalancerType = .network, _ targetType: TargetType, policy: String? = nil,
    targetPort: IntOrString = .number(8080), nodePort: Planned<Int32> = .default(30080),
    over targetProtocol: ListenerProtocol = .tcp, attributes: [String: String] = [:], hasService: Bool = true
  ) -> PacketRoute {
    let service = Service.example("shop/web", ports: [(80, targetPort, nil)], policy: policy)
    var example = type == .network ? StackExample.network(service) : .application()
    var port = nodePort
    if targetType == .ip {
      if case .number(let number) = targetPort { port = .default(number) } else { port = .default(1) }
    }
    example.target("shop/web", 80, type: targetType, targetPort: port, over: targetProtocol, attributes: attributes)
    return PacketRoute(
      loadBalancer: example.loadBalancer, targetGroup: example.stack.targetGroups[0],
      binding: example.stack.targetGroupBindings[0], service: hasService ? service : nil)
  }

  @Test func instanceTargetsNameTheHopOverTheNode() {
    #expect(route(.application, .instance).path.plain == "ALB → node:30080 → pod:8080")
    #expect(route(.application, .instance).nodeHop?.plain.contains("perhaps on another node") == true)
    #expect(route(.network, .instance, policy: "Local").nodeHop?.plain.contains("same node") == true)
  }

  @Test func addressTargetsGoStraightToThePod() {
    #expect(route(.application, .ip).path.plain == "ALB → pod:8080")
    #expect(route(.network, .ip).path.plain == "NLB → pod:8080")
    #expect(route(.network, .ip).nodeHop == nil)
  }

  @Test func aNamedTargetPortIsShownByName() {
    #expect(route(.network, .ip, targetPort: .name("http")).path.plain == "NLB → pod:http (a named port)")
    #expect(route(.network, .ip, targetPort: .name("http")).healthCheck.plain == "TCP connection to port http (traffic port)")
  }

  @Test func whatNobodyKnowsIsNotGuessed() {
    #expect(
      route(.application, .instance, nodePort: Planned(unknown: .nodePort, from: .controllerDefault)).path.plain
        == "ALB → node:(known after apply) → pod:8080")
    #expect(
      route(.application, .instance, hasService: false).path.plain == "ALB → node:30080 → pod:(known after apply)")
    #expect(route(.network, .ip, hasService: false).path.plain == "NLB → pod:8080")
    #expect(
      route(.network, .ip, targetPort: .name("http"), hasService: false).path.plain == "NLB → pod:(known after apply)")
  }

  @Test(arguments: [
    ("Local", nil, "survives: the pod sees the client"),
    ("Cluster", nil, "lost: the pod sees a node (externalTrafficPolicy: Cluster)"),
    (nil, nil, "lost: the pod sees a node (externalTrafficPolicy: Cluster)"),
    ("Local", "false", "lost: the pod sees the NLB"),
  ] as [(String?, String?, String)])
  func theClientsAddressBehindANode(policy: String?, preserved: String?, words: String) {
    let attributes = preserved.map { ["preserve_client_ip.enabled": $0] } ?? [:]
    #expect(route(.network, .instance, policy: policy, attributes: attributes).clientAddress?.plain == words)
  }

  @Test(arguments: [
    (ListenerProtocol.tcp, nil, "lost: the pod sees the NLB"),
    (.tls, nil, "lost: the pod sees the NLB"),
    (.tcp, "true", "survives: the pod sees the client"),
    (.udp, nil, "survives: the pod sees the client"),
    (.tcpUDP, nil, "survives: the pod sees the client"),
  ] as [(ListenerProtocol, String?, String)])
  func theClientsAddressAtAnAddressTarget(_ targetProtocol: ListenerProtocol, preserved: String?, words: String) {
    let attributes = preserved.map { ["preserve_client_ip.enabled": $0] } ?? [:]
    #expect(route(.network, .ip, over: targetProtocol, attributes: attributes).clientAddress?.plain == words)
  }

  @Test func proxyProtocolCarriesTheClientsAddress() {
    #expect(
      route(.network, .ip, attributes: ["proxy_protocol_v2.enabled": "true"]).clientAddress?.plain
        == "in the header of proxy protocol v2, which the pod must understand")
    #expect(route(.application, .ip).clientAddress == nil)
  }

  @Test func aCheckOfADatagramGroupNeedsATCPAnswer() {
    #expect(
      route(.network, .ip, over: .udp).healthCheck.plain
        == "TCP connection to port 8080 (traffic port): the target must accept TCP there")
  }
}
