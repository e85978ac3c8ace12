import Foundation
import Manifests
import Testing

@testable import AlbplanKit
@testable import LoadBalancerModel

@Suite struct PlanDocumentTests {
  private let file = SourceFile("ingress.yaml", "scheme: internal\n")

  private func report() -> PlanReport {
    var example = StackExample.application()
    example.loadBalancer.scheme = Planned(
      .internal, from: Origin(.annotation("alb.ingress.kubernetes.io/scheme"), at: [file.span(of: "internal")]))
    example.loadBalancer.name = Planned(unknown: .clusterName, from: .controllerDefault)
    example.open([443], to: [.ipv4("0.0.0.0/0")])
    example.target("shop/web", 80, type: .ip, targetPort: .default(8080))
    example.listen(.https, 443, certificates: ["arn:aws:acm:a", "arn:aws:acm:b"], default: [.notFound])
    example.listen(.https, 8443, default: [.notFound])
    example.stack.listeners[1].certificates = Planned(unknown: .certificates, from: .controllerDefault)
    example.stack.assumptions = [Assumption(.service, "Service shop/web exists", isDecisive: true, at: [.nowhere])]
    var report = example.report
    report.outcomes.append(
      StackOutcome(
        id: "games/lobby", owner: .service(.example("games/lobby", ports: [])),
        result: .refused(BuildFailure("unknown-scheme", "unknown scheme: <x> & \"y\"", at: [file.span(of: "internal")]))))
    report.context.ingressesWithoutGroup = [
      IngressWithoutGroup(
        ingress: objectName("a/b"), failure: BuildFailure(stage: .load, "invalid-group-name", "no", at: []))
    ]
    report.context.admissionDenials = [
      AdmissionDenial(object: "Ingress a/b", failure: BuildFailure("invalid-condition", "no", at: []))
    ]
    report.context.unmanaged = [UnmanagedObject(object: "Service a/b", reason: "its type is ClusterIP")]
    return report
  }

  private func object(_ json: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  private func schema() throws -> [String: Any] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try object(String(contentsOf: root.appending(path: "docs/schema/plan.schema.json"), encoding: .utf8))
  }

  @Test func theDocumentKeepsToItsSchema() throws {
    var check = JSONSchemaCheck(try schema())
    check.check(try object(report().json(sources: .init([file]))))
    #expect(check.errors == [])
  }

  @Test func anEmptyReportIsAWholeDocument() throws {
    var check = JSONSchemaCheck(try schema())
    let text = PlanReport(world: World(objects: KubernetesObjects())).json()
    check.check(try object(text))
    #expect(check.errors == [])
    #expect(text.hasSuffix("}\n"))
  }

  @Test func theCheckerSeesWhatIsWrong() throws {
    var broken = try object(report().json(sources: .init([file])))
    broken["formatVersion"] = 2
    broken["services"] = [["id": "a/b"]]
    var check = JSONSchemaCheck(try schema())
    check.check(broken)
    #expect(Set(check.errors) == ["/formatVersion: not 1", "/services/0: fits 0 of the options"])
  }

  @Test func factsHaveTheSchemasNames() throws {
    let definitions = try #require(try schema()["definitions"] as? [String: [String: Any]])
    #expect(definitions["fact"]?["enum"] as? [String] == UnknownFact.allCases.map(\.id))
  }

  @Test func pointersLeadToTheValuesTheySpeakOf() throws {
    let group = try #require((try object(report().json(sources: .init([file])))["ingressGroups"] as? [[String: Any]])?.first)
    let origins = try #require(group["origins"] as? [String: [String: Any]])
    let scheme = "/resources/AWS::ElasticLoadBalancingV2::LoadBalancer/LoadBalancer/spec/scheme"
    #expect(origins[scheme]?["name"] as? String == "alb.ingress.kubernetes.io/scheme")
    for pointer in Array(origins.keys) + Array((group["unknown"] as? [String: String] ?? [:]).keys) {
      var value: Any? = group["plan"]
      for token in pointer.split(separator: "/").map(String.init) {
        let name = token.replacing("~1", with: "/").replacing("~0", with: "~")
        value = Int(name).flatMap { (value as? [Any])?[$0] } ?? (value as? [String: Any])?[name]
      }
      #expect(value != nil, "\(pointer)")
    }
    #expect((group["unknown"] as? [String: String])?.values.contains("cluster-name") == true)
  }

  @Test func certificatesAreNamedByListener() throws {
    let group = try #require((try object(report().json())["ingressGroups"] as? [[String: Any]])?.first)
    let certificates = try #require(group["certificates"] as? [String: Any])
    #expect(certificates["443"] as? [String] == ["arn:aws:acm:a", "arn:aws:acm:b"])
    #expect(certificates["8443"] as? String == "(known after apply)")
  }

  @Test func yamlSaysTheSameInTheSameOrder() {
    let yaml = report().yaml(sources: .init([file]))
    #expect(yaml.hasPrefix("formatVersion: 1\ncontrollerVersion: \"v3.5.0\"\n") || yaml.hasPrefix("formatVersion: 1\ncontrollerVersion: v3.5.0\n"))
    #expect(yaml.contains("      message: \"unknown scheme: <x> & \\\"y\\\"\"\n"))
    #expect(yaml.contains("ingressesWithoutGroup:\n  - object: Ingress a/b\n    code: invalid-group-name\n"))
  }
}
