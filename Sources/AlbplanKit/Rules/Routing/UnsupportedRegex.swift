import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unsupportedRegex = LintRule(
    id: "unsupported-regex",
    summary: "A regular expression uses what AWS's expressions do not have.",
    rationale: "AWS has no lookahead, lookbehind, backreference, atomic group, possessive quantifier, recursion or "
      + "Unicode class in conditions and transforms. The controller passes every expression on, and AWS refuses the "
      + "rule.",
    remedy: "Write the expression without it, for example as several rules.",
    severity: .error, mistakes: ["M059", "M082"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/use-regex-path-match: "true"
            alb.ingress.kubernetes.io/transforms.web: |
              [{"type": "url-rewrite", "urlRewriteConfig": {"rewrites": [
                {"regex": "^/(a|b)/\\\\1/", "replace": "/$1/"}]}}]
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - path: /^/(?!admin).*
                    pathType: ImplementationSpecific
                    backend: {service: {name: web, port: {number: 80}}}
        """,
        marks: [#""^/(a|b)/\\1/""#, "/^/(?!admin).*"])
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
                - path: /^/(?:a|b)[*+]+/.*?c$
                  pathType: ImplementationSpecific
                  backend: {service: {name: web, port: {number: 80}}}
      """
    ],
    check: .ingresses(with: [
      AnnotationDefinition.Ingress.useRegexPathMatch, AnnotationDefinition.Ingress.conditions,
      AnnotationDefinition.Ingress.transforms,
    ]) { subject, _, report in
      if subject.usesRegexPaths {
        subject.ingress.forEachPath { path in
          guard path.isPattern else { return }
          guard let text = path.path, let part = PathExpression.unsupportedPart(of: text.value) else { return }
          report(.unsupported(part), at: text.span, in: subject.object)
        }
      }
      for (_, json) in subject.member.jsonInUse(of: AnnotationDefinition.Ingress.conditions) {
        for condition in json.elements(json.root) {
          for name in ["hostHeaderConfig", "pathPatternConfig", "httpHeaderConfig"] {
            for place in json.elements(json.value(name, "regexValues", in: condition)) {
              report.look(at: place, json, in: subject.object)
            }
          }
        }
      }
      for (_, json) in subject.member.jsonInUse(of: AnnotationDefinition.Ingress.transforms) {
        for transform in json.elements(json.root) {
          for name in ["hostHeaderRewriteConfig", "urlRewriteConfig"] {
            for rewrite in json.elements(json.value(name, "rewrites", in: transform)) {
              guard let place = json.value("regex", in: rewrite) else { continue }
              report.look(at: place, json, in: subject.object)
            }
          }
        }
      }
    })
}

extension LintRule.Report {
  fileprivate mutating func look(at place: JSONTree.Position, _ json: AnnotationJSON, in object: String) {
    guard let text = json.string(place), let part = PathExpression.unsupportedPart(of: text) else { return }
    self(.unsupported(part), at: json.span(of: place, &self), in: object)
  }
}

extension Finding.Message {
  fileprivate static func unsupported(_ part: String) -> Self {
    "the regular expression has \(part), which AWS does not take"
  }
}
