import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unsupportedPortProtocol = LintRule(
    id: "unsupported-port-protocol",
    summary: "A port of a Service has a protocol that no network load balancer knows.",
    rationale:
      "The controller passes SCTP on, and AWS refuses the listener: network load balancers know TCP, UDP, TLS and "
      + "QUIC.",
    remedy: "Use TCP or UDP, or give the port to another Service.",
    severity: .error,
    flagged: [
      Example(SampleManifest.loadBalancer(spec: "ports: [{port: 3868, protocol: SCTP}]"), marks: ["SCTP"])
    ],
    accepted: [Example(SampleManifest.loadBalancer(spec: "ports: [{port: 53, protocol: UDP}]"))],
    check: .services { subject, _, report in
      guard subject.isHandled else { return }
      for port in subject.service.ports where port.effectiveProtocol == "SCTP" {
        report(.unsupportedPortProtocol, at: port.networkProtocol?.span ?? port.span, in: subject.object)
      }
    })
}

extension Finding.Message {
  fileprivate static let unsupportedPortProtocol: Self = "AWS refuses the listener: no network load balancer knows SCTP"
}
