import LoadBalancerModel
import Manifests

extension LintRule {
  package static let malformedPairs = LintRule(
    id: "malformed-pairs",
    summary: "An annotation wants key=value pairs with commas between them and has another syntax.",
    rationale:
      "The controller splits the text at commas and each part at its first =, and gives up at a part without one. "
      + "What stands between two commas is one pair, line ends and blanks included; since v2.14.1 a comma at the end "
      + "belongs to the last value, and a comma within a value is written as \\, (pkg/annotations/parser.go).",
    remedy: "Write a=1,b=2.",
    severity: .error, mistakes: ["M009", "M019"], refusals: ["malformed-string-map"],
    flagged: [
      Example(
        ingress("alb.ingress.kubernetes.io/tags: '{\"Env\":\"prod\",\"Team\":\"web\"}'"),
        fixed: ingress("alb.ingress.kubernetes.io/tags: 'Env=prod,Team=web'")),
      Example(
        ingress("alb.ingress.kubernetes.io/tags: \"Env: prod\""),
        marks: ["\"Env: prod\""], fixed: ingress("alb.ingress.kubernetes.io/tags: \"Env=prod\"")),
      Example(
        ingress(
          "alb.ingress.kubernetes.io/listener-attributes.HTTP-80: "
            + "routing.http.response.access_control_allow_methods.header_value=GET,PUT"),
        marks: ["PUT"],
        fixed: ingress(
          "alb.ingress.kubernetes.io/listener-attributes.HTTP-80: "
            + "routing.http.response.access_control_allow_methods.header_value=GET\\,PUT")),
      Example(ingress("alb.ingress.kubernetes.io/tags: Owner=a,b,Env=prod"), marks: ["b"]),
      Example(
        ingress("alb.ingress.kubernetes.io/load-balancer-attributes: idle_timeout.timeout_seconds=600,"),
        fixed: ingress("alb.ingress.kubernetes.io/load-balancer-attributes: idle_timeout.timeout_seconds=600")),
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/load-balancer-attributes: |
            idle_timeout.timeout_seconds=600
            routing.http2.enabled=false
          """)),
      Example(
        service(
          "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes: "
            + "deregistration_delay.timeout_seconds=30 stickiness.enabled=true"),
        fixed: service(
          "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes: "
            + "deregistration_delay.timeout_seconds=30,stickiness.enabled=true")),
    ],
    accepted: [
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/tags: Env=prod, Note=two words
          alb.ingress.kubernetes.io/listener-attributes.HTTP-80: >-
            routing.http.response.access_control_allow_methods.header_value=GET\\,PUT
          alb.ingress.kubernetes.io/load-balancer-attributes: |
            idle_timeout.timeout_seconds=600,
            routing.http2.enabled=false
          """))
    ],
    check: .values(of: AnnotationCatalogue.standard.definitions.filter { $0.type == .stringMap }) {
      subject, context, report in
      guard let definition = subject.definition, subject.isReadHere, subject.textFlaw == nil,
        let problem = PairProblem.of(subject.annotation, definition: definition, version: context.controller.version)
      else { return }
      let edit = problem.meant.flatMap {
        report.editor(for: subject.annotation.value.span)?.replaceValue(subject.annotation.value, with: $0)
      }
      report(
        .malformedPairs(problem, key: subject.shortKey), at: problem.part?.span ?? subject.annotation.value.span,
        in: subject.object, severity: problem.severity(of: definition),
        fix: edit.map { Finding.Fix("write \(problem.meant ?? "")", problem.isCertain ? .safe : .unsafe, edits: [$0]) })
    })
}

extension PairProblem {
  /// Tags with odd values may yet be taken.
  fileprivate func severity(of definition: AnnotationDefinition) -> Severity {
    switch kind {
    case .json, .colon, .withoutEquals: .error
    case .lines, .blanks, .trailingComma: definition.key.hasSuffix("tags") ? .warning : .error
    }
  }
}

extension Finding.Message {
  fileprivate static func malformedPairs(_ problem: PairProblem, key: String) -> Self {
    switch problem.kind {
    case .json: "\(key) is JSON, and must be key=value pairs with commas between them"
    case .colon: "\(key) has colons where the controller wants ="
    case .withoutEquals(let item): "\(GoText.quote(item)) in \(key) has no =, and the controller refuses such a list"
    case .lines: "\(key) has pairs on lines of their own without commas: all but the first are part of its value"
    case .blanks:
      "\(key) has a blank between pairs where a comma must stand: the second is part of the first one's value"
    case .trailingComma: "the comma at the end of \(key) becomes part of the last value"
    }
  }
}
