extension LoadBalancer {
  /// Mirrors `LoadBalancerSpec` in `pkg/model/elbv2/load_balancer.go`.
  func write(to plan: inout some PlanSink) {
    plan.object { plan in
      plan.member("name", name)
      plan.member("type", type.rawValue)
      plan.member("scheme", scheme)
      plan.member("ipAddressType", ipAddressType)
      plan.member("enablePrefixForIpv6SourceNat", ifPresent: enablePrefixForIPv6SourceNAT)
      plan.list("subnetMapping", unlessEmpty: subnetMappings) { $1.write(to: &$0) }
      plan.list("securityGroups", unlessEmpty: securityGroups) { $0.planned($1) }
      plan.member("securityGroupsInboundRulesOnPrivateLink", ifPresent: securityGroupsInboundRulesOnPrivateLink)
      plan.member("customerOwnedIPv4Pool", ifPresent: customerOwnedIPv4Pool)
      plan.member(attributes: attributes, as: "loadBalancerAttributes")
      if let minimumCapacityUnits {
        plan.object("minimumLoadBalancerCapacity") { $0.member("capacityUnits", minimumCapacityUnits) }
      }
      plan.member(tags: tags)
      plan.member("ipv4IPAMPool", ifPresent: ipv4IPAMPool)
    }
  }
}

extension LoadBalancer.SubnetMapping {
  fileprivate func write(to plan: inout some PlanSink) {
    plan.object { plan in
      plan.member("allocationID", ifPresent: allocationID)
      plan.member("privateIPv4Address", ifPresent: privateIPv4Address)
      plan.member("ipv6Address", ifPresent: ipv6Address)
      plan.member("sourceNatIpv6Prefix", ifPresent: sourceNATIPv6Prefix)
      plan.member("subnetID", subnetID)
    }
  }
}
