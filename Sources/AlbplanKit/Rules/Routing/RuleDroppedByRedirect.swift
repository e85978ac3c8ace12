import LoadBalancerModel
import Manifests

extension LintRule {
  package static let ruleDroppedByRedirect = LintRule(
    id: "rule-dropped-by-redirect",
    summary: "An earlier redirect answers all requests of a path on every listener, so that the controller makes no "
      + "rule.",
    rationale: "After a redirect the controller leaves out the rules whose hosts and paths the redirect has too "
      + "(pkg/ingress/rule_optimizer.go). A redirect whose hosts are regular expressions counts as one for every "
      + "host. Where the redirect stands on the HTTP listener only, the rules on HTTPS remain, and nothing is wrong.",
    remedy: "Put the path before the redirect, or give the redirect fewer hosts and paths.",
    severity: .error, mistakes: ["M057"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/actions.moved: |
              {"type": "redirect", "redirectConfig": {"host": "new.example.com", "statusCode": "HTTP_301"}}
        spec:
          ingressClassName: alb
          rules:
            - host: old.example.com
              http:
                paths:
                  - path: /*
                    pathType: ImplementationSpecific
                    backend: {service: {name: moved, port: {name: use-annotation}}}
            - host: old.example.com
              http:
                paths:
                  - path: /api
                    pathType: Prefix
                    backend: {service: {name: api, port: {number: 80}}}
        """,
        marks: ["/api"])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/actions.moved: |
            {"type": "redirect", "redirectConfig": {"host": "new.example.com", "statusCode": "HTTP_301"}}
      spec:
        ingressClassName: alb
        rules:
          - host: old.example.com
            http:
              paths:
                - path: /api
                  pathType: Prefix
                  backend: {service: {name: api, port: {number: 80}}}
                - path: /
                  pathType: Prefix
                  backend: {service: {name: moved, port: {name: use-annotation}}}
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
        guard let entry = entries[place], let redirect = rules.lazy.compactMap(\.otherRedirect).first else {
          continue
        }
        let other = entries[redirect.path]
        report(
          .dropped(entry.path.path?.value ?? "/*", by: redirect.address), at: entry.path.mark,
          in: "Ingress \(entry.member.name)",
          notes: [Finding.Note(.note, "this redirect comes first", at: other?.path.mark ?? redirect.path)])
      }
    })
}

extension OmittedRule {
  /// The redirect that stands in the rule's way, where it does something else than the rule would.
  fileprivate var otherRedirect: ListenerRule? {
    guard case .covered(by: let redirect) = reason, let own = rule.actions.last, let other = redirect.actions.last,
      !own.hasSameEffect(as: other)
    else { return nil }
    return redirect
  }
}

extension Finding.Message {
  fileprivate static func dropped(_ path: String, by redirect: String) -> Self {
    "the path \(path) has no rule: the redirect of \(redirect) before it answers all its requests"
  }
}
