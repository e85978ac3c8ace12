import LoadBalancerModel
import Manifests

extension LintRule {
  package static let incompleteCondition = LintRule(
    id: "incomplete-condition",
    summary: "A condition lacks the configuration of its field, or values.",
    rationale: "The controller's webhook does not admit the Ingress; if it is there already, the whole IngressGroup "
      + "stands still (RuleCondition.Validate in pkg/ingress/config_types.go).",
    remedy: "Give the condition the configuration that belongs to its field, with at least one value: for source-ip "
      + "that is sourceIPConfig.",
    severity: .error, refusals: ["invalid-condition"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/conditions.web: |
              [{"field": "source-ip", "httpHeaderConfig": {"values": ["192.0.2.0/24"]}},
               {"field": "http-request-method", "httpRequestMethodConfig": {"values": []}}]
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: web, port: {number: 80}}}
        """,
        marks: [#"{"field": "source-ip", "httpHeaderConfig": {"values": ["192.0.2.0/24"]}}"#, #"{"values": []}"#])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/conditions.web: |
            [{"field": "http-request-method", "httpRequestMethodConfig": {"values": ["GET"]}}]
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
    check: .ingresses(with: [AnnotationDefinition.Ingress.conditions]) { subject, _, report in
      for (_, json) in subject.member.jsonInUse(of: AnnotationDefinition.Ingress.conditions) {
        guard let conditions = try? ConditionConfiguration.parse(json.annotation) else { continue }
        let positions = json.elements(json.root)
        guard positions.count == conditions.count else { continue }
        for (condition, position) in zip(conditions, positions) {
          do throws(BuildFailure) {
            try condition.validate()
          } catch {
            let place = json.value(condition.configurationName, in: position) ?? position
            report(
              .incomplete(condition.field, error), at: json.span(of: place, &report), in: subject.object,
              notes: [Finding.Note(.help, "\(condition.field) needs \(condition.configurationName), with values")])
          }
        }
      }
    })
}

extension ConditionConfiguration {
  /// The key of the configuration that belongs to the field.
  fileprivate var configurationName: String {
    switch field {
    case "host-header": "hostHeaderConfig"
    case "path-pattern": "pathPatternConfig"
    case "http-header": "httpHeaderConfig"
    case "http-request-method": "httpRequestMethodConfig"
    case "query-string": "queryStringConfig"
    default: "sourceIPConfig"
    }
  }
}

extension Finding.Message {
  fileprivate static func incomplete(_ field: String, _ failure: BuildFailure) -> Self {
    "the condition on \(field) is refused: \(failure.message)"
  }
}
