import LoadBalancerModel
import Manifests

extension LintRule {
  package static let ipv6SourcesIgnored = LintRule(
    id: "ipv6-sources-ignored",
    summary: "IPv6 source ranges stand at a load balancer that has IPv4 only.",
    rationale:
      "The controller leaves them out without a word. Where a list holds no other ranges, the managed security "
      + "group has no rule at all and nobody can connect.",
    remedy: "Set ip-address-type: dualstack, or write IPv4 ranges.",
    severity: .warning, mistakes: ["M129"],
    flagged: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/inbound-cidrs: 10.0.0.0/8, 2001:db8::/32"),
        marks: ["2001:db8::/32"]),
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/inbound-cidrs: 2001:db8::/32"),
        marks: ["2001:db8::/32"]),
    ],
    accepted: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/ip-address-type: dualstack
          alb.ingress.kubernetes.io/inbound-cidrs: 10.0.0.0/8, 2001:db8::/32
          """)),
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/inbound-cidrs: 0.0.0.0/0, ::/0")),
    ],
    check: .stacks { outcome, _, report in
      guard case .ingressGroup(let group) = outcome.owner, outcome.isIPv4Only,
        !group.members.contains(where: { $0.securityGroups != nil })
      else { return }
      for member in group.members where member.classParameters?.inboundCIDRs.isEmpty != false {
        guard let annotation = member.annotations[AnnotationDefinition.Ingress.inboundCIDRs.key] else { continue }
        let items = annotation.items
        let ignored = items.filter { $0.value.utf8.contains(UInt8(ascii: ":")) && CIDR($0.value) != nil }
        let isAll = ignored.count == items.count && !member.namesPrefixLists
        // Everyone, in both families, is what stands there by default too.
        guard let first = ignored.first, isAll || !items.contains(where: { $0.value == "0.0.0.0/0" }) else { continue }
        report(
          isAll ? .allSourcesIgnored : .ipv6SourceIgnored(first.value), at: first.span, in: "Ingress \(member.name)",
          severity: isAll ? .error : .warning)
      }
    })
}

extension IngressGroupMember {
  fileprivate var namesPrefixLists: Bool {
    annotations[AnnotationDefinition.Ingress.securityGroupPrefixLists.key]?.items.isEmpty == false
      || classParameters?.prefixListIDs.isEmpty == false || classParameters?.legacyPrefixListIDs.isEmpty == false
  }
}

extension Finding.Message {
  fileprivate static func ipv6SourceIgnored(_ range: String) -> Self {
    "\(range) is left out: the load balancer has IPv4 addresses only"
  }
  fileprivate static let allSourcesIgnored: Self =
    "nobody can connect: the load balancer has IPv4 addresses only, and all its sources are IPv6"
}
