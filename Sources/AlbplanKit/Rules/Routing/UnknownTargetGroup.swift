import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unknownTargetGroup = LintRule(
    id: "unknown-target-group",
    summary: "An action names a target group that the account does not have.",
    rationale: "The controller looks the name up in AWS and refuses the whole IngressGroup when there is none such "
      + "(pkg/shared_utils/target_group_arn_mapper.go). Which target groups there are is told by a context file.",
    remedy: "Name a target group of this account and region, or give its ARN as targetGroupARN.",
    severity: .error, mistakes: ["M076"], refusals: ["unknown-target-group"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/actions.legacy: '{"type": "forward", "targetGroupName": "legacy"}'
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: legacy, port: {name: use-annotation}}}
        """,
        context: "aws: {targetGroups: []}",
        marks: [#""legacy""#])
    ],
    accepted: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/actions.legacy: '{"type": "forward", "targetGroupName": "legacy"}'
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: legacy, port: {name: use-annotation}}}
        """,
        context: "aws: {targetGroups: [{name: legacy, arn: \(legacyARN)}]}")
    ],
    check: .ingresses(with: [AnnotationDefinition.Ingress.actions]) { subject, context, report in
      guard let known = context.world.aws.targetGroups else { return }
      let names = Set(known.map(\.name))
      for (_, json, action) in subject.member.actionsInUse() where action.type == ActionConfiguration.forwardType {
        let targets = json.elements(json.value("forwardConfig", "targetGroups"))
        for place in [json.value("targetGroupName")] + targets.map({ json.value("targetGroupName", in: $0) }) {
          guard let place, let name = json.string(place), !name.isEmpty, !names.contains(name) else { continue }
          let nearest = NearestName.of(name, among: known.map(\.name))
          report(.unknown(name, nearest: nearest), at: json.span(of: place, &report), in: subject.object)
        }
      }
    })

  private static let legacyARN =
    "\"arn:aws:elasticloadbalancing:us-west-2:111122223333:targetgroup/legacy/0123456789abcdef\""
}

extension Finding.Message {
  fileprivate static func unknown(_ name: String, nearest: String?) -> Self {
    "the account has no target group \(name)\(nearest.map { "; did you mean \($0)?" } ?? "")"
  }
}
