import LoadBalancerModel
import Manifests

extension LintRule {
  package static let wildcardHostBeyondCertificate = LintRule(
    id: "wildcard-host-beyond-certificate",
    summary: "A host with a wildcard matches names for which no certificate of that name is valid.",
    rationale:
      "The * of a load balancer stands for any text, so that *.example.com matches a.b.example.com, too; the * "
      + "of a certificate, and of Kubernetes, stands for one label. Browsers refuse the certificate for the deeper "
      + "names, although the load balancer would serve them.",
    remedy: "List the hosts, or have a certificate for each depth; nothing is to be done where deeper names do not "
      + "exist.",
    severity: .info, mistakes: ["M066"],
    flagged: [
      Example(
        ListenerSample.ingress(
          "alb.ingress.kubernetes.io/listen-ports: '[{\"HTTPS\": 443}]'",
          spec: """
            rules:
            - host: "*.example.com"
              http:
                paths:
                - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
            """), marks: ["\"*.example.com\""])
    ],
    accepted: [Example(ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTPS\": 443}]'"))],
    check: .ingresses { subject, context, report in
      guard subject.ingress.rules.contains(where: { $0.host?.value.hasPrefix("*.") == true }),
        let listeners = MemberListeners(subject.member, in: context.world), listeners.hasHTTPS
      else { return }
      for case let host? in subject.ingress.rules.map(\.host) where host.value.hasPrefix("*.") {
        report(.wider(host.value), at: host.span, in: subject.object)
      }
    })
}

extension Finding.Message {
  fileprivate static func wider(_ host: String) -> Self {
    "the load balancer also takes a.b\(host.dropFirst()) for \(host), a certificate for \(host) is not valid there"
  }
}
