import LoadBalancerModel
import Manifests
import Testing

@Suite struct ServiceModelBuilderTests {
  /// An action that forwards to one other target.
  private static func forward(to target: String) -> String {
    #"{"type": "forward", "forwardConfig": {"targetGroups": [\#(target)]}}"#
  }

  // MARK: Which of several errors wins

  @Test(arguments: [
    (["scheme": "x", "ip-address-type": "x"], "unknown scheme: x"),
    (["ip-address-type": "x", "subnets": ""], "unknown IPAddressType: x"),
    (["subnets": "", "enable-prefix-for-ipv6-source-nat": "x"], "unable to resolve at least one subnet"),
    (["enable-prefix-for-ipv6-source-nat": "x", "attributes": "x"], "Invalid enable-prefix-for-ipv6"),
    (["attributes": "x", "access-log-enabled": "x"], "stringMap annotation"),
    (["access-log-enabled": "x", "cross-zone-load-balancing-enabled": "x"], "aws-load-balancer-access-log-enabled: x"),
    (["cross-zone-load-balancing-enabled": "x", "minimum-load-balancer-capacity": "x"], "cross-zone"),
    (["minimum-load-balancer-capacity": "x=1", "disable-nlb-sg": "x"], "invalid key to set the capacity: x"),
    (["disable-nlb-sg": "x", "additional-resource-tags": "x"], "disable-nlb-sg: x"),
    (["additional-resource-tags": "x", "load-balancer-source-ranges": "::/0"], "additional-resource-tags: x"),
    (["load-balancer-source-ranges": "::/0", "eip-allocations": "x"], "unsupported v6 cidr ::/0"),
    (["eip-allocations": "x", "name": "a-name-that-is-longer-than-32-bytes"], "EIP allocations can only be set"),
    (
      ["name": "a-name-that-is-longer-than-32-bytes", "inbound-sg-rules-on-private-link-traffic": "x"],
      "load balancer name cannot be longer"
    ),
    (["inbound-sg-rules-on-private-link-traffic": "x", "ssl-ports": "x"], "Invalid value for securityGroupsInbound"),
    (["ssl-ports": "x", "quic-enabled-ports": "80"], "Unused port in ssl-ports annotation [x]"),
    (["quic-enabled-ports": "80", "actions.TCP-80": "x"], "Unsupported QUIC upgrade for protocol TCP"),
    (["actions.TCP-80": "x", "healthcheck-protocol": "x"], "failed to parse json annotation"),
    (["healthcheck-protocol": "x", "healthcheck-port": "x"], "unsupported health check protocol x"),
    (["healthcheck-port": "x", "healthcheck-interval": "x"], "unable to find port x on service games/lobby"),
    (["healthcheck-interval": "x", "target-group-attributes": "x"], "healthcheck-interval: x"),
    (["target-group-attributes": "x", "proxy-protocol": "x"], "target-group-attributes: x"),
    (["proxy-protocol": "x", "target-node-labels": "x"], "invalid value x for Load Balancer proxy protocol v2"),
    (["target-node-labels": "x", "multi-cluster-target-group": "x"], "target-node-labels: x"),
    (["multi-cluster-target-group": "x", "listener-attributes.TCP-80": "x"], "multi-cluster-target-group: x"),
    (["listener-attributes.TCP-80": "x"], "listener-attributes.TCP-80: x"),
  ])
  func theControllersOrderOfStepsDecides(_ annotations: [String: String], _ expected: String) throws {
    #expect(try #require(ServiceWorld.refusal(annotations)).contains(expected))
  }

  // MARK: Places

