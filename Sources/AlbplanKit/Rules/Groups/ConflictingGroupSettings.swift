package import LoadBalancerModel
import Manifests

extension LintRule {
  package static let conflictingGroupSettings = LintRule(
    id: "conflicting-group-settings",
    summary: "Members of an IngressGroup give a setting of their common load balancer different values.",
    rationale:
      "The members share one load balancer. Where two of them contradict each other the controller refuses the "
      + "whole group: no member gets its changes any more, not even new targets "
      + "(pkg/ingress/model_build_load_balancer.go).",
    remedy: "Make the setting on one member only, or in IngressClassParams, or give all members the same value.",
    severity: .error, mistakes: ["M034", "M040"],
    refusals: [
      "conflicting-scheme", "conflicting-ip-address-type", "conflicting-subnets", "conflicting-security-groups",
      "conflicting-manage-backend-security-group-rules", "conflicting-customer-owned-ipv4-pool",
      "conflicting-load-balancer-attributes", "conflicting-tags", "conflicting-load-balancer-name",
      "conflicting-capacity", "conflicting-ipam-pools", "conflicting-ssl-redirect", "conflicting-web-acls",
      "conflicting-shield-protection", "conflicting-enable-frontend-nlb", "conflicting-elastic-ips",
      "conflicting-frontend-nlb-tags", "conflicting-frontend-nlb-attributes",
    ],
    flagged: [
      Example(
        pair(
          "alb.ingress.kubernetes.io/scheme: internal\nalb.ingress.kubernetes.io/tags: Env=dev,Team=a",
          "alb.ingress.kubernetes.io/scheme: internet-facing\nalb.ingress.kubernetes.io/tags: Env=prod,Team=a"),
        marks: ["internet-facing", "prod"]),
      Example(
        pair(
          "alb.ingress.kubernetes.io/security-groups: sg-0123456789abcdef0,sg-0123456789abcdef1",
          "alb.ingress.kubernetes.io/security-groups: sg-0123456789abcdef1,sg-0123456789abcdef0"),
        marks: ["sg-0123456789abcdef1,sg-0123456789abcdef0"]),
      Example(
        pair(
          "alb.ingress.kubernetes.io/load-balancer-attributes: idle_timeout.timeout_seconds=60",
          "alb.ingress.kubernetes.io/load-balancer-attributes: idle_timeout.timeout_seconds=90"),
        marks: ["90"]),
    ],
    accepted: [
      // A member that does not make the setting agrees with everything; the order of subnets does not matter.
      Example(
        pair(
          """
          alb.ingress.kubernetes.io/scheme: internal
          alb.ingress.kubernetes.io/subnets: subnet-0123456789abcdef0,subnet-0123456789abcdef1
          alb.ingress.kubernetes.io/tags: Env=dev
          """,
          """
          alb.ingress.kubernetes.io/subnets: subnet-0123456789abcdef1,subnet-0123456789abcdef0
          alb.ingress.kubernetes.io/tags: Team=a
          """))
    ],
    check: .stacks { outcome, context, report in
      guard case .ingressGroup(let group) = outcome.owner, group.members.count > 1 else { return }
      for setting in ExclusiveSetting.all {
        let statements = setting.statements(group, context.world)
        guard statements.count > 1 else { continue }
        var agreements: [String: GroupAgreement] = [:]
        for statement in statements { agreements[statement.key, default: GroupAgreement()].add(statement) }
        for (key, agreement) in agreements where agreement.isBroken {
          report(conflict: agreement, about: key.isEmpty ? setting.name : "\(setting.name) \(key)", in: group)
        }
      }
    })

  /// What the rule compares.
  package static var annotationsOfConflictingGroupSettings: [AnnotationDefinition] {
    ExclusiveSetting.all.flatMap(\.definitions)
  }

  /// Two members of a group with these annotations.
  static func pair(_ first: String, _ second: String) -> String {
    let group = "alb.ingress.kubernetes.io/group.name: shared\n"
    return SampleManifest.file(
      ListenerSample.ingress(group + first, name: "first"),
      ListenerSample.ingress(group + second, name: "second", spec: ListenerSample.paths("second.example.com")))
  }
}
