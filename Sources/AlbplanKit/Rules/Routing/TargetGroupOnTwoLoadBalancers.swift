import LoadBalancerModel
import Manifests

extension LintRule {
  package static let targetGroupOnTwoLoadBalancers = LintRule(
    id: "target-group-on-two-load-balancers",
    summary: "Two load balancers forward to the same existing target group.",
    rationale: "A target group belongs to one load balancer: AWS refuses the second with TargetGroupAssociationLimit.",
    remedy: "Make a target group of its own for each load balancer, or put the Ingresses into one group.",
    severity: .error, mistakes: ["M080"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: a
          annotations:
            alb.ingress.kubernetes.io/actions.legacy: '{"type": "forward", "targetGroupName": "legacy"}'
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: legacy, port: {name: use-annotation}}}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: b
          annotations:
            alb.ingress.kubernetes.io/actions.old: '{"type": "forward", "targetGroupName": "legacy"}'
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: old, port: {name: use-annotation}}}
        """,
        marks: ["\"legacy\""])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: a
        annotations:
          alb.ingress.kubernetes.io/group.name: shop
          alb.ingress.kubernetes.io/actions.legacy: '{"type": "forward", "targetGroupName": "legacy"}'
      spec:
        ingressClassName: alb
        rules:
          - http:
              paths:
                - {path: /a, pathType: Prefix, backend: {service: {name: legacy, port: {name: use-annotation}}}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: b
        annotations:
          alb.ingress.kubernetes.io/group.name: shop
          alb.ingress.kubernetes.io/actions.old: '{"type": "forward", "targetGroupName": "legacy"}'
      spec:
        ingressClassName: alb
        rules:
          - http:
              paths:
                - {path: /b, pathType: Prefix, backend: {service: {name: old, port: {name: use-annotation}}}}
      """
    ],
    check: .inputHolding([AnnotationDefinition.Ingress.actions]) { context, report in
      // By what is written, the name or the ARN: the group that has it first, and where.
      var owners: [String: (group: IngressGroupID, span: SourceSpan)] = [:]
      context.forEachMember { member, group in
        guard !member.annotations(of: AnnotationDefinition.Ingress.actions).isEmpty else { return }
        for (_, json, action) in member.actionsInUse() where action.type == ActionConfiguration.forwardType {
          for place in json.targetGroups {
            guard let text = json.string(place), !text.isEmpty, !text.holdsPlaceholder else { continue }
            let span = json.span(of: place, &report)
            guard let owner = owners[text] else {
              owners[text] = (group, span)
              continue
            }
            guard owner.group != group else { continue }
            report(
              .shared(text, with: owner.group), at: span, in: "Ingress \(member.name)",
              notes: [Finding.Note(.note, "the other load balancer takes it here", at: owner.span)])
          }
        }
      }
    })
}

extension AnnotationJSON {
  /// The names and ARNs of existing target groups in a forward action.
  fileprivate var targetGroups: [Position] {
    ([root] + elements(value("forwardConfig", "targetGroups"))).flatMap { tuple in
      ["targetGroupARN", "targetGroupName"].compactMap { value($0, in: tuple) }
    }
  }
}

extension Finding.Message {
  fileprivate static func shared(_ targetGroup: String, with group: IngressGroupID) -> Self {
    "the target group \(targetGroup) is taken by the load balancer of IngressGroup \(group)"
  }
}
