import LoadBalancerModel
import Manifests

extension LintRule {
  package static let wildcardInHeaderName = LintRule(
    id: "wildcard-in-header-name",
    summary: "The name of a header in a condition holds a wildcard.",
    rationale: "Only the values of a header are patterns. A name is compared as it is written, capitals apart, so that "
      + "a condition on X-* waits for a header that is really called so.",
    remedy: "Write the whole name of one header.",
    severity: .warning, mistakes: ["M083"],
    flagged: [Example(manifest(header: "X-*"), marks: ["\"X-*\""])],
    accepted: [Example(manifest(header: "X-Tenant"))],
    check: .ingresses(with: [AnnotationDefinition.Ingress.conditions]) { subject, _, report in
      for (_, json) in subject.member.jsonInUse(of: AnnotationDefinition.Ingress.conditions) {
        for condition in json.elements(json.root) {
          guard let place = json.value("httpHeaderConfig", "httpHeaderName", in: condition),
            let name = json.string(place), name.utf8.contains(UInt8(ascii: "*")), name.utf8.count <= 40
          else { continue }
          report(.literal(name), at: json.span(of: place, &report), in: subject.object)
        }
      }
    })

  private static func manifest(header: String) -> String {
    SampleManifest.ingress(
      "web",
      """
      alb.ingress.kubernetes.io/conditions.web: |
        [{"field": "http-header", "httpHeaderConfig": {"httpHeaderName": "\(header)", "values": ["a*"]}}]
      """,
      spec: """
        rules:
        - host: a.example.com
          http:
            paths:
            - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
        """)
  }
}

extension Finding.Message {
  fileprivate static func literal(_ name: String) -> Self {
    "the name \(name) is no pattern: only a header that is really called so fits"
  }
}
