import LoadBalancerModel
import Manifests

extension LintRule {
  package static let sslRedirectWithoutHTTPListener = LintRule(
    id: "ssl-redirect-without-http-listener",
    summary: "There is an ssl-redirect, but no HTTP listener that it could redirect.",
    rationale: "The redirect becomes the default action of the group's HTTP listeners; it opens none. Port 80 stays "
      + "closed (pkg/ingress/model_build_listener.go).",
    remedy: "List the HTTP port too: '[{\"HTTP\": 80}, {\"HTTPS\": 443}]'; or remove ssl-redirect.",
    severity: .warning, mistakes: ["M035"],
    flagged: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-redirect: "443"
          """),
        marks: ["\"443\""],
        fixed: ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-redirect: "443"
          """)),
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:eu-west-1:111122223333:certificate/web
          alb.ingress.kubernetes.io/ssl-redirect: "443"
          """),
        marks: ["\"443\""]),
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-redirect: "443"
          """))
    ],
    check: .stacks { outcome, context, report in
      guard case .ingressGroup(let group) = outcome.owner, let redirects = outcome.sslRedirects else { return }
      let listeners = outcome.listeners
      guard listeners.isComplete, !listeners.contains(.http), listeners.contains(.https) else { return }
      for redirect in redirects {
        let member = group.members[redirect.member]
        var edit: Finding.Edit?
        if let annotation = listeners.members[redirect.member]?.annotation, let text = ListenPortsText(annotation),
          !text.objects.isEmpty
        {
          let start = text.list.lowerBound + 1
          edit = report.replace(start..<start, of: annotation, with: "{\"HTTP\": 80}, ")
        }
        report(
          .nothingToRedirect, at: redirect.span, in: member.object,
          fix: edit.map { Finding.Fix("listen on HTTP:80 too", .unsafe, edits: [$0]) })
      }
    })
}

extension Finding.Message {
  fileprivate static let nothingToRedirect: Self = "nothing is redirected: no listener of the group speaks HTTP"
}
