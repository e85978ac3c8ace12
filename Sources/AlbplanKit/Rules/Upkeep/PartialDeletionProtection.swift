import LoadBalancerModel
import Manifests

extension LintRule {
  package static let partialDeletionProtection = LintRule(
    id: "partial-deletion-protection",
    summary: "Deletion protection guards only some members of a group.",
    rationale: "The controller refuses to delete an Ingress only when this very Ingress has the attribute in its "
      + "annotation; the attribute in IngressClassParams, or on another member, does not count. And a change of "
      + "scheme or group replaces the load balancer in spite of it.",
    remedy: "Put the attribute on every member.",
    severity: .info, mistakes: ["M148"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: a
          annotations:
            alb.ingress.kubernetes.io/group.name: shop
            alb.ingress.kubernetes.io/load-balancer-attributes: deletion_protection.enabled=true
        spec:
          ingressClassName: alb
          rules:
            - http: {paths: [{path: /a, pathType: Prefix, backend: {service: {name: a, port: {number: 80}}}}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: b
          annotations:
            alb.ingress.kubernetes.io/group.name: shop
        spec:
          ingressClassName: alb
          rules:
            - http: {paths: [{path: /b, pathType: Prefix, backend: {service: {name: b, port: {number: 80}}}}]}
        """,
        marks: ["b"])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: a
        annotations:
          alb.ingress.kubernetes.io/load-balancer-attributes: deletion_protection.enabled=true
      spec:
        ingressClassName: alb
        rules:
          - http: {paths: [{path: /a, pathType: Prefix, backend: {service: {name: a, port: {number: 80}}}}]}
      """
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result, case .ingressGroup(let group) = outcome.owner,
        let attribute = stack.loadBalancers.first?.attributes.first(where: { $0.key == key }),
        attribute.value.known == "true"
      else { return }
      for member in group.members where !member.isProtected {
        report(
          "deletion protection of the load balancer does not keep this Ingress from being deleted",
          at: member.ingress.metadata.name.span, in: "Ingress \(member.name)",
          notes: attribute.value.origin.spans.first.map { [Finding.Note(.note, "the protection", at: $0)] } ?? [])
      }
    })

  fileprivate static let key = "deletion_protection.enabled"
}

extension IngressGroupMember {
  /// Its own annotation turns deletion protection on.
  fileprivate var isProtected: Bool {
    guard let annotation = annotations[AnnotationDefinition.Ingress.loadBalancerAttributes.key],
      let pairs = try? AnnotationReader.stringMap(annotation).known
    else { return false }
    return pairs[LintRule.key] == "true"
  }
}
