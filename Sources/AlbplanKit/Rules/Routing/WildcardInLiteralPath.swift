import LoadBalancerModel
import Manifests

extension LintRule {
  package static let wildcardInLiteralPath = LintRule(
    id: "wildcard-in-literal-path",
    summary: "A path of type Exact or Prefix holds a wildcard.",
    rationale: "Only ImplementationSpecific paths may hold * and ?; with the other types the controller refuses the "
      + "whole IngressGroup (buildPathPatterns in pkg/ingress/model_build_listener_rules.go).",
    remedy: "Drop the wildcard: Prefix matches everything below a path by itself. Or use pathType "
      + "ImplementationSpecific.",
    severity: .error, mistakes: ["M052", "M059"],
    refusals: ["exact-path-with-wildcards", "prefix-path-with-wildcards"],
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
                  - path: /api/*
                    pathType: Prefix
                    backend: {service: {name: api, port: {number: 80}}}
                  - path: /*
                    pathType: Prefix
                    backend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["/api/*", "/*"],
        fixed: """
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
                      pathType: Prefix
                      backend: {service: {name: api, port: {number: 80}}}
                    - path: /
                      pathType: Prefix
                      backend: {service: {name: web, port: {number: 80}}}
          """),
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
                  - path: /user/?
                    pathType: Exact
                    backend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["/user/?"]),
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
          - http:
              paths:
                - path: /api/*/items
                  pathType: ImplementationSpecific
                  backend: {service: {name: api, port: {number: 80}}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: alb
        rules:
          - http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 80}}}
      """
    ],
    check: .ingresses { subject, _, report in
      subject.ingress.forEachPath { path in
        guard let type = path.pathType?.value, type == "Exact" || type == "Prefix", let text = path.path,
          GlobPattern.hasWildcards(text.value), !text.value.holdsPlaceholder
        else { return }
        let prefix = type == "Prefix" ? text.value.withoutTrailingWildcard : nil
        let edit = prefix.flatMap { report.editor(for: text.span)?.replaceValue(text, with: $0) }
        report(
          .wildcard(in: text.value, type: type), at: text.span, in: subject.object,
          notes: [Finding.Note(.help, help(text.value, type: type, prefix: prefix))],
          fix: edit.map { Finding.Fix("write \(prefix ?? "")", .safe, edits: [$0]) })
      }
    })

  private static func help(_ path: String, type: String, prefix: String?) -> String {
    if let prefix { return "\(prefix) with Prefix matches the path itself and everything below it" }
    if PathExpression.isLikely(path) {
      return "for a regular expression use pathType ImplementationSpecific and use-regex-path-match: \"true\""
    }
    return "use pathType ImplementationSpecific for a pattern, or write the path without wildcards"
  }
}

extension String {
  /// The path that means the same as a prefix: `/` for `/*`, `/api` for `/api/*`; `nil` where other wildcards are left.
  fileprivate var withoutTrailingWildcard: String? {
    let bytes = utf8
    guard bytes.count >= 2, bytes.suffix(2).elementsEqual("/*".utf8) else { return nil }
    let prefix = String(decoding: bytes.dropLast(2), as: UTF8.self)
    if GlobPattern.hasWildcards(prefix) { return nil }
    return prefix.isEmpty ? "/" : prefix
  }
}

extension Finding.Message {
  fileprivate static func wildcard(in path: String, type: String) -> Self {
    "the path \(path) of type \(type) holds a wildcard, which only ImplementationSpecific allows"
  }
}
