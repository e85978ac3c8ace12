import LoadBalancerModel
import Manifests

extension LintRule {
  package static let internalBesideScheme = LintRule(
    id: "internal-beside-scheme",
    summary: "The old annotation aws-load-balancer-internal stands beside aws-load-balancer-scheme.",
    rationale:
      "The scheme wins and the old annotation is not read: where the two disagree, a load balancer that was meant "
      + "to be internal is reachable from the internet, or the other way round.",
    remedy: "Keep aws-load-balancer-scheme only.",
    severity: .warning, mistakes: ["M108"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-internal: \"true\"", scheme: "internet-facing"),
        marks: ["service.beta.kubernetes.io/aws-load-balancer-internal"],
        fixed: SampleManifest.loadBalancer(scheme: "internet-facing")),
      Example(
        SampleManifest.loadBalancer("dns", "service.beta.kubernetes.io/aws-load-balancer-internal: \"true\""),
        marks: ["service.beta.kubernetes.io/aws-load-balancer-internal"], fixed: SampleManifest.loadBalancer()),
    ],
    accepted: [Example(SampleManifest.loadBalancer())],
    check: .services { subject, _, report in
      guard subject.isHandled, let old = subject.annotations.annotation(AnnotationDefinition.Service.isInternal),
        let scheme = subject.annotations.annotation(AnnotationDefinition.Service.scheme),
        !scheme.value.value.holdsPlaceholder
      else { return }
      // Any text meant internal to the old provider, but for the empty one and those that say no.
      let meantInternal = !old.value.value.isEmpty && GoText.parseBool(old.value.value) != false
      let agrees = meantInternal == (scheme.value.value == LoadBalancerScheme.internal.rawValue)
      let edit = report.editor(for: old.key.span)?.deleteEntry(old)
      report(
        .internalBesideScheme(scheme.value.value, agrees: agrees), at: old.key.span, in: subject.object,
        severity: agrees ? .info : meantInternal ? .error : .warning,
        notes: [Finding.Note(.note, "this counts", at: scheme.value.span)],
        fix: edit.map { Finding.Fix("remove it", agrees ? .safe : .unsafe, edits: [$0]) })
    })
}

extension Finding.Message {
  fileprivate static func internalBesideScheme(_ scheme: String, agrees: Bool) -> Self {
    agrees
      ? "this is not read: aws-load-balancer-scheme says the same"
      : "this is not read: aws-load-balancer-scheme makes the load balancer \(scheme)"
  }
}
