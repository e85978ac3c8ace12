import LoadBalancerModel
import Manifests

extension LintRule {
  package static let incompleteAction = LintRule(
    id: "incomplete-action",
    summary: "An action has an unknown type, or lacks what belongs to its type.",
    rationale: "The controller refuses the whole IngressGroup: an action needs the configuration of its type, a "
      + "forward needs targets, and each target is either a Service with a port or an existing target group "
      + "(Action.validate in pkg/ingress/config_types.go).",
    remedy: "Complete the action as the finding says.",
    severity: .error, mistakes: ["M076"], refusals: ["invalid-action", "unknown-action-type"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/actions.a: '{"type": "forward"}'
            alb.ingress.kubernetes.io/actions.b: '{"type": "Redirect", "redirectConfig": {"statusCode": "HTTP_301"}}'
            alb.ingress.kubernetes.io/actions.c: |
              {"type": "forward", "forwardConfig": {"targetGroups": [{"serviceName": "c"}]}}
            alb.ingress.kubernetes.io/actions.d: |
              {"type": "forward", "forwardConfig": {"targetGroups": [
                {"serviceName": "a", "servicePort": 80, "weight": 50},
                {"serviceName": "b", "servicePort": 80}
              ]}}
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - {path: /a, pathType: Prefix, backend: {service: {name: a, port: {name: use-annotation}}}}
                  - {path: /b, pathType: Prefix, backend: {service: {name: b, port: {name: use-annotation}}}}
                  - {path: /c, pathType: Prefix, backend: {service: {name: c, port: {name: use-annotation}}}}
                  - {path: /d, pathType: Prefix, backend: {service: {name: d, port: {name: use-annotation}}}}
        """,
        marks: [
          #"{"type": "forward"}"#, "\"Redirect\"", #"{"serviceName": "c"}"#,
          #"{"serviceName": "b", "servicePort": 80}"#,
        ])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/actions.d: |
            {"type": "forward", "forwardConfig": {"targetGroups": [
              {"serviceName": "a", "servicePort": 80, "weight": 50},
              {"serviceName": "b", "servicePort": "http", "weight": 50}
            ]}}
      spec:
        ingressClassName: alb
        rules:
          - http:
              paths:
                - {path: /d, pathType: Prefix, backend: {service: {name: d, port: {name: use-annotation}}}}
      """
    ],
    check: .ingresses(with: [AnnotationDefinition.Ingress.actions]) { subject, _, report in
      for (_, json, action) in subject.member.actionsInUse() {
        do throws(BuildFailure) {
          try action.validate()
        } catch {
          let place = json.culprit(of: error, in: action)
          // What is missing is there under another name, which another rule tells.
          guard !json.misspellsKey(below: place, of: .structure(ActionConfiguration.schema)) else { continue }
          var fix: Finding.Fix?
          var nearest: String?
          if error.code == "unknown-action-type" {
            nearest = NearestName.of(
              action.type,
              among: [
                ActionConfiguration.forwardType, ActionConfiguration.redirectType,
                ActionConfiguration.fixedResponseType,
              ])
            if let nearest, let edit = json.value("type").flatMap({ json.replace($0, with: nearest, &report) }) {
              let isOnlyCase = nearest == action.type.lowercased()
              fix = Finding.Fix("write \(nearest)", isOnlyCase ? .safe : .unsafe, edits: [edit])
            }
          }
          report(
            .refused(error, nearest: nearest), at: json.span(of: place, &report), in: subject.object,
            notes: [Finding.Note(.help, FailureAdvice.text(for: error.code))], fix: fix)
        }
      }
    })
}

extension AnnotationJSON {
  /// The value that makes the controller refuse the action.
  fileprivate func culprit(of failure: BuildFailure, in action: ActionConfiguration) -> Position {
    if failure.code == "unknown-action-type" { return value("type") ?? root }
    switch action.type {
    case ActionConfiguration.redirectType: return value("redirectConfig") ?? root
    case ActionConfiguration.fixedResponseType: return value("fixedResponseConfig") ?? root
    default:
      let targets = action.forward?.targetGroups ?? []
      let positions = elements(value("forwardConfig", "targetGroups"))
      guard targets.count == positions.count, action.targetGroupARN == nil, action.targetGroupName == nil else {
        return value("forwardConfig") ?? root
      }
      for (target, position) in zip(targets, positions) where target.isIncomplete { return position }
      for (target, position) in zip(targets, positions) where target.weight == nil { return position }
      return root
    }
  }
}

extension TargetGroupTuple {
  /// It is neither a Service with a port nor an existing target group, or it is both.
  fileprivate var isIncomplete: Bool {
    let namesTargetGroup = targetGroupARN != nil || targetGroupName != nil
    return namesTargetGroup == (serviceName != nil) || serviceName != nil && servicePort == nil
  }
}

extension Finding.Message {
  fileprivate static func refused(_ failure: BuildFailure, nearest: String?) -> Self {
    let hint = nearest.map { "; did you mean \($0)?" } ?? ""
    return "the action is refused: \(failure.message)\(hint)"
  }
}
