import LoadBalancerModel
import Testing

@Suite struct FrontendNLBTests {
  private func world(_ members: [[String: String]]) -> World {
    IngressWorld.read(
      IngressWorld.classAndService
        + members.enumerated().map { index, annotations in
          IngressWorld.ingress(
            "m\(index)",
            annotations: annotations.merging(["group.name": "shared", "enable-frontend-nlb": "true"]) { own, _ in own })
        }.joined())
  }

  @Test func nothingIsReadWithoutTheSwitch() throws {
    let stack = try IngressWorld.build(
      world([["enable-frontend-nlb": "false", "frontend-nlb-scheme": "nonsense"]]))
    #expect(stack.loadBalancers.map(\.id) == ["LoadBalancer"])
    #expect(stack.frontendNLBTargets?.isEmpty == true)
  }

  @Test func anAnnotatedFieldBeatsTheDefaultOfAnotherMember() throws {
    let stack = try IngressWorld.build(world([["frontend-nlb-healthcheck-path": "/up"], [:]]))
    let group = try #require(stack.targetGroups.first { $0.id == "FrontendNlb-tg-TCP-80" })
    #expect(group.healthCheck.path?.known == "/up")
  }

  @Test func twoMembersMustAgreeOnAField() {
    let failing = world([["frontend-nlb-healthcheck-port": "8080"], ["frontend-nlb-healthcheck-port": "traffic-port"]])
    #expect(
      IngressWorld.refusal(failing)
        == "failed to merge NLB listenPort config for port: 80: "
        + "conflicting Port, config 2: {1 0 traffic-port}, previous: {0 8080 }")
  }

  @Test func attributesOfAnEarlierMemberBindTheLaterOnes() throws {
    let attributes = ["frontend-nlb-attributes": "deletion_protection.enabled=true"]
    #expect(IngressWorld.refusal(world([[:], attributes])) == nil)
    #expect(
      IngressWorld.refusal(world([attributes, [:]]))
        == "conflicting frontend NLB attributes: map[deletion_protection.enabled:true] | map[]")
  }

  @Test func aMappingToAPortThatIsNotListenedOnIsPassedOver() throws {
    let stack = try IngressWorld.build(world([["frontend-nlb-listener-port-mapping": "8080=80,8443=443"]]))
    #expect(stack.frontendNLBTargets?.map(\.port) == [8080])
  }
}
