import LoadBalancerModel
import Manifests

extension LintRule {
  package static let tooManyConditionValues = LintRule(
    id: "too-many-condition-values",
    summary: "A rule has more condition values or wildcards than AWS takes.",
    rationale:
      "AWS takes five values in all conditions of a rule together, and six wildcards; neither can be raised. The "
      + "host counts as one, a Prefix path other than / as two (the path itself and all below it), and an annotation "
      + "conditions.… adds its values.",
    remedy: "Split the path, or the values of its conditions, into several rules.",
    severity: .error, mistakes: ["M151"],
    flagged: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/conditions.web: '[{"field": "http-header", "httpHeaderConfig": {"httpHeaderName": "X-Tenant", "values": ["a", "b", "c"]}}]'
          """,
          spec: """
            rules:
              - host: shop.example.com
                http:
                  paths:
                    - {path: /cart, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
            """), marks: ["/cart"])
    ],
    accepted: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/conditions.web: '[{"field": "http-header", "httpHeaderConfig": {"httpHeaderName": "X-Tenant", "values": ["a", "b", "c"]}}]'
          """,
          spec: """
            rules:
              - host: shop.example.com
                http:
                  paths:
                    - {path: /cart, pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}
            """))
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result else { return }
      var marks: [SourceSpan: SourceSpan]?
      for index in stack.listenerRules.indices {
        let conditions = stack.listenerRules[index].conditions
        let values = conditions.reduce(0) { $0 + $1.valueCount }
        let wildcards = conditions.reduce(0) { $0 + $1.wildcardCount }
        guard values > 5 || wildcards > 6 else { continue }
        let rule = stack.listenerRules[index]
        guard let span = rule.origin.spans.first else { continue }
        let paths = marks ?? outcome.pathMarks
        marks = paths
        report(
          values > 5 ? .tooManyConditionValues(values) : .tooManyWildcards(wildcards), at: paths[span] ?? span,
          in: "Ingress \(rule.member)")
      }
    })
}

extension RuleCondition {
  /// The values that count toward the limit of a rule.
  fileprivate var valueCount: Int {
    switch kind {
    case .hostHeader(let pattern), .pathPattern(let pattern), .httpHeader(_, let pattern):
      pattern.values.count + pattern.regexValues.count
    case .httpRequestMethod(let values), .sourceIP(let values): values.count
    case .queryString(let pairs): pairs.count
    }
  }

  /// `*` and `?` in values; how escaped ones in query strings count is not known.
  fileprivate var wildcardCount: Int {
    switch kind {
    case .hostHeader(let pattern), .pathPattern(let pattern), .httpHeader(_, let pattern):
      pattern.values.reduce(0) { count, value in
        count + value.utf8.count { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
      }
    case .httpRequestMethod, .sourceIP, .queryString: 0
    }
  }
}

extension Finding.Message {
  fileprivate static func tooManyConditionValues(_ count: Int) -> Self {
    "the rule has \(count) condition values; AWS takes 5"
  }
  fileprivate static func tooManyWildcards(_ count: Int) -> Self { "the rule has \(count) wildcards; AWS takes 6" }
}
