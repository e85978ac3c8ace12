import LoadBalancerModel
import Manifests

extension LintRule {
  package static let refusedConditionValue = LintRule(
    id: "refused-condition-value",
    summary: "A condition has a value that AWS does not take.",
    rationale: "Methods are written in capitals, source addresses as ranges, hosts and paths in AWS's characters, "
      + "and hosts are no header; http-request-method and source-ip can stand in a rule once only. The controller "
      + "passes on whatever is written, and AWS refuses the rule.",
    remedy: "Write the value as AWS wants it.",
    severity: .error, mistakes: ["M083", "M067"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/conditions.web: |
              [{"field": "http-request-method", "httpRequestMethodConfig": {"values": ["get"]}},
               {"field": "http-header", "httpHeaderConfig": {"httpHeaderName": "Host", "values": ["a"]}},
               {"field": "source-ip", "sourceIPConfig": {"values": ["192.0.2.1", "198.51.100.0/24"]}},
               {"field": "source-ip", "sourceIPConfig": {"values": ["203.0.113.0/24"]}},
               {"field": "host-header", "hostHeaderConfig": {"values": ["a.example.com:8443"]}}]
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: web, port: {number: 80}}}
        """,
        marks: [
          "\"get\"", "\"Host\"", "\"192.0.2.1\"",
          #"{"field": "source-ip", "sourceIPConfig": {"values": ["203.0.113.0/24"]}}"#, "\"a.example.com:8443\"",
        ],
        fixed: """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
            annotations:
              alb.ingress.kubernetes.io/conditions.web: |
                [{"field": "http-request-method", "httpRequestMethodConfig": {"values": ["GET"]}},
                 {"field": "http-header", "httpHeaderConfig": {"httpHeaderName": "Host", "values": ["a"]}},
                 {"field": "source-ip", "sourceIPConfig": {"values": ["192.0.2.1/32", "198.51.100.0/24"]}},
                 {"field": "source-ip", "sourceIPConfig": {"values": ["203.0.113.0/24"]}},
                 {"field": "host-header", "hostHeaderConfig": {"values": ["a.example.com:8443"]}}]
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
            [{"field": "http-request-method", "httpRequestMethodConfig": {"values": ["GET", "HEAD"]}},
             {"field": "http-header", "httpHeaderConfig": {"httpHeaderName": "X-Forwarded-For", "values": ["10.*"]}},
             {"field": "query-string", "queryStringConfig": {"values": [{"key": "a", "value": "b c"}]}}]
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
        var fields: Set<String> = []
        for condition in json.elements(json.root) {
          guard let field = json.string(json.value("field", in: condition)) else { continue }
          if !fields.insert(field).inserted, field == "http-request-method" || field == "source-ip" {
            report(.repeated(field), at: json.span(of: condition, &report), in: subject.object)
          }
          for (place, problem) in json.problems(in: condition, field) {
            let edit = problem.cure.flatMap { json.replace(place, with: $0, &report) }
            report(
              .refused(json.string(place) ?? "", problem), at: json.span(of: place, &report), in: subject.object,
              fix: edit.map { Finding.Fix("write \(problem.cure ?? "")", .safe, edits: [$0]) })
          }
        }
      }
    })
}

extension AnnotationJSON {
  /// The strings of a condition that AWS does not take.
  fileprivate func problems(
    in condition: Position, _ field: String
  ) -> [(place: Position, problem: ConditionLimits.Problem)] {
    func look(_ places: [Position], _ problem: (String) -> ConditionLimits.Problem?) -> [(
      place: Position, problem: ConditionLimits.Problem
    )] {
      places.compactMap { place in
        guard let text = string(place), !text.holdsPlaceholder else { return nil }
        return problem(text).map { (place, $0) }
      }
    }
    func values(_ config: String, _ list: String = "values") -> [Position] {
      elements(value(config, list, in: condition))
    }
    func regexes(_ config: String) -> [(place: Position, problem: ConditionLimits.Problem)] {
      look(values(config, "regexValues")) { ConditionLimits.problem(ofLength: $0, "regular expression") }
    }
    switch field {
    case "host-header":
      return look(values("hostHeaderConfig"), ConditionLimits.problem(ofHost:)) + regexes("hostHeaderConfig")
    case "path-pattern":
      return look(values("pathPatternConfig"), ConditionLimits.problem(ofPath:)) + regexes("pathPatternConfig")
    case "http-header":
      let name = [value("httpHeaderConfig", "httpHeaderName", in: condition)].compactMap { $0 }
      return look(name, ConditionLimits.problem(ofHeaderName:))
        + look(values("httpHeaderConfig")) { ConditionLimits.problem(ofLength: $0, "header value") }
        + regexes("httpHeaderConfig")
    case "http-request-method":
      return look(values("httpRequestMethodConfig"), ConditionLimits.problem(ofMethod:))
    case "query-string":
      let pairs = values("queryStringConfig")
      // The controller itself refuses an empty value.
      return look(pairs.flatMap { [value("key", in: $0), value("value", in: $0)].compactMap { $0 } }) { text in
        text.isEmpty ? nil : ConditionLimits.problem(ofLength: text, "query string")
      }
    case "source-ip": return look(values("sourceIPConfig"), ConditionLimits.problem(ofSourceAddress:))
    default: return []
    }
  }
}

extension Finding.Message {
  fileprivate static func refused(_ text: String, _ problem: ConditionLimits.Problem) -> Self {
    "the value \(GoText.quote(text)) \(problem.text)"
  }

  fileprivate static func repeated(_ field: String) -> Self {
    "AWS takes one \(field) condition in a rule; put all values into one"
  }
}