  @Test(arguments: [
    (["ssl-ports": "http, 443"], "443"),
    (["scheme": "internet-facing", "eip-allocations": "a"], "'a'"),
    (["private-ipv4-addresses": "10.0.0.9, 10.0.16.x"], "10.0.16.x"),
    (["proxy-protocol-per-target-group": "80, http"], "http"),
    (["target-group-attributes": "a=b, preserve_client_ip.enabled=yes"], "yes"),
    (["attributes": "a=b,dns_record.client_routing_policy=near"], "near"),
    (["minimum-load-balancer-capacity": "CapacityUnits=many"], "many"),
    (
      ["actions.TCP-80": Self.forward(to: #"{"serviceName": "nix", "servicePort": 1}"#)],
      #""nix""#
    ),
    (
      ["actions.TCP-80": Self.forward(to: #"{"SERVICEPORT": "x", "serviceName": "lobby"}"#)],
      #""x""#
    ),
  ])
  func aRefusalPointsAtTheVeryItem(_ annotations: [String: String], _ expected: String) throws {
    let manifest = ServiceWorld.service(annotations)
    let world = ServiceWorld.read(manifest)
    let failure = try #require(ServiceWorld.failure(world))
    #expect(world.text(at: failure.culprits.first, in: manifest) == expected)
  }

  @Test func anExternallyManagedTagIsNamedWithItsKey() throws {
    let manifest = ServiceWorld.service(["additional-resource-tags": "team=x,owner=y"])
    var world = ServiceWorld.read(manifest)
    world.controller.flags.externalManagedTags = ["owner"]
    let failure = try #require(ServiceWorld.failure(world))
    #expect(failure.message == "external managed tag key owner cannot be specified on Service")
    #expect(world.text(at: failure.culprits.first, in: manifest) == "owner")
  }

  @Test func aTagRemembersItsOwnPlace() throws {
    let manifest = ServiceWorld.service(["additional-resource-tags": "team=x, owner = y"])
    let world = ServiceWorld.read(manifest)
    let tag = try #require(try ServiceWorld.build(world).loadBalancers.first?.tags["owner"])
    #expect(tag.known == "y")
    #expect(world.text(at: tag.origin.spans.first, in: manifest) == "y")
  }

  // MARK: Names

  @Test func namesAreThoseOfTheSpecification() throws {
    let manifest = ServiceWorld.service(
      ["scheme": "internet-facing", "nlb-target-type": "ip", "ssl-cert": "arn:x", "ssl-ports": "https"],
      ports: [
        "{name: https, port: 443, targetPort: 8443}", "{name: admin, port: 8080, targetPort: admin}",
        "{name: game, port: 7777, targetPort: 7777, protocol: UDP}",
      ])
    let stack = try ServiceWorld.build(ServiceWorld.read(manifest))
    #expect(stack.loadBalancers.first?.name.known == "k8s-games-lobby-47bb50b4fe")
    #expect(stack.securityGroups.first?.name.known == "k8s-games-lobby-5920d9bcee")
    #expect(
      stack.targetGroups.map(\.name.known) == [
        "k8s-games-lobby-723c3aa501", "k8s-games-lobby-e99e2b6d4b", "k8s-games-lobby-3aa6bddf10",
      ])
    #expect(stack.listeners.map(\.listenerProtocol) == [.tls, .tcp, .udp])
  }

  // MARK: What only the cluster can tell

  @Test func anAllocatedNodePortIsUnknownAndNotMissing() throws {
    let world = ServiceWorld.read(ServiceWorld.service(ports: ["{port: 80}"]))
    let group = try #require(try ServiceWorld.build(world).targetGroups.first)
    #expect(group.port.missingFact == .nodePort)
    #expect(group.name.missingFact == .nodePort)
  }

  @Test func aHealthCheckOnAnUnallocatedNodePortIsTheTrafficPortOnlyForItsOwnPort() throws {
    let ports = ["{name: game, port: 7777, protocol: UDP}", "{name: web, port: 80, protocol: UDP}"]
    let world = ServiceWorld.read(ServiceWorld.service(["healthcheck-port": "web"], ports: ports))
    let bindings = try ServiceWorld.build(world).targetGroupBindings
    let opened = bindings.map { ($0.networking?.ingress.first?.ports.known ?? nil)?.map(\.protocol) }
    #expect(opened == [["UDP", "TCP"], ["UDP", "TCP"]])
    let facts = bindings.map { ($0.networking?.ingress.first?.ports.known ?? nil)?.last?.port?.origin.source }
    // The first asks another port than its own, which the annotation names; the second asks its own.
    #expect(facts == [.annotation(ServiceWorld.long("healthcheck-port")), .field("spec.ports[].nodePort")])
  }

  @Test func anAbsentServiceOfAWeightedActionIsTakenForGrantedUnlessTheInputIsComplete() throws {
    let action = Self.forward(to: #"{"serviceName": "canary", "servicePort": 80}"#)
    let manifest = ServiceWorld.service(["actions.TCP-80": action])
    let stack = try ServiceWorld.build(ServiceWorld.read(manifest, isComplete: false))
    #expect(stack.targetGroups.map(\.id) == ["games/lobby:80", "games/canary:80"])
    #expect(stack.targetGroups.last?.port.missingFact == .service)
    #expect(stack.assumptions.map(\.isDecisive) == [true])
    #expect(ServiceWorld.failure(ServiceWorld.read(manifest))?.message == #"Service "canary" not found"#)
  }

  @Test func countsThatHangOnUnknownSubnetsAreDecisiveAssumptions() throws {
    var world = ServiceWorld.read(
      ServiceWorld.service(["scheme": "internet-facing", "eip-allocations": "eipalloc-a,eipalloc-b"]))
    world.aws.subnets = nil
    let stack = try ServiceWorld.build(world)
    #expect(stack.loadBalancers.first?.subnetMappings.missingFact == .subnets)
    #expect(stack.assumptions.map(\.text) == ["the load balancer stands in 2 subnets"])
  }

  @Test func aForwardWithoutConfigurationCrashesTheController() throws {
    let world = ServiceWorld.read(ServiceWorld.service(["actions.TCP-80": #"{"type": "forward"}"#]))
    #expect(ServiceWorld.failure(world)?.stage == .panic)
  }

  // MARK: What the API server would have refused

  @Test func aProtocolInLowerCasePassesThrough() throws {
    let stack = try ServiceWorld.build(
      ServiceWorld.read(ServiceWorld.service(ports: ["{port: 80, protocol: tcp, nodePort: 31080}"])))
    #expect(stack.listeners.first?.listenerProtocol.rawValue == "tcp")
  }
}
