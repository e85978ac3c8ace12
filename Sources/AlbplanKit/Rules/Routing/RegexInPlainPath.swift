import LoadBalancerModel
import Manifests

extension LintRule {
  package static let regexInPlainPath = LintRule(
    id: "regex-in-plain-path",
    summary: "A path is written as a regular expression, but is read as plain text or as a pattern with * and ?.",
    rationale: "Other controllers read expressions in paths. This one does so only with use-regex-path-match: "
      + "\"true\" and pathType ImplementationSpecific; else AWS refuses the characters, or takes them for themselves "
      + "and the path never matches (buildPathPatterns in pkg/ingress/model_build_listener_rules.go).",
    remedy: "Add the annotation use-regex-path-match: \"true\" and use pathType ImplementationSpecific, or write the "
      + "path with wildcards.",
    severity: .error, mistakes: ["M059"],
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
            - http:
                paths:
                  - path: /v[0-9]+/x
                    pathType: ImplementationSpecific
                    backend: {service: {name: web, port: {number: 80}}}
                  - path: /api/.*
                    pathType: ImplementationSpecific
                    backend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["/v[0-9]+/x", "/api/.*"]),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/use-regex-path-match: "true"
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - path: /^/(a|b)$
                    pathType: Prefix
                    backend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["/^/(a|b)$"]),
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/use-regex-path-match: "true"
      spec:
        ingressClassName: alb
        rules:
          - http:
              paths:
                - path: /^/v[0-9]+/x
                  pathType: ImplementationSpecific
                  backend: {service: {name: web, port: {number: 80}}}
      """
    ],
    check: .ingresses { subject, _, report in
      let usesRegex = subject.usesRegexPaths
      subject.ingress.forEachPath { path in
        guard let text = path.path, PathExpression.isLikely(text.value), !text.value.holdsPlaceholder,
          !(usesRegex && path.isPattern),
          // Wildcards in such paths are reported by wildcard-in-literal-path.
          path.isPattern || !GlobPattern.hasWildcards(text.value)
        else { return }
        let isRefused = ConditionLimits.problem(ofPath: text.value) != nil
        report(
          .expression(text.value, path.isPattern ? nil : path.pathType?.value, isRefused: isRefused), at: text.span,
          in: subject.object, severity: isRefused ? nil : .warning)
      }
    })
}

extension Finding.Message {
  fileprivate static func expression(_ path: String, _ type: String?, isRefused: Bool) -> Self {
    let reading = type.map { "plain text by pathType \($0)" } ?? "a pattern with * and ?"
    let end = isRefused ? "AWS refuses its characters" : "it hardly ever matches"
    return "the path \(path) is a regular expression, but is read as \(reading): \(end)"
  }
}
