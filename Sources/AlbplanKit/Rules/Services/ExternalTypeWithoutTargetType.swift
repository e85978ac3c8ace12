import LoadBalancerModel
import Manifests

extension LintRule {
  package static let externalTypeWithoutTargetType = LintRule(
    id: "external-type-without-target-type",
    summary: "A Service has the type external, but no target type that the controller takes.",
    rationale: "external keeps the cloud provider away. The controller takes the Service only if "
      + "aws-load-balancer-nlb-target-type is exactly ip or instance, or if it has the controller's class: without the "
      + "webhook, and for Services from before, nobody makes a load balancer. With it a new Service gets instance "
      + "targets.",
    remedy:
      "Add aws-load-balancer-nlb-target-type: ip (or instance), or set spec.loadBalancerClass: service.k8s.aws/nlb.",
    severity: .warning, mistakes: ["M105"],
    flagged: [
      Example(
        SampleManifest.service(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-type: external
          service.beta.kubernetes.io/aws-load-balancer-scheme: internal
          """, spec: "type: LoadBalancer\nselector: {app: dns}\nports: [{port: 53}]"), marks: ["external"],
        fixed: SampleManifest.service(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-type: external
          service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip
          service.beta.kubernetes.io/aws-load-balancer-scheme: internal
          """, spec: "type: LoadBalancer\nselector: {app: dns}\nports: [{port: 53}]")),
      Example(
        SampleManifest.service(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-type: external
          service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: pod
          service.beta.kubernetes.io/aws-load-balancer-scheme: internal
          """, spec: "type: LoadBalancer\nselector: {app: dns}\nports: [{port: 53}]"),
        context: "controller: {serviceMutatorWebhook: false}", marks: ["pod"]),
    ],
    accepted: [
      Example(
        SampleManifest.service(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-type: external
          service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip
          service.beta.kubernetes.io/aws-load-balancer-scheme: internal
          """, spec: "type: LoadBalancer\nselector: {app: dns}\nports: [{port: 53}]")),
      Example(SampleManifest.loadBalancer("dns", "service.beta.kubernetes.io/aws-load-balancer-type: external")),
    ],
    check: .services { subject, _, report in
      guard let type = subject.annotations.annotation(AnnotationDefinition.Service.type),
        type.value.value == "external", subject.service.isLoadBalancer
      else { return }
      let targetType = subject.annotations.annotation(AnnotationDefinition.Service.nlbTargetType)
      guard !["ip", "instance"].contains(targetType?.value.value), targetType?.value.value.holdsPlaceholder != true
      else { return }
      let isHandled: Bool
      switch subject.classification.reason {
      case .classSetByWebhook: isHandled = true
      case .typeAnnotation: isHandled = false
      default: return
      }
      // A misspelt word is another rule's, unless it leaves the Service to nobody.
      guard targetType == nil || !isHandled else { return }
      let edit =
        if let targetType {
          report.editor(for: targetType.value.span)?.replaceValue(targetType.value, with: "ip")
        } else {
          report.editor(for: type.key.span)?.insert(
            AnnotationDefinition.Service.nlbTargetType.key, "ip", after: type)
        }
      report(
        .externalTypeWithoutTargetType(targetType?.value.value, isHandled: isHandled),
        at: targetType?.value.span ?? type.value.span, in: subject.object, severity: isHandled ? .warning : .error,
        fix: edit.map { Finding.Fix("use ip targets", .unsafe, edits: [$0]) })
    })
}

extension Finding.Message {
  fileprivate static func externalTypeWithoutTargetType(_ word: String?, isHandled: Bool) -> Self {
    let cause =
      word.map { "\(GoText.quote($0)) is no target type" } ?? "the type external needs a target type, ip or instance"
    return isHandled
      ? "\(cause): a new Service gets instance targets, and for an old one nobody makes a load balancer"
      : "\(cause): neither the controller nor the cloud provider makes a load balancer"
  }
}
