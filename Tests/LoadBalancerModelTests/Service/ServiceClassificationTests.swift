import LoadBalancerModel
import Manifests
import Testing

@Suite struct ServiceClassificationTests {
  private func classify(
    _ annotations: [String: String] = [:], type: String = "LoadBalancer", spec: String = "",
    set: (inout ControllerConfiguration) -> Void = { _ in }
  ) throws -> ServiceClassification {
    var controller = ControllerConfiguration()
    set(&controller)
    let world = ServiceWorld.read(ServiceWorld.service(annotations, type: type, spec: spec))
    return ServiceClassification(try #require(world.objects.services.first), controller: controller)
  }

  @Test func theWebhookTakesOverANewServiceWithoutAClass() throws {
    let classification = try classify(["type": "nlb"])
    #expect(classification.isHandled)
    #expect(classification.reason == .classSetByWebhook("service.k8s.aws/nlb"))
  }

  @Test func aClassMustBeTheControllersToTheLetter() throws {
    let own = try classify(spec: "  loadBalancerClass: service.k8s.aws/nlb")
    #expect(own.isHandled)
    let other = try classify(spec: "  loadBalancerClass: service.k8s.aws/NLB")
    #expect(!other.isHandled)
    let reason = "its loadBalancerClass is service.k8s.aws/NLB, not service.k8s.aws/nlb"
    #expect(other.description == "Service games/lobby is not handled: \(reason)")
  }

  @Test func anEmptyClassIsAClassOnceTheWebhookIsGone() throws {
    let annotations = ["type": "external", "nlb-target-type": "ip"]
    #expect(try classify(annotations, spec: "  loadBalancerClass: ''").isHandled)
    let without = try classify(annotations, spec: "  loadBalancerClass: ''") { $0.hasServiceMutatorWebhook = false }
    #expect(!without.isHandled)
  }

  @Test(arguments: [
    (["type": "nlb-ip"], true), (["type": "external", "nlb-target-type": "ip"], true),
    (["type": "external", "nlb-target-type": "instance"], true),
    (["type": "external", "nlb-target-type": "IP"], false),
    (["type": "external"], false), (["type": "nlb"], false), ([:], false),
  ])
  func withoutTheWebhookTheAnnotationsDecide(_ annotations: [String: String], _ isHandled: Bool) throws {
    let classification = try classify(annotations) { $0.hasServiceMutatorWebhook = false }
    #expect(classification.isHandled == isHandled)
    #expect(classification.wantsLoadBalancer)
  }

  @Test func aClusterIPServiceWithTheAnnotationsIsHandledUnlessTheGateForbids() throws {
    let annotations = ["type": "external", "nlb-target-type": "ip"]
    #expect(try classify(annotations, type: "ClusterIP").isHandled)
    let gated = try classify(annotations, type: "ClusterIP") {
      $0.featureGates[.serviceTypeLoadBalancerOnly] = true
    }
    #expect(gated.reason == .typeNotLoadBalancer(type: "ClusterIP"))
    #expect(!gated.wantsLoadBalancer)
  }

  @Test func nothingIsHandledWithTheControllerOffOrInAnotherNamespace() throws {
    #expect(try classify { $0.featureGates[.enableServiceController] = false }.reason == .controllerOff)
    #expect(try classify { $0.flags.watchNamespace = "shop" }.reason == .otherNamespace(watched: "shop"))
    #expect(try classify { $0.flags.watchNamespace = "games" }.isHandled)
  }

  @Test func theReasonPointsAtWhatDecides() throws {
    let manifest = ServiceWorld.service(spec: "  loadBalancerClass: eks.amazonaws.com/nlb")
    let world = ServiceWorld.read(manifest)
    let classification = ServiceClassification(
      try #require(world.objects.services.first), controller: world.controller)
    #expect(world.text(at: classification.spans.first, in: manifest) == "eks.amazonaws.com/nlb")
    #expect(classification.description.contains("EKS Auto Mode"))
  }
}
