import LoadBalancerModel
import Manifests
import Testing

@Suite struct IngressModelBuilderTests {
  private let base = IngressWorld.classAndService

  private func refusal(
    _ annotations: [String: String], set: (inout ControllerConfiguration) -> Void = { _ in }
  ) -> String? {
    IngressWorld.refusal(IngressWorld.read(base + IngressWorld.ingress(annotations: annotations), set: set))
  }

  // MARK: Which of several errors wins

  @Test(arguments: [
    (["inbound-cidrs": "x", "mutual-authentication": "x"], "inbound-cidrs settings"),
    (["mutual-authentication": "x", "listen-ports": "x"], "mutualAuthentication configuration"),
    (["listen-ports": "x", "scheme": "x"], "listen-ports configuration"),
    (["scheme": "x", "ip-address-type": "x"], "unknown scheme: x"),
    (["ip-address-type": "x", "tags": "x"], "unknown IPAddressType: x"),
    (["tags": "x", "customer-owned-ipv4-pool": ""], "stringMap annotation, alb.ingress.kubernetes.io/tags: x"),
    (["customer-owned-ipv4-pool": "", "load-balancer-attributes": "x"], "customer-owned-ipv4-pool"),
    (["load-balancer-attributes": "x", "minimum-load-balancer-capacity": "x"], "load-balancer-attributes: x"),
    (["minimum-load-balancer-capacity": "x=1", "ssl-redirect": "x"], "invalid key to set the capacity: x"),
    (["ssl-redirect": "x", "listener-attributes.HTTP-80": "x"], "ssl-redirect: x"),
    (["listener-attributes.HTTP-80": "x", "target-type": "x"], "listener-attributes.HTTP-80: x"),
    (["target-type": "x", "shield-advanced-protection": "x"], "unknown targetType: x"),
    (["shield-advanced-protection": "x", "enable-frontend-nlb": "x"], "shield-advanced-protection: x"),
  ])
  func theControllersOrderOfStepsDecides(_ annotations: [String: String], _ expected: String) throws {
    #expect(try #require(refusal(annotations)).contains(expected))
  }

  @Test func errorsOfTheDefaultBackendHaveNoWrapper() {
    let path = "{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 81}}}}"
    let ofRule = IngressWorld.ingress(spec: "  rules: [{http: {paths: [\(path)]}}]")
    let ofDefault = IngressWorld.ingress(spec: "  defaultBackend: {service: {name: web, port: {number: 81}}}")
    #expect(
      IngressWorld.refusal(IngressWorld.read(base + ofRule))
        == "ingress: shop/web: unable to find port 81 on service shop/web")
    #expect(
      IngressWorld.refusal(IngressWorld.read(base + ofDefault)) == "unable to find port 81 on service shop/web")
  }

  // MARK: Places

  @Test func aConflictNamesThePlacesOfBothMembers() throws {
    let world = IngressWorld.read(
      base + IngressWorld.ingress("a", annotations: ["group.name": "shared", "scheme": "internal"])
        + IngressWorld.ingress("b", annotations: ["group.name": "shared", "scheme": "internet-facing"]))
    let failure = #expect(throws: BuildFailure.self) { try IngressWorld.build(world) }
    #expect(failure?.message == "conflicting scheme: map[internal:{} internet-facing:{}]")
    let values = world.objects.ingresses.compactMap {
      $0.metadata.annotations["alb.ingress.kubernetes.io/scheme"]?.value.span
    }
    #expect(failure?.culprits == values)
  }

  @Test func aValueRemembersTheAnnotationItComesFrom() throws {
    let world = IngressWorld.read(base + IngressWorld.ingress(annotations: ["load-balancer-name": "edge"]))
    let name = try #require(try IngressWorld.build(world).loadBalancers.first?.name)
    #expect(name.known == "edge")
    #expect(name.origin.source == .annotation("alb.ingress.kubernetes.io/load-balancer-name"))
    #expect(name.origin.spans.count == 1)
  }

  // MARK: Incomplete worlds

  @Test func anAbsentServiceIsTakenForGrantedInAnIncompleteWorld() throws {
    let ingress = IngressWorld.ingress(annotations: ["target-type": "ip"])
    let stack = try IngressWorld.build(IngressWorld.read(ingress, isComplete: false))
    #expect(stack.targetGroups.map(\.port.missingFact) == [.service])
    #expect(stack.assumptions.contains { $0.fact == .service })
  }

  @Test func anAbsentServiceAnswers503InACompleteWorld() throws {
    let world = IngressWorld.read(base + IngressWorld.ingress(namespace: "elsewhere"))
    let stack = try IngressWorld.build(world)
    #expect(stack.targetGroups.isEmpty)
    guard case .fixedResponse(let response) = stack.listenerRules.first?.actions.first?.kind else {
      Issue.record("no fixed response")
      return
    }
    #expect(response.messageBody == "Backend service does not exist")
  }

  @Test func aNodePortThatTheClusterAllocatesIsUnknownNotMissing() throws {
    let manifests = (base + IngressWorld.ingress()).replacing(", nodePort: 30080", with: "")
    let stack = try IngressWorld.build(IngressWorld.read(manifests))
    #expect(stack.targetGroups.first?.port.missingFact == .nodePort)
  }

  // MARK: Whole stacks

  @Test func theSameWorldGivesTheSameText() throws {
    let world = IngressWorld.read(
      base
        + IngressWorld.ingress(
          annotations: [
            "listen-ports": #"[{"HTTP": 80}, {"HTTP": 8080}, {"HTTPS": 443}]"#, "certificate-arn": "arn:a,arn:b",
            "tags": "a=1,b=2,c=3", "inbound-cidrs": "10.0.0.0/8,192.168.0.0/16",
            "load-balancer-attributes": "x=1,y=2,z=3",
          ]))
    let first = IngressWorld.json(try IngressWorld.build(world))
    for _ in 0..<5 { #expect(IngressWorld.json(try IngressWorld.build(world)) == first) }
  }

  @Test func manyRedirectsAndPathsAreNoTrouble() throws {
    let redirect = #"{"type": "redirect", "redirectConfig": {"statusCode": "HTTP_301", "path": "/new"}}"#
    let paths = (0..<3000).map { index in
      "      - {path: /old/\(index), pathType: Exact, backend: {service: {name: go, port: {name: use-annotation}}}}"
    }
    let world = IngressWorld.read(
      base
        + IngressWorld.ingress(
          annotations: ["actions.go": redirect],
          spec: "  rules:\n  - http:\n      paths:\n\(paths.joined(separator: "\n"))"))
    #expect(try IngressWorld.build(world).listenerRules.count == 3000)
  }
}
