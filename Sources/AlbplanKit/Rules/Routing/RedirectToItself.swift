import LoadBalancerModel
import Manifests

extension LintRule {
  package static let redirectToItself = LintRule(
    id: "redirect-to-itself",
    summary: "A redirect leads to the address of the request on every listener, so that the controller makes no rule.",
    rationale: "With the host, path, port, protocol and query of the request, written out or left as they are, a "
      + "redirect is an endless loop. The controller drops such a rule without a word, and requests go to what comes "
      + "after it (pkg/ingress/rule_optimizer.go). On one of two listeners that is how redirects to HTTPS work, and "
      + "no mistake.",
    remedy: "Redirect to another host, path or query.",
    severity: .warning, mistakes: ["M058"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
            alb.ingress.kubernetes.io/actions.to-sso: |
              {"type": "redirect", "redirectConfig": {
                "host": "app.example.com", "port": "443", "protocol": "HTTPS", "statusCode": "HTTP_302"}}
        spec:
          ingressClassName: alb
          rules:
            - host: app.example.com
              http:
                paths:
                  - path: /login
                    pathType: Prefix
                    backend: {service: {name: to-sso, port: {name: use-annotation}}}
        """,
        marks: ["/login"])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/actions.to-sso: |
            {"type": "redirect", "redirectConfig": {
              "host": "sso.example.com", "path": "/login", "statusCode": "HTTP_302"}}
      spec:
        ingressClassName: alb
        rules:
          - host: app.example.com
            http:
              paths:
                - path: /login
                  pathType: Prefix
                  backend: {service: {name: to-sso, port: {name: use-annotation}}}
      """
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result, case .ingressGroup(let group) = outcome.owner,
        !stack.omittedRules.isEmpty
      else { return }
      let dropped = PathFates(stack).withoutRules
      guard !dropped.isEmpty else { return }
      let entries = PathEntries(group)
      for (place, rules) in dropped {
        let isLoop = rules.allSatisfy { if case .leadsToItself = $0.reason { true } else { false } }
        guard isLoop, let entry = entries[place] else { continue }
        report(
          "the redirect leads back to the address of the request, so that the controller makes no rule for this path",
          at: entry.path.mark, in: "Ingress \(entry.member.name)",
          notes: rules.first?.rule.actions.last?.origin.spans.first.map {
            [Finding.Note(.note, "the redirect", at: $0)]
          } ?? [])
      }
    })
}
