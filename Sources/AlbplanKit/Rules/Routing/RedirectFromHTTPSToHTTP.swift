import LoadBalancerModel
import Manifests

extension LintRule {
  package static let redirectFromHTTPSToHTTP = LintRule(
    id: "redirect-from-https-to-http",
    summary: "An action redirects requests of an HTTPS listener to HTTP.",
    rationale: "AWS refuses such a redirect. The controller makes every rule on each listener of the Ingress, the "
      + "HTTPS ones too, and passes the redirect on.",
    remedy: "Redirect to HTTPS, or leave the protocol out.",
    severity: .error,
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
            alb.ingress.kubernetes.io/actions.old: |
              {"type": "redirect", "redirectConfig": {
                "host": "old.example.com", "protocol": "HTTP", "port": "80", "statusCode": "HTTP_302"}}
        spec:
          ingressClassName: alb
          rules:
            - host: new.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: old, port: {name: use-annotation}}}
        """,
        marks: ["\"HTTP\""])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/actions.old: |
            {"type": "redirect", "redirectConfig": {
              "host": "old.example.com", "protocol": "HTTP", "port": "80", "statusCode": "HTTP_302"}}
      spec:
        ingressClassName: alb
        rules:
          - host: new.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: old, port: {name: use-annotation}}}
      """
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result, case .ingressGroup(let group) = outcome.owner else { return }
      let ports = stack.ports(of: .https)
      guard !ports.isEmpty else { return }
      var spans: Set<SourceSpan> = []
      func look(at actions: [Action]) {
        for action in actions {
          if case .redirect(let redirect) = action.kind, redirect.protocol == "HTTP" {
            spans.formUnion(action.origin.spans.prefix(1))
          }
        }
      }
      for index in stack.listenerRules.indices where ports.contains(stack.listenerRules[index].port) {
        look(at: stack.listenerRules[index].actions)
      }
      for index in stack.listeners.indices where stack.listeners[index].listenerProtocol == .https {
        look(at: stack.listeners[index].defaultActions)
      }
      guard !spans.isEmpty else { return }
      for member in group.members {
        for entry in member.annotations.entries where spans.contains(entry.value.span) {
          guard let json = AnnotationJSON(entry) else { continue }
          let place = json.value("redirectConfig", "protocol") ?? json.root
          report(
            "AWS takes no redirect from HTTPS to HTTP, and the Ingress listens on HTTPS",
            at: json.span(of: place, &report), in: "Ingress \(member.name)")
        }
      }
    })
}
