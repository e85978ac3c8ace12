import LoadBalancerModel
import Manifests

extension LintRule {
  package static let alternativeCondition = LintRule(
    id: "alternative-condition",
    summary: "A host-header or path-pattern condition is an alternative to the rule's own host or path, no "
      + "restriction.",
    rationale: "The controller puts the values of such conditions into one condition with the host or path of the "
      + "rule, so that either of them matches. Next to a path that matches everything they change nothing at all. "
      + "Plain values and regular expressions cannot be in one condition: the controller then refuses the whole "
      + "IngressGroup (buildRuleConditions in pkg/ingress/model_build_listener_rules.go). That they add alternatives "
      + "may be meant, so that this is advice.",
    remedy: "Write the wanted host or path in the rule itself, and leave out what was to be restricted.",
    severity: .warning, mistakes: ["M075"], refusals: ["mixed-condition-values"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/conditions.web: |
              [{"field": "path-pattern", "pathPatternConfig": {"values": ["/admin/*"]}},
               {"field": "host-header", "hostHeaderConfig": {"values": ["admin.example.com"]}}]
        spec:
          ingressClassName: alb
          rules:
            - host: app.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: web, port: {number: 80}}}
        """,
        marks: [
          #"{"field": "path-pattern", "pathPatternConfig": {"values": ["/admin/*"]}}"#,
          #"{"field": "host-header", "hostHeaderConfig": {"values": ["admin.example.com"]}}"#,
        ]),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/conditions.web: |
              [{"field": "host-header", "hostHeaderConfig": {"regexValues": ["^a[0-9]+[.]example[.]com$"]}}]
        spec:
          ingressClassName: alb
          rules:
            - host: app.example.com
              http:
                paths:
                  - path: /shop
                    pathType: Prefix
                    backend: {service: {name: web, port: {number: 80}}}
        """),
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/conditions.web: |
            [{"field": "host-header", "hostHeaderConfig": {"values": ["admin.example.com", "b.example.com"]}}]
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
      let inUse = subject.member.jsonInUse(of: AnnotationDefinition.Ingress.conditions)
      guard !inUse.isEmpty else { return }
      let uses = BackendUses(subject.ingress)
      for (name, json) in inUse {
        guard let use = uses.byName[name], let conditions = try? ConditionConfiguration.parse(json.annotation) else {
          continue
        }
        let positions = json.elements(json.root)
        guard positions.count == conditions.count else { continue }
        for (condition, position) in zip(conditions, positions) {
          if let (own, regex) = use.mixture(with: condition, json, position, usesRegexPaths: subject.usesRegexPaths) {
            report(
              .mixed(own.value), at: json.span(of: regex, &report), in: subject.object, severity: .error,
              notes: [Finding.Note(.note, "the rule's own", at: own.span)])
            continue
          }
          switch condition.field {
          case "host-header" where condition.hostHeader?.values.isEmpty == false:
            guard let host = use.host else { continue }
            report(
              .alternative(to: "host \(host.value)", "host-header"), at: json.span(of: position, &report),
              in: subject.object, severity: .info)
          case "path-pattern" where condition.pathPattern?.values.isEmpty == false:
            guard let path = use.path, !path.value.isEmpty else { continue }
            let matchesAll = use.pathMatchesAll
            report(
              matchesAll
                ? .withoutEffect(path.value) : .alternative(to: "path \(path.value)", "path-pattern"),
              at: json.span(of: position, &report), in: subject.object, severity: matchesAll ? nil : .info,
              notes: [Finding.Note(.note, "the rule's own path", at: path.span)])
          default: break
          }
        }
      }
    })
}

/// Where the backends of each name stand: the first host and path of each.
private struct BackendUses {
  struct Use {
    var host: Located<String>?
    var path: Located<String>?
    /// Each path with this backend matches every path.
    var pathMatchesAll: Bool
  }
  private(set) var byName: [String: Use] = [:]

  init(_ ingress: Ingress) {
    for rule in ingress.rules {
      let host = rule.host.flatMap { $0.value.isEmpty ? nil : $0 }
      for path in rule.paths ?? [] {
        guard let name = path.backend.service?.name.value else { continue }
        let text = path.path?.value
        let matchesAll =
          path.pathType?.value == "Prefix" ? text == "/" : path.pathType?.value != "Exact" && text == "/*"
        var use = byName[name] ?? Use(host: host, path: path.path, pathMatchesAll: true)
        use.host = use.host ?? host
        use.path = use.path ?? path.path
        use.pathMatchesAll = use.pathMatchesAll && matchesAll
        byName[name] = use
      }
    }
  }
}

extension BackendUses.Use {
  /// The rule's own pattern, and the expressions of a condition of the same field: the two do not go together.
  fileprivate func mixture(
    with condition: ConditionConfiguration, _ json: AnnotationJSON, _ position: AnnotationJSON.Position,
    usesRegexPaths: Bool
  ) -> (own: Located<String>, regex: AnnotationJSON.Position)? {
    func mixture(_ own: Located<String>?, _ configuration: String) -> (Located<String>, AnnotationJSON.Position)? {
      guard let own, let regex = json.value(configuration, "regexValues", in: position),
        !json.elements(regex).isEmpty
      else { return nil }
      return (own, regex)
    }
    switch condition.field {
    case "host-header": return mixture(host, "hostHeaderConfig")
    case "path-pattern" where !usesRegexPaths:
      return mixture(path.flatMap { $0.value.isEmpty ? nil : $0 }, "pathPatternConfig")
    default: return nil
    }
  }
}

extension Finding.Message {
  fileprivate static func mixed(_ own: String) -> Self {
    "the controller refuses expressions beside the rule's own \(own), which is a pattern"
  }

  fileprivate static func alternative(to own: String, _ field: String) -> Self {
    "the \(field) condition does not restrict the rule: it matches in place of the \(own) too"
  }

  fileprivate static func withoutEffect(_ path: String) -> Self {
    "the path-pattern condition does nothing: the path \(path) of the rule matches everything, with it or without"
  }
}
