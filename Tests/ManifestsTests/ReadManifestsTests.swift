import Foundation
import Manifests
import Testing

@Suite struct ReadManifestsTests {
  @Test func anIngressIsReadWithThePlaceOfEveryValue() throws {
    let objects = read(
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/scheme: "internal"
      spec:
        rules:
        - http:
            paths:
            - path: /
              pathType: Prefix
              backend: {service: {name: shop, port: {number: 80}}}
      """)
    #expect(objects.problems.isEmpty)
    let ingress = try #require(objects.ingresses.first)
    #expect(ingress.metadata.objectName.description == "default/web")
    let scheme = try #require(ingress.metadata.annotations["alb.ingress.kubernetes.io/scheme"])
    #expect(scheme.value.value == "internal")
    #expect(scheme.key.span.start == SourcePosition(line: 6, column: 5))
    #expect(scheme.value.span.start == SourcePosition(line: 6, column: 39))
    #expect(scheme.value.span.end == SourcePosition(line: 6, column: 49))
    let port = try #require(ingress.rules.first?.paths?.first?.backend.service?.portNumber)
    #expect(port.value == 80)
    #expect(port.span.start == SourcePosition(line: 13, column: 56))
  }
}

/// The objects of one text.
func read(_ text: String) -> KubernetesObjects {
  readManifests([SourceFile(id: FileID(0), name: "test.yaml", bytes: Array(text.utf8))])
}
