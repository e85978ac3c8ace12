import LoadBalancerModel
import Manifests

extension LintRule {
  package static let refusedForward = LintRule(
    id: "refused-forward",
    summary: "AWS does not take the targets, the weights or the stickiness of a forward action.",
    rationale: "A forward has one to five target groups with weights from 0 to 999; group stickiness that is on "
      + "needs a duration from 1 to 604800 seconds. The controller checks none of it and AWS refuses the rule. "
      + "Weights that are all 0 are taken and answer every request with 503.",
    remedy: "Bring the numbers into AWS's ranges.",
    severity: .error, mistakes: ["M078"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/actions.a: |
              {"type": "forward", "forwardConfig": {
                "targetGroups": [
                  {"serviceName": "a", "servicePort": 80, "weight": 1000},
                  {"serviceName": "b", "servicePort": 80, "weight": 0}
                ],
                "targetGroupStickinessConfig": {"enabled": true}
              }}
            alb.ingress.kubernetes.io/actions.b: |
              {"type": "forward", "forwardConfig": {
                "targetGroups": [
                  {"serviceName": "a", "servicePort": 80, "weight": 0},
                  {"serviceName": "b", "servicePort": 80, "weight": 0}
                ],
                "targetGroupStickinessConfig": {"enabled": true, "durationSeconds": 700000}
              }}
            alb.ingress.kubernetes.io/actions.c: '{"type": "forward", "targetGroupARN": "tg-legacy"}'
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - {path: /a, pathType: Prefix, backend: {service: {name: a, port: {name: use-annotation}}}}
                  - {path: /b, pathType: Prefix, backend: {service: {name: b, port: {name: use-annotation}}}}
                  - {path: /c, pathType: Prefix, backend: {service: {name: c, port: {name: use-annotation}}}}
        """,
        marks: [
          "1000", #"{"enabled": true}"#,
          """
          [
                    {"serviceName": "a", "servicePort": 80, "weight": 0},
                    {"serviceName": "b", "servicePort": 80, "weight": 0}
                  ]
          """,
          "700000", "\"tg-legacy\"",
        ])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/actions.a: |
            {"type": "forward", "forwardConfig": {
              "targetGroups": [
                {"serviceName": "a", "servicePort": 80, "weight": 100},
                {"serviceName": "b", "servicePort": 80, "weight": 0}
              ],
              "targetGroupStickinessConfig": {"enabled": true, "durationSeconds": 3600}
            }}
      spec:
        ingressClassName: alb
        defaultBackend: {service: {name: a, port: {name: use-annotation}}}
      """
    ],
    check: .ingresses(with: [AnnotationDefinition.Ingress.actions]) { subject, _, report in
      for (_, json, action) in subject.member.actionsInUse() where action.type == ActionConfiguration.forwardType {
        report.lookAtARNs(json, in: subject.object)
        guard action.targetGroupARN == nil, action.targetGroupName == nil,
          let config = json.value("forwardConfig")
        else { continue }
        report.lookAtTargets(json, config, in: subject.object)
        report.lookAtStickiness(json, config, in: subject.object)
      }
    })
}

extension LintRule.Report {
  fileprivate mutating func lookAtTargets(_ json: AnnotationJSON, _ config: JSONTree.Position, in object: String) {
    let list = json.value("targetGroups", in: config)
    let targets = json.elements(list)
    if targets.isEmpty {
      self(.noTargets, at: json.span(of: list ?? config, &self), in: object, severity: .warning)
    }
    if targets.count > 5 { self(.tooMany(targets.count), at: json.span(of: targets[5], &self), in: object) }
    let weights = targets.map { json.value("weight", in: $0) }
    for case let place? in weights {
      guard let weight = json.integer(place), !(0...999).contains(weight) else { continue }
      self(.weight(weight), at: json.span(of: place, &self), in: object)
    }
    if let list, weights.count > 1, weights.allSatisfy({ json.integer($0) == 0 }) {
      self(.allZero, at: json.span(of: list, &self), in: object)
    }
  }

  fileprivate mutating func lookAtStickiness(_ json: AnnotationJSON, _ config: JSONTree.Position, in object: String) {
    guard let stickiness = json.value("targetGroupStickinessConfig", in: config) else { return }
    if let place = json.value("durationSeconds", in: stickiness) {
      guard let duration = json.integer(place), !(1...604800).contains(duration) else { return }
      self(.duration(duration), at: json.span(of: place, &self), in: object)
    } else if let enabled = json.value("enabled", in: stickiness), json.kind(of: enabled) == .bool,
      json.tree.text(of: enabled) == "true"
    {
      self(.noDuration, at: json.span(of: stickiness, &self), in: object)
    }
  }

  fileprivate mutating func lookAtARNs(_ json: AnnotationJSON, in object: String) {
    let targets = json.elements(json.value("forwardConfig", "targetGroups"))
    for place in [json.value("targetGroupARN")] + targets.map({ json.value("targetGroupARN", in: $0) }) {
      guard let place, let arn = json.string(place), !arn.holdsPlaceholder,
        !(arn.utf8.starts(with: "arn:".utf8) && RoutingText.contains(arn, ":targetgroup/"))
      else { continue }
      self(.noARN(arn), at: json.span(of: place, &self), in: object)
    }
  }
}

extension Finding.Message {
  fileprivate static let noTargets: Self = "the forward has no target groups"

  fileprivate static func tooMany(_ count: Int) -> Self {
    "the forward has \(count) target groups; AWS takes five at most"
  }

  fileprivate static func weight(_ weight: Int64) -> Self { "the weight \(weight) is outside AWS's range 0 to 999" }

  fileprivate static let allZero: Self = "all weights are 0, so that every request is answered with 503"

  fileprivate static func duration(_ duration: Int64) -> Self {
    "the stickiness of \(duration) seconds is outside AWS's range 1 to 604800"
  }

  fileprivate static let noDuration: Self = "group stickiness that is enabled needs durationSeconds"

  fileprivate static func noARN(_ text: String) -> Self {
    "\(GoText.quote(text)) is not the ARN of a target group; a name goes into targetGroupName"
  }
}
