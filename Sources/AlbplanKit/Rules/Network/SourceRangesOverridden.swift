import LoadBalancerModel
import Manifests

extension LintRule {
  package static let sourceRangesOverridden = LintRule(
    id: "source-ranges-overridden",
    summary: "A Service has source ranges in its spec and others in an annotation, which is then not read.",
    rationale: "spec.loadBalancerSourceRanges replaces the annotation load-balancer-source-ranges; the two are not put "
      + "together.",
    remedy: "Write all ranges into spec.loadBalancerSourceRanges.",
    severity: .warning, mistakes: ["M118"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/load-balancer-source-ranges: 192.168.0.0/16",
          spec: "loadBalancerSourceRanges: [10.0.0.0/8]\nports: [{port: 53}]"),
        marks: ["service.beta.kubernetes.io/load-balancer-source-ranges"])
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/load-balancer-source-ranges: 10.0.0.0/8",
          spec: "loadBalancerSourceRanges: [10.0.0.0/8]\nports: [{port: 53}]"))
    ],
    check: .services { subject, context, report in
      guard subject.isHandled, subject.service.hasManagedSecurityGroup(context.controller),
        let range = subject.service.loadBalancerSourceRanges.first,
        let annotation = subject.annotations.annotation(AnnotationDefinition.Service.loadBalancerSourceRanges)
      else { return }
      let written = Set(annotation.items.map(\.value))
      guard !written.isEmpty, written != Set(subject.service.loadBalancerSourceRanges.map(\.value)) else { return }
      report(
        .sourceRangesOverridden, at: annotation.key.span, in: subject.object,
        notes: [Finding.Note(.note, "these count", at: range.span)])
    })
}

extension Finding.Message {
  fileprivate static let sourceRangesOverridden: Self =
    "these ranges are not read: spec.loadBalancerSourceRanges replaces them"
}
