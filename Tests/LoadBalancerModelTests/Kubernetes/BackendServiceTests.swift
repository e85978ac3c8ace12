import LoadBalancerModel
import Manifests
import Testing

@Suite struct BackendServiceTests {
  private func backend(_ ports: [String], type: String = "NodePort", spec: String = "") throws -> BackendService {
    let world = ServiceWorld.read(ServiceWorld.service(type: type, ports: ports, spec: spec))
    return BackendService(try #require(world.objects.services.first))
  }

  @Test(arguments: [
    ("{port: 80}", IntOrString.number(80)), ("{port: 80, targetPort: 0}", .number(80)),
    ("{port: 80, targetPort: ''}", .number(80)), ("{port: 80, targetPort: 8080}", .number(8080)),
    ("{port: 80, targetPort: web}", .name("web")),
  ])
  func anAbsentTargetPortIsThePort(_ port: String, _ expected: IntOrString) throws {
    #expect(try backend([port]).port(.number(80))?.targetPort.known == expected)
  }

  @Test(arguments: [
    ("NodePort", "", true), ("LoadBalancer", "", true),
    ("LoadBalancer", "  allocateLoadBalancerNodePorts: false", false),
    ("ClusterIP", "", false), ("ExternalName", "", false),
  ])
  func aNodePortIsUnknownWhereTheClusterAllocatesOne(_ type: String, _ spec: String, _ isAllocated: Bool) throws {
    let port = try #require(try backend(["{port: 80}"], type: type, spec: spec).port(.number(80)))
    #expect(port.nodePort.missingFact == (isAllocated ? .nodePort : nil))
    #expect(port.nodePort.known == (isAllocated ? nil : 0))
    let written = try backend(["{port: 80, nodePort: 30080}"], type: type, spec: spec).port(.number(80))
    #expect(written?.nodePort.known == 30080)
  }

  @Test func theFirstMatchingPortCounts() throws {
    let backend = try backend(["{port: 53, targetPort: 1}", "{name: x, port: 53, protocol: UDP, targetPort: 2}"])
    #expect(backend.port(.number(53))?.targetPort.known == .number(1))
    #expect(backend.port(.name("x"))?.targetPort.known == .number(2))
    #expect(backend.port(.name("53")) == nil)
    #expect(backend.missingPort(.name("53"), at: []).message == "unable to find port 53 on service games/lobby")
  }

  @Test func anAssumedServiceHasEveryPortAndNoKnownTarget() throws {
    let backend = BackendService(assumed: ObjectName(namespace: "shop", name: "web"))
    #expect(backend.port(.number(80))?.number.known == 80)
    #expect(backend.port(.name("http"))?.number.missingFact == .service)
    #expect(backend.port(.number(80))?.targetGroupPort(.ip).missingFact == .service)
  }
}
