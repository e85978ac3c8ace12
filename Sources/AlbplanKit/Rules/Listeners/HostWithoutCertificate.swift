import LoadBalancerModel
import Manifests

extension LintRule {
  package static let hostWithoutCertificate = LintRule(
    id: "host-without-certificate",
    summary: "None of the account's certificates is for this host.",
    rationale: "Where an Ingress has an HTTPS port and names no certificate, each of its hosts must have an issued "
      + "certificate in ACM, those meant for HTTP only too; a wildcard stands for exactly one label. One host "
      + "without stops the whole group (pkg/certs/cert_discovery.go).",
    remedy: "Issue a certificate for the host in the load balancer's region, put the host into an Ingress of its own, "
      + "or name certificates with certificate-arn, which switches the search off.",
    severity: .error, mistakes: ["M029"], refusals: ["no-certificate"],
    flagged: [
      Example(
        ListenerSample.ingress(
          "alb.ingress.kubernetes.io/listen-ports: '[{\"HTTPS\": 443}]'", spec: ListenerSample.paths("a.b.example.com")),
        context: certificateContext, marks: ["a.b.example.com"])
    ],
    accepted: [
      Example(
        ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTPS\": 443}]'"),
        context: certificateContext),
      Example(
        ListenerSample.ingress(
          "alb.ingress.kubernetes.io/listen-ports: '[{\"HTTPS\": 443}]'", spec: ListenerSample.paths("a.b.example.com"))
      ),
    ],
    check: .ingresses { subject, context, report in
      guard context.world.aws.certificates != nil, let listeners = subject.listeners,
        listeners.hasHTTPS, !listeners.hasCertificates
      else { return }
      let discovery = CertificateDiscovery(context.world)
      for host in subject.ingress.certificateHosts {
        guard !host.value.holdsPlaceholder, (try? discovery.discover(hosts: [host])) == nil else { continue }
        report(.noCertificate(host.value), at: host.span, in: subject.object)
      }
    })

  private static let certificateContext = """
    aws:
      certificates:
      - {arn: "arn:aws:acm:eu-west-1:111122223333:certificate/star", domains: ["*.example.com"]}
    """
}

extension Finding.Message {
  fileprivate static func noCertificate(_ host: String) -> Self {
    host.isEmpty ? "no certificate can be for an empty host" : "no certificate of the account is for \(host)"
  }
}
