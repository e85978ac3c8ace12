import LoadBalancerModel
import Manifests

extension LintRule {
  package static let redirectToOtherListener = LintRule(
    id: "redirect-to-other-listener",
    summary: "A redirect action meant for port 80 also redirects from another HTTPS listener.",
    rationale: "Rules cannot be limited to one listener of an Ingress: a redirect to HTTPS:443 in its first path is "
      + "also made on its listener HTTPS:8443, where it leads away from everything behind that port.",
    remedy: "Use ssl-redirect, or put the other HTTPS port into an Ingress of its own in the same group.",
    severity: .warning, mistakes: ["M037"],
    flagged: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}, {"HTTPS": 8443}]'
          alb.ingress.kubernetes.io/actions.to-https: '{"type": "redirect", "redirectConfig": {"protocol": "HTTPS", "port": "443", "statusCode": "HTTP_301"}}'
          """, spec: redirectPaths),
        marks: ["alb.ingress.kubernetes.io/actions.to-https"])
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
          alb.ingress.kubernetes.io/actions.to-https: '{"type": "redirect", "redirectConfig": {"protocol": "HTTPS", "port": "443", "statusCode": "HTTP_301"}}'
          """, spec: redirectPaths))
    ],
    check: .stacks { outcome, _, report in
      guard case .ingressGroup(let group) = outcome.owner, case .plan(let stack) = outcome.result else { return }
      let https = stack.ports(of: .https)
      guard https.count > 1 else { return }
      var members: [ObjectName: IngressGroupMember]?
      var seen: Set<SourceSpan> = []
      for rule in stack.listenerRules where https.contains(rule.port) {
        guard let action = rule.actions.last, case .redirect(let redirect) = action.kind, redirect.isMeantForHTTP,
          let target: Int32 = try? GoText.parseInteger(redirect.port ?? ""), target != rule.port,
          https.contains(target), let span = action.origin.spans.first, seen.insert(span).inserted
        else { continue }
        let byName =
          members ?? Dictionary(group.members.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        members = byName
        guard let member = byName[rule.member],
          let annotation = member.annotations.entries.first(where: { $0.value.span == span })
        else { continue }
        report(
          .leadsAway(from: rule.port, to: target), at: annotation.key.span, in: member.object,
          notes: rule.origin.spans.prefix(1).map { Finding.Note(.note, "this path uses it", at: $0) })
      }
    })

  private static let redirectPaths = """
    rules:
    - host: web.example.com
      http:
        paths:
        - path: /*
          pathType: ImplementationSpecific
          backend: {service: {name: to-https, port: {name: use-annotation}}}
        - {path: /*, pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}
    """
}

extension Action.Redirect {
  /// It changes protocol and port only.
  var isMeantForHTTP: Bool {
    `protocol` == "HTTPS" && (host ?? "#{host}") == "#{host}" && (path ?? "/#{path}") == "/#{path}"
      && (query ?? "#{query}") == "#{query}"
  }
}

extension Finding.Message {
  fileprivate static func leadsAway(from port: Int32, to other: Int32) -> Self {
    "this redirect also leads from the listener HTTPS:\(port) to HTTPS:\(other)"
  }
}
