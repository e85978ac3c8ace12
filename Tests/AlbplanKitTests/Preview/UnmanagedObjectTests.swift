import LoadBalancerModel
import Manifests
import Testing

@testable import AlbplanKit

@Suite struct UnmanagedObjectTests {
  private func reasons(_ text: String, watchNamespace: String = "") -> [String] {
    var world = World(objects: KubernetesObjects([parse(SourceFile("a.yaml", text))]))
    world.controller.flags.watchNamespace = watchNamespace
    return PlanContext(Pipeline(world: world)).unmanaged.map { "\($0.object): \($0.reason)" }
  }

  private func ingress(_ className: String, annotations: String = "{}", namespace: String = "shop") -> String {
    """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: web, namespace: \(namespace), annotations: \(annotations)}
    spec: {\(className.isEmpty ? "" : "ingressClassName: \(className), ")rules: []}

    """
  }

  @Test func anotherClassIsNamed() {
    #expect(reasons(ingress("nginx")) == ["Ingress shop/web: its class \"nginx\" belongs to another controller"])
    #expect(
      reasons(ingress("alb", annotations: "{kubernetes.io/ingress.class: nginx}"))
        == ["Ingress shop/web: its annotation kubernetes.io/ingress.class is \"nginx\", not \"alb\""])
    #expect(reasons(ingress("")) == ["Ingress shop/web: it names no class, and no IngressClass is the default"])
  }

  @Test func anotherNamespaceIsNamed() {
    #expect(
      reasons(ingress("alb"), watchNamespace: "ops")
        == ["Ingress shop/web: the controller watches the namespace ops only (--watch-namespace)"])
    #expect(reasons(ingress("alb"), watchNamespace: "shop") == [])
  }

  private let clusterIP = """
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: db, namespace: shop}
    spec: {ports: [{port: 5432}]}

    """

  @Test func aServiceThatAsksForNothingIsPassedOverBesideIngresses() {
    #expect(reasons(ingress("alb") + clusterIP) == [])
    #expect(reasons(clusterIP).count == 1)
  }
}
