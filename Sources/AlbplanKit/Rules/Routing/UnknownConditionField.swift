import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unknownConditionField = LintRule(
    id: "unknown-condition-field",
    summary: "A condition has a field that the controller does not know.",
    rationale: "The condition vanishes without a word and the rule matches everybody: a restriction to certain "
      + "addresses or headers is not there at all. Field names are lower case (pkg/ingress/config_types.go).",
    remedy: "Use host-header, path-pattern, http-header, http-request-method, query-string or source-ip.",
    severity: .error, mistakes: ["M074"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/conditions.web: |
              [{"field": "source-IP", "sourceIPConfig": {"values": ["192.0.2.0/24"]}},
               {"sourceIPConfig": {"values": ["192.0.2.0/24"]}}]
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["\"source-IP\"", #"{"sourceIPConfig": {"values": ["192.0.2.0/24"]}}"#],
        fixed: """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
            annotations:
              alb.ingress.kubernetes.io/conditions.web: |
                [{"field": "source-ip", "sourceIPConfig": {"values": ["192.0.2.0/24"]}},
                 {"sourceIPConfig": {"values": ["192.0.2.0/24"]}}]
          spec:
            ingressClassName: alb
            rules:
              - http:
                  paths:
                    - path: /
                      pathType: Prefix
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
          alb.ingress.kubernetes.io/conditions.web: |
            [{"field": "source-ip", "sourceIPConfig": {"values": ["192.0.2.0/24"]}}]
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
        for condition in json.elements(json.root) where json.kind(of: condition) == .object {
          let position = json.value("field", in: condition)
          // A field that is no string is of the wrong type, which is another matter.
          if let position, json.string(position) == nil { continue }
          let field = json.string(position) ?? ""
          guard !ConditionConfiguration.fields.contains(field), !field.holdsPlaceholder else { continue }
          let nearest =
            ConditionConfiguration.otherNames[field.lowercased()]
            ?? NearestName.of(field, among: ConditionConfiguration.fields)
          let isOnlyCase = nearest == field.lowercased()
          let edit = nearest.flatMap { name in position.flatMap { json.replace($0, with: name, &report) } }
          report(
            .unknown(field, nearest: nearest), at: json.span(of: position ?? condition, &report), in: subject.object,
            fix: edit.map { Finding.Fix("write \(nearest ?? "")", isOnlyCase ? .safe : .unsafe, edits: [$0]) })
        }
      }
    })
}

extension ConditionConfiguration {
  /// The fields that the controller knows.
  static let fields = [
    "host-header", "path-pattern", "http-header", "http-request-method", "query-string", "source-ip",
  ]

  /// What people write for them.
  fileprivate static let otherNames = [
    "host": "host-header", "hostname": "host-header", "path": "path-pattern", "header": "http-header",
    "method": "http-request-method", "http-method": "http-request-method", "request-method": "http-request-method",
    "query": "query-string", "ip": "source-ip", "cidr": "source-ip", "source-cidr": "source-ip",
  ]
}

extension Finding.Message {
  fileprivate static func unknown(_ field: String, nearest: String?) -> Self {
    if field.isEmpty { return "the condition names no field, so that it does nothing" }
    let hint = nearest.map { "; did you mean \($0)?" } ?? ""
    return "the controller knows no condition field \(GoText.quote(field)), so that it does nothing\(hint)"
  }
}
