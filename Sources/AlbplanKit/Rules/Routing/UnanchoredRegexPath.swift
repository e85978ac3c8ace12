import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unanchoredRegexPath = LintRule(
    id: "unanchored-regex-path",
    summary: "A path that is a regular expression does not say that it begins at the beginning.",
    rationale: "With use-regex-path-match the controller drops the first character of the path, the slash that "
      + "Kubernetes wants there, and the rest matches anywhere in a request's path: /api/.* becomes api/.* and "
      + "matches /x/api/y too (pkg/ingress/model_build_listener_rules.go).",
    remedy: "Write /^/ in front: /^/api/.* for what begins with /api/.",
    severity: .warning, mistakes: ["M069"],
    flagged: [
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
                  - path: /api/.*
                    pathType: ImplementationSpecific
                    backend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["/api/.*"],
        fixed: """
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
                    - path: /^/api/.*
                      pathType: ImplementationSpecific
                      backend: {service: {name: web, port: {number: 80}}}
          """)
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
                - path: /^/api/.*
                  pathType: ImplementationSpecific
                  backend: {service: {name: api, port: {number: 80}}}
                - path: /.*
                  pathType: ImplementationSpecific
                  backend: {service: {name: web, port: {number: 80}}}
      """
    ],
    check: .ingresses(with: [AnnotationDefinition.Ingress.useRegexPathMatch]) { subject, _, report in
      guard subject.usesRegexPaths else { return }
      subject.ingress.forEachPath { path in
        guard path.isPattern else { return }
        guard let text = path.path, text.value.utf8.count > 1, !text.value.holdsPlaceholder else { return }
        let expression = String(decoding: text.value.utf8.dropFirst(), as: UTF8.self)
        guard !["^", "(^", "(?:^", ".*", "(.*", "\\A", "(?i)^", "(?i:^"].contains(where: expression.hasPrefix) else {
          return
        }
        let slash = expression.utf8.first == UInt8(ascii: "/") ? "" : "/"
        let anchored = "/^\(slash)\(expression)"
        let edit = report.editor(for: text.span)?.replaceValue(text, with: anchored)
        report(
          .unanchored(expression), at: text.span, in: subject.object,
          fix: edit.map { Finding.Fix("write \(anchored)", .unsafe, edits: [$0]) })
      }
    })
}

extension Finding.Message {
  fileprivate static func unanchored(_ expression: String) -> Self {
    "the expression becomes \(GoText.quote(expression)) and matches anywhere in a path, not only at its beginning"
  }
}
