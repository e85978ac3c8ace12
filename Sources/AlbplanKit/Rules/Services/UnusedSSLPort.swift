import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unusedSSLPort = LintRule(
    id: "unused-ssl-port",
    summary: "aws-load-balancer-ssl-ports names a port that the Service does not have.",
    rationale: "The controller refuses the Service since v2.5; before, the port that was meant spoke plain TCP.",
    remedy: "Name ports of the Service, by number or by name.",
    severity: .error, mistakes: ["M113"], refusals: ["unused-ssl-port"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "web",
          """
          service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn:aws:acm:us-west-2:111122223333:certificate/aaaa1111
          service.beta.kubernetes.io/aws-load-balancer-ssl-ports: 443, 8443
          """, spec: "ports: [{name: https, port: 443}]"), marks: ["8443"])
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "web",
          """
          service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn:aws:acm:us-west-2:111122223333:certificate/aaaa1111
          service.beta.kubernetes.io/aws-load-balancer-ssl-ports: 443, https
          """, spec: "ports: [{name: https, port: 443}]"))
    ],
    check: .services { subject, _, report in
      guard subject.isHandled, let annotation = subject.annotations.annotation(AnnotationDefinition.Service.sslPorts)
      else { return }
      let names = Set(subject.service.ports.flatMap { [$0.effectiveName, String($0.port.value)] })
      for item in annotation.items where !names.contains(item.value) && !item.value.holdsPlaceholder {
        report(
          .unusedSSLPort(item.value, NearestName.of(item.value, among: names.filter { !$0.isEmpty }.sorted())),
          at: item.span, in: subject.object)
      }
    })
}

extension Finding.Message {
  fileprivate static func unusedSSLPort(_ port: String, _ nearest: String?) -> Self {
    let start = "the Service has no port \(port)"
    return Self(nearest.map { "\(start); did you mean \($0)?" } ?? start)
  }
}
