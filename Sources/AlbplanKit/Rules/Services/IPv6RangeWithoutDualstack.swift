import LoadBalancerModel
import Manifests

extension LintRule {
  package static let ipv6RangeWithoutDualstack = LintRule(
    id: "ipv6-range-without-dualstack",
    summary: "An IPv6 source range stands at a load balancer that has IPv4 only.",
    rationale: "The controller refuses the Service: clients with IPv6 addresses cannot reach a load balancer of the "
      + "address type ipv4.",
    remedy: "Set aws-load-balancer-ip-address-type: dualstack, or remove the range.",
    severity: .error, mistakes: ["M121"], refusals: ["ipv6-range-without-dualstack"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          spec: "loadBalancerSourceRanges: [10.0.0.0/8, \"2001:db8::/32\"]\nports: [{port: 53}]"),
        marks: ["\"2001:db8::/32\""])
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-ip-address-type: dualstack",
          spec: "loadBalancerSourceRanges: [10.0.0.0/8, \"2001:db8::/32\"]\nports: [{port: 53}]"))
    ],
    check: .stacks { outcome, context, report in
      guard case .service(let service) = outcome.owner, outcome.isIPv4Only,
        service.hasManagedSecurityGroup(context.controller)
      else { return }
      for range in service.effectiveSourceRanges where range.value.utf8.contains(UInt8(ascii: ":")) {
        report(.ipv6Range(range.value), at: range.span, in: "Service \(service.metadata.objectName)")
      }
    })
}

extension Service {
  /// The source ranges that count: those of the spec, else those of the annotation.
  var effectiveSourceRanges: [Located<String>] {
    guard loadBalancerSourceRanges.isEmpty else { return loadBalancerSourceRanges }
    return metadata.annotations[AnnotationDefinition.Service.loadBalancerSourceRanges.key]?.items ?? []
  }

  /// Its own groups are named for the load balancer.
  var namesSecurityGroups: Bool {
    metadata.annotations[AnnotationDefinition.Service.securityGroups.key]?.items.isEmpty == false
  }

  /// The load balancer is to have no security group.
  func declinesSecurityGroup(_ controller: ControllerConfiguration) -> Bool {
    !controller.featureGates[.nlbSecurityGroup]
      || (try? AnnotationReader(metadata.annotations).bool(AnnotationDefinition.Service.disableNLBSG))??.known == true
  }

  /// The controller manages a security group for the load balancer, as far as manifests tell.
  func hasManagedSecurityGroup(_ controller: ControllerConfiguration) -> Bool {
    !namesSecurityGroups && !declinesSecurityGroup(controller)
  }
}

extension Finding.Message {
  fileprivate static func ipv6Range(_ range: String) -> Self {
    "the load balancer has IPv4 addresses only; the controller refuses the IPv6 range \(range)"
  }
}
