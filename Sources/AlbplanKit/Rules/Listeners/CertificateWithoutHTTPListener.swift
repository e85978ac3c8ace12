import LoadBalancerModel
import Manifests

extension LintRule {
  package static let certificateWithoutHTTPListener = LintRule(
    id: "certificate-without-http-listener",
    summary: "With certificate-arn and no listen-ports nothing listens on port 80.",
    rationale: "A named certificate changes the default listener from HTTP:80 to HTTPS:443. Visitors who type the "
      + "name without https:// get no answer (pkg/ingress/model_build_listener.go).",
    remedy: "If such visitors matter, set listen-ports to '[{\"HTTP\": 80}, {\"HTTPS\": 443}]' and ssl-redirect to "
      + "'443'.",
    severity: .info, mistakes: ["M027"],
    flagged: [
      Example(
        ListenerSample.ingress(
          "alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:eu-west-1:111122223333:certificate/web"),
        marks: ["alb.ingress.kubernetes.io/certificate-arn"])
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:eu-west-1:111122223333:certificate/web
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-redirect: "443"
          """))
    ],
    check: .stacks { outcome, context, report in
      guard case .ingressGroup(let group) = outcome.owner else { return }
      let candidates = group.members.filter {
        $0.certificateAnnotation != nil && $0.annotations[AnnotationDefinition.Ingress.listenPorts.key] == nil
      }
      guard !candidates.isEmpty else { return }
      let listeners = outcome.listeners
      guard listeners.isComplete, !listeners.contains(.http) else { return }
      for member in candidates {
        // A redirect without anything to redirect is a finding of its own.
        guard let annotation = member.certificateAnnotation, member.sslRedirect == nil else { continue }
        report(.onlyHTTPS, at: annotation.key.span, in: member.object)
      }
    })
}

extension Finding.Message {
  fileprivate static let onlyHTTPS: Self = "only HTTPS:443 listens here; requests to http:// get no answer"
}
