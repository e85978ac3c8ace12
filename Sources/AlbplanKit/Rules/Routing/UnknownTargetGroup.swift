import LoadBalancerModel

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
        marks: [#"'{"type": "forward", "targetGroupName": "legacy"}'"#])
    ],
    accepted: [], check: .refusalsOnly)
}
