import LoadBalancerModel
import Manifests

extension LintRule {
  package static let publicAndPrivateCertificates = LintRule(
    id: "public-and-private-certificates",
    summary: "The search for certificates finds a public and a private one for the same host.",
    rationale: "The controller attaches every certificate that fits a host; which of them a client gets is up to the "
      + "load balancer, and a client that does not trust the private authority may get its certificate "
      + "(pkg/certs/cert_discovery.go).",
    remedy: "Name the certificates with certificate-arn in every member, or set the controller's flag "
      + "allowed-certificate-authority-arns.",
    severity: .warning, mistakes: ["M030"],
    flagged: [
      Example(
        ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTPS\": 443}]'"),
        context: """
          aws:
            certificates:
            - {arn: "arn:aws:acm:eu-west-1:111122223333:certificate/public", domains: ["*.example.com"]}
            - arn: "arn:aws:acm:eu-west-1:111122223333:certificate/private"
              domains: ["*.example.com"]
              certificateAuthorityARN: "arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/own"
          """, marks: ["web.example.com"])
    ],
    accepted: [
      Example(
        ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTPS\": 443}]'"),
        context: """
          aws:
            certificates:
            - {arn: "arn:aws:acm:eu-west-1:111122223333:certificate/old", domains: ["*.example.com"]}
            - {arn: "arn:aws:acm:eu-west-1:111122223333:certificate/new", domains: ["web.example.com"]}
          """)
    ],
    check: .ingresses { subject, context, report in
      guard let certificates = context.world.aws.certificates,
        certificates.contains(where: \.isPrivate),
        let listeners = subject.listeners, listeners.hasHTTPS,
        !listeners.hasCertificates
      else { return }
      let privateARNs = Set(certificates.lazy.filter(\.isPrivate).map(\.arn))
      let discovery = CertificateDiscovery(context.world)
      for host in subject.ingress.certificateHosts {
        guard let found = (try? discovery.discover(hosts: [host]))?.known,
          let own = found.first(where: privateARNs.contains), found.contains(where: { !privateARNs.contains($0) })
        else { continue }
        report(.both(host.value, own), at: host.span, in: subject.object)
      }
    })
}

extension AWSFacts.ACMCertificate {
  /// A private authority issued it.
  fileprivate var isPrivate: Bool { certificateAuthorityARN?.isEmpty == false || type == "PRIVATE" }
}

extension Finding.Message {
  fileprivate static func both(_ host: String, _ arn: String) -> Self {
    "clients of \(host) may get a certificate of a private authority: \(arn) is attached beside a public one"
  }
}
