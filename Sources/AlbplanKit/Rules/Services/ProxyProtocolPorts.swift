import LoadBalancerModel
import Manifests

extension LintRule {
  package static let proxyProtocolPort = LintRule(
    id: "proxy-protocol-port",
    summary: "aws-load-balancer-proxy-protocol-per-target-group names something that is no port of the Service.",
    rationale: "The controller takes port numbers only, and refuses the Service for anything else; a number that the "
      + "Service does not have switches the proxy protocol on nowhere.",
    remedy: "Write the numbers of the Service's ports, with commas between them.",
    severity: .error, mistakes: ["M115"], refusals: ["malformed-proxy-protocol-port"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "web", "service.beta.kubernetes.io/aws-load-balancer-proxy-protocol-per-target-group: 80, https",
          spec: "ports: [{name: http, port: 80}, {name: https, port: 443}]"), marks: ["https"]),
      Example(
        SampleManifest.loadBalancer(
          "web", "service.beta.kubernetes.io/aws-load-balancer-proxy-protocol-per-target-group: \"8080\"",
          spec: "ports: [{name: http, port: 80, targetPort: 8080}]"), marks: ["8080"]),
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "web", "service.beta.kubernetes.io/aws-load-balancer-proxy-protocol-per-target-group: 80, 443",
          spec: "ports: [{name: http, port: 80}, {name: https, port: 443}]"))
    ],
    check: .values(of: [AnnotationDefinition.Service.proxyProtocolPerTargetGroup]) { subject, _, report in
      guard case .service(let service) = subject.carrier, service.isHandled else { return }
      let ports = service.service.ports
      for item in subject.annotation.items where !item.value.holdsPlaceholder {
        if (try? GoText.parseInteger(item.value) as Int) == nil {
          let number = ports.first { $0.effectiveName == item.value }?.port.value
          report(
            .notAPortNumber(item.value), at: item.span, in: subject.object,
            notes: number.map { [Finding.Note(.help, "write \($0)")] } ?? [])
        } else if !ports.contains(where: { String($0.port.value) == item.value }), !service.service.sharesTraffic {
          report(.noSuchPort(item.value), at: item.span, in: subject.object, severity: .warning)
        }
      }
    })
}

extension Finding.Message {
  fileprivate static func notAPortNumber(_ text: String) -> Self {
    "the controller takes port numbers here, not \(text)"
  }
  fileprivate static func noSuchPort(_ text: String) -> Self {
    "the Service has no port \(text), so that this has no effect"
  }
}
