import LoadBalancerModel
import Manifests

extension LintRule {
  package static let pathWithoutWildcard = LintRule(
    id: "implementation-specific-path-without-wildcard",
    summary: "A path of type ImplementationSpecific has no wildcard, so that it matches nothing below it.",
    rationale: "For this controller the type means a pattern of the load balancer, and a pattern without * and ? "
      + "matches this one path only: everything below it gets a 404, or what the default backend answers "
      + "(pkg/ingress/model_build_listener_rules.go). For / by itself that is hardly ever meant; for other paths the "
      + "finding is advice.",
    remedy: "Use pathType Prefix, or end the pattern with /*; for one path alone use Exact, which says so.",
    severity: .warning, mistakes: ["M053"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          ingressClassName: alb
          rules:
            - host: shop.example.com
              http:
                paths:
                  - path: /
                    pathType: ImplementationSpecific
                    backend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["/"]),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - path: /api
                    pathType: ImplementationSpecific
                    backend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["/api"]),
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        ingressClassName: alb
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /
                  pathType: ImplementationSpecific
                  backend: {service: {name: landing, port: {number: 80}}}
                - path: /*
                  pathType: ImplementationSpecific
                  backend: {service: {name: web, port: {number: 80}}}
      """
    ],
    check: .ingresses { subject, _, report in
      guard !subject.usesRegexPaths else { return }
      for rule in subject.ingress.rules {
        guard let paths = rule.paths else { continue }
        // Whoever sends the rest elsewhere knows what / means.
        let hasRest = paths.contains {
          $0.path?.value == "/*" || $0.pathType?.value == "Prefix" && $0.path?.value == "/"
        }
        for path in paths where path.pathType?.value == "ImplementationSpecific" {
          guard let text = path.path, !text.value.isEmpty, !GlobPattern.hasWildcards(text.value),
            !text.value.holdsPlaceholder, path.backend.service?.usesAction == false,
            // AWS refuses those, which is told by other rules.
            !PathExpression.isLikely(text.value), ConditionLimits.problem(ofPath: text.value) == nil
          else { continue }
          if text.value == "/", hasRest { continue }
          report(
            .onlyItself(text.value), at: text.span, in: subject.object,
            severity: text.value == "/" ? nil : .info)
        }
      }
    })
}

extension Finding.Message {
  fileprivate static func onlyItself(_ path: String) -> Self {
    "the path \(path) of type ImplementationSpecific matches \(path) alone and nothing below it"
  }
}
