import LoadBalancerModel
import Manifests

extension LintRule {
  package static let ipTargetsDisabled = LintRule(
    id: "ip-targets-disabled",
    summary: "The targets are to be pods, which this controller is told not to register.",
    rationale: "The feature gate EnableIPTargetType is off; the controller then refuses the target type ip.",
    remedy: "Use instance targets, or switch the feature gate on.",
    severity: .error, refusals: ["ip-targets-disabled"],
    flagged: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/target-type: ip"),
        context: "controller: {featureGates: {EnableIPTargetType: false}}", marks: ["ip"])
    ],
    accepted: [Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/target-type: ip"))],
    check: .stacks { outcome, context, report in
      guard !context.controller.featureGates[.enableIPTargetType] else { return }
      for use in outcome.targetUses {
        guard let type = use.targetType, type.known == .ip, let span = type.origin.spans.first
        else {
          continue
        }
        report(.ipTargetsDisabled, at: span, in: outcome.carrier(at: span))
      }
    })
}

extension Finding.Message {
  fileprivate static let ipTargetsDisabled: Self = "the feature gate EnableIPTargetType is off: pods cannot be targets"
}
