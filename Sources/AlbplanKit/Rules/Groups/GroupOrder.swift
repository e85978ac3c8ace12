import LoadBalancerModel
import Manifests

extension LintRule {
  package static let groupOrderOutOfRange = LintRule(
    id: "group-order-out-of-range",
    summary: "The annotation group.order is not between -1000 and 1000.",
    rationale: "The controller checks the order before anything else and stops the whole group, or the Ingress's own "
      + "load balancer if it is in no group (pkg/ingress/group_loader.go).",
    remedy: "Use a whole number between -1000 and 1000; lower numbers come first.",
    severity: .error, mistakes: ["M042"], refusals: ["group-order-out-of-range"],
    flagged: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/group.name: shared
          alb.ingress.kubernetes.io/group.order: "5000"
          """),
        marks: ["\"5000\""])
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/group.name: shared
          alb.ingress.kubernetes.io/group.order: "-1000"
          """))
    ],
    check: .values(of: [AnnotationDefinition.Ingress.groupOrder]) { subject, _, report in
      guard subject.handledIngress != nil, let order: Int32 = try? GoText.parseInteger(subject.value),
        !(-1000...1000).contains(order)
      else { return }
      report(.outOfRange(order), at: subject.annotation.value.span, in: subject.object)
    })

  package static let groupOrderWithoutGroup = LintRule(
    id: "group-order-without-group",
    summary: "The annotation group.order is on an Ingress that is in no IngressGroup.",
    rationale:
      "The order places a member among others. Without group.name, in the Ingress or in the IngressClassParams, "
      + "the Ingress has a load balancer of its own and nothing to be ordered with.",
    remedy: "Add group.name, or remove group.order.",
    severity: .warning, mistakes: ["M042"],
    flagged: [
      Example(
        SampleManifest.file(
          ListenerSample.ingress("alb.ingress.kubernetes.io/group.order: \"10\""), ListenerSample.ingressClass),
        marks: ["alb.ingress.kubernetes.io/group.order"])
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/group.name: shared
          alb.ingress.kubernetes.io/group.order: "10"
          """)),
      // The class may put it into a group.
      Example(ListenerSample.ingress("alb.ingress.kubernetes.io/group.order: \"10\"")),
    ],
    check: .values(of: [AnnotationDefinition.Ingress.groupOrder]) { subject, _, report in
      guard let ingress = subject.handledIngress, case .member(of: .implicit) = ingress.handling,
        !ingress.member.hasAssumedClass
      else { return }
      report(.noGroup, at: subject.annotation.key.span, in: subject.object)
    })
}

extension Finding.Message {
  fileprivate static func outOfRange(_ order: Int32) -> Self { "the order \(order) is not between -1000 and 1000" }
  fileprivate static let noGroup: Self = "group.order does nothing: the Ingress is in no group"
}
