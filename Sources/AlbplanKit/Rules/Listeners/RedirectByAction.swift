import LoadBalancerModel
import Manifests

extension LintRule {
  package static let redirectByAction = LintRule(
    id: "redirect-by-action",
    summary: "A redirect to HTTPS is made with an action, rule by rule, where ssl-redirect does it at once.",
    rationale: "Each such path costs a rule of the HTTP listener, and checks such as Security Hub's ELB.1 still "
      + "complain, because the listener's default action is no redirect.",
    remedy: "Use the annotation ssl-redirect, which the controller reads since v2.2, and remove the action's paths.",
    severity: .info, mistakes: ["M038"],
    flagged: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
          alb.ingress.kubernetes.io/actions.to-https: '{"type": "redirect", "redirectConfig": {"protocol": "HTTPS", "port": "443", "statusCode": "HTTP_301"}}'
          """,
          spec: """
            rules:
            - host: web.example.com
              http:
                paths:
                - path: /*
                  pathType: ImplementationSpecific
                  backend: {service: {name: to-https, port: {name: use-annotation}}}
                - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
            """),
        marks: ["alb.ingress.kubernetes.io/actions.to-https"])
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-redirect: "443"
          """)),
      // Elsewhere than to HTTPS.
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/actions.docs: '{"type": "redirect", "redirectConfig": {"host": "docs.example.com", "statusCode": "HTTP_302"}}'
          """,
          spec: """
            rules:
            - http:
                paths:
                - path: /docs
                  pathType: Prefix
                  backend: {service: {name: docs, port: {name: use-annotation}}}
            """)),
    ],
    check: .stacks { outcome, context, report in
      guard case .ingressGroup(let group) = outcome.owner, case .plan(let stack) = outcome.result else { return }
      let http = stack.ports(of: .http)
      guard !http.isEmpty else { return }
      var members: [ObjectName: IngressGroupMember]?
      var seen: Set<SourceSpan> = []
      for rule in stack.listenerRules where http.contains(rule.port) {
        guard let action = rule.actions.last, case .redirect(let redirect) = action.kind, redirect.isMeantForHTTP,
          let span = action.origin.spans.first, seen.insert(span).inserted
        else { continue }
        let byName =
          members ?? Dictionary(group.members.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        members = byName
        guard let member = byName[rule.member],
          let annotation = member.annotations.entries.first(where: { $0.value.span == span })
        else { continue }
        report(.byAction, at: annotation.key.span, in: member.object)
      }
    })
}

extension Finding.Message {
  fileprivate static let byAction: Self = "ssl-redirect does this for the whole listener, without a rule for each path"
}
