import LoadBalancerModel

/// Refusals on classes, and what webhooks deny.
extension LintRule {
  package static let namespaceOutsideClass = LintRule(
    id: "namespace-outside-class",
    summary: "The IngressClassParams of an Ingress's class do not select its namespace.",
    rationale:
      "Such an Ingress is let in by the webhook and is then in no group: nothing is built for it, and only an event "
      + "FailedLoadGroupID tells.",
    remedy: "Give the Namespace the labels that the selector asks for, or widen the selector.",
    severity: .error, mistakes: ["M022"],
    refusals: ["namespace-not-selected", "namespace-not-found", "malformed-namespace-selector"],
    flagged: [
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: default
          labels: {team: web}
        ---
        \(withClass(
          parameters: "{namespaceSelector: {matchLabels: {team: shop}}}", "alb.ingress.kubernetes.io/target-type: ip"))
        """)
    ],
    accepted: [], check: .refusalsOnly)

  package static let deniedClassParameters = LintRule(
    id: "denied-class-parameters",
    summary: "The controller's webhook denies the IngressClassParams.",
    rationale:
      "It checks that inboundCIDRs are address ranges without host bits and that subnets have either ids or tags, "
      + "each once (webhooks/elbv2/ingressclassparams_validator.go).",
    remedy: "Correct the marked value.",
    severity: .error, mistakes: ["M129"], refusals: ["class-parameters-denied"],
    flagged: [
      Example(
        """
        apiVersion: elbv2.k8s.aws/v1beta1
        kind: IngressClassParams
        metadata:
          name: alb
        spec:
          inboundCIDRs: [10.0.0.1/8]
        """,
        marks: ["10.0.0.1/8"])
    ],
    accepted: [], check: .refusalsOnly)

  package static let forbiddenAnnotation = LintRule(
    id: "forbidden-annotation",
    summary: "The controller's flags forbid an annotation that is written.",
    rationale:
      "With --disable-ingress-class-annotation or --disable-ingress-group-name-annotation the webhook denies every new "
      + "Ingress that has the annotation.",
    remedy: "Write spec.ingressClassName, or the group's name in IngressClassParams.",
    severity: .error, refusals: ["class-annotation-forbidden", "group-name-annotation-forbidden"],
    flagged: [
      Example(
        ingress("alb.ingress.kubernetes.io/group.name: shop"),
        context: "controller: {flags: {disable-ingress-group-name-annotation: true}}",
        marks: ["alb.ingress.kubernetes.io/group.name"])
    ],
    accepted: [], check: .refusalsOnly)

  package static let deletionProtection = LintRule(
    id: "deletion-protection",
    summary: "An Ingress is being deleted and still asks for deletion protection.",
    rationale: "The controller keeps the load balancer, and with it the Ingress, until the attribute is off.",
    remedy: "Set deletion_protection.enabled=false and let the controller apply it before the Ingress is deleted.",
    severity: .error, refusals: ["deletion-protection"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: old
          deletionTimestamp: "2026-01-31T12:00:00Z"
          finalizers: [group.ingress.k8s.aws/shop]
          annotations:
            alb.ingress.kubernetes.io/group.name: shop
            alb.ingress.kubernetes.io/load-balancer-attributes: deletion_protection.enabled=true
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: old, port: {number: 80}}}
        ---
        \(ingress("alb.ingress.kubernetes.io/group.name: shop"))
        """)
    ],
    accepted: [], check: .refusalsOnly)
}
