import LoadBalancerModel
import Manifests

extension LintRule {
  package static let refusedPath = LintRule(
    id: "refused-path",
    summary: "A path is too long for AWS, or holds a character that AWS does not take in a path pattern.",
    rationale: "AWS takes at most 128 characters, letters, digits and _ - . $ / ~ \" ' @ : + &, besides the "
      + "wildcards * and ?. The controller adds /* to a Prefix path and passes on the rest, and AWS refuses the "
      + "rule: that rule and all that come after it are missing.",
    remedy: "Shorten the path, or write ? for the character in a path of type ImplementationSpecific.",
    severity: .error, mistakes: ["M067"],
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
                  - path: /a b
                    pathType: Prefix
                    backend: {service: {name: web, port: {number: 80}}}
                  - path: /item=1
                    pathType: Exact
                    backend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["/a b", "/item=1"])
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
                - path: /~user/a_b-c.d:e@f+g&h$i
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 80}}}
                - path: /.well-known/*
                  pathType: ImplementationSpecific
                  backend: {service: {name: web, port: {number: 80}}}
      """
    ],
    check: .ingresses { subject, _, report in
      let usesRegex = subject.usesRegexPaths
      subject.ingress.forEachPath { path in
        guard let text = path.path, !text.value.isEmpty, !text.value.holdsPlaceholder else { return }
        let problem: ConditionLimits.Problem?
        if path.isPattern, usesRegex {
          // The slash in front is no part of the expression.
          let expression = String(decoding: text.value.utf8.dropFirst(), as: UTF8.self)
          problem =
            expression.isEmpty
            ? ConditionLimits.Problem(text: "is empty as a regular expression, of which the slash is no part")
            : ConditionLimits.problem(ofLength: expression, "regular expression")
        } else {
          // Whoever wrote an expression is told by another rule that it is read as a pattern.
          guard !PathExpression.isLikely(text.value) else { return }
          let isPrefix = path.pathType?.value == "Prefix" && text.value != "/"
          problem = ConditionLimits.problem(ofPath: isPrefix ? text.value + "/*" : text.value)
        }
        if let problem { report(.refused(text.value, problem), at: text.span, in: subject.object) }
      }
    })
}

extension IngressPath {
  /// The path is a pattern of the load balancer, or an expression.
  var isPattern: Bool { pathType == nil || pathType?.value == "ImplementationSpecific" }
}

extension IngressSubject {
  /// ImplementationSpecific paths are regular expressions.
  var usesRegexPaths: Bool {
    guard let annotation = member.annotations[AnnotationDefinition.Ingress.useRegexPathMatch.key] else { return false }
    return GoText.parseBool(annotation.value.value) == true
  }
}

extension Finding.Message {
  fileprivate static func refused(_ path: String, _ problem: ConditionLimits.Problem) -> Self {
    "the path \(GoText.quote(path)) \(problem.text)"
  }
}
