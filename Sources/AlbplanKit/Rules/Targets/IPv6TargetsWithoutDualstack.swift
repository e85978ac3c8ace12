import LoadBalancerModel
import Manifests

extension LintRule {
  package static let ipv6TargetsWithoutDualstack = LintRule(
    id: "ipv6-targets-without-dualstack",
    summary: "A Service has an IPv6 address family, but its load balancer has IPv4 only.",
    rationale: "Any IPv6 entry in spec.ipFamilies makes the target group one for IPv6, and the controller refuses such "
      + "a group behind a load balancer of the address type ipv4, which is the default.",
    remedy: "Set ip-address-type to dualstack, or let spec.ipFamilies of the Service hold IPv4 only.",
    severity: .error, mistakes: ["M101"], refusals: ["ipv6-targets-without-dualstack"],
    flagged: [
      Example(
        SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/target-type: ip"),
          SampleManifest.service(
            spec: """
              ipFamilyPolicy: PreferDualStack
              ipFamilies: [IPv4, IPv6]
              selector: {app: web}
              ports: [{port: 80}]
              """)), marks: ["IPv6"]),
      Example(
        SampleManifest.loadBalancer(spec: "ipFamilyPolicy: SingleStack\nipFamilies: [IPv6]\nports: [{port: 53}]"),
        marks: ["IPv6"]),
    ],
    accepted: [
      Example(
        SampleManifest.file(
          SampleManifest.ingress(
            "web",
            """
            alb.ingress.kubernetes.io/target-type: ip
            alb.ingress.kubernetes.io/ip-address-type: dualstack
            """),
          SampleManifest.service(
            spec: """
              ipFamilyPolicy: PreferDualStack
              ipFamilies: [IPv4, IPv6]
              selector: {app: web}
              ports: [{port: 80}]
              """)))
    ],
    check: .stacks { outcome, context, report in
      guard outcome.isIPv4Only else { return }
      for use in outcome.targetUses {
        guard let family = use.service?.ipv6Family else { continue }
        var notes: [Finding.Note] = []
        if use.member != nil, let place = use.ports.first?.span {
          notes.append(Finding.Note(.note, "\(use.object) sends requests to it", at: place))
        }
        report(
          .ipv6TargetsWithoutDualstack(use.serviceObject), at: family.span, in: use.serviceObject, notes: notes)
      }
    })
}

extension StackSubject {
  /// Nobody asks for an address type with IPv6, nor for one that is misspelt.
  var hasIPv4Only: Bool {
    switch owner {
    case .service(let service):
      let text = service.metadata.annotations[AnnotationDefinition.Service.ipAddressType.key]?.value.value
      return text == nil || text == LoadBalancerIPAddressType.ipv4.rawValue
    case .ingressGroup(let group):
      return group.members.allSatisfy { member in
        let text =
          member.classParameters?.ipAddressType?.value
          ?? member.annotations[AnnotationDefinition.Ingress.ipAddressType.key]?.value.value
        return text == nil || text == LoadBalancerIPAddressType.ipv4.rawValue
      }
    }
  }
}

extension Finding.Message {
  fileprivate static func ipv6TargetsWithoutDualstack(_ service: String) -> Self {
    "\(service) has IPv6 addresses, but its load balancer has the address type ipv4"
  }
}
