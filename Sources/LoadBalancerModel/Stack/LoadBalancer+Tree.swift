extension LoadBalancer {
  /// Mirrors `LoadBalancerSpec` in `pkg/model/elbv2/load_balancer.go`.
  var tree: PlanNode {
    var spec = PlanObject()
    spec.add("name", .planned(name))
    spec.add("type", type.rawValue)
    spec.add("scheme", .planned(scheme))
    spec.add("ipAddressType", .planned(ipAddressType))
    spec.add("enablePrefixForIpv6SourceNat", ifPresent: enablePrefixForIPv6SourceNAT.map { .planned($0) })
    if subnetMappings.known?.isEmpty != true {
      spec.add("subnetMapping", .planned(subnetMappings) { PlanNode(.list($0.map(\.tree))) })
    }
    if securityGroups.known?.isEmpty != true {
      spec.add("securityGroups", .planned(securityGroups) { PlanNode(.list($0.map { .planned($0) })) })
    }
    spec.add(
      "securityGroupsInboundRulesOnPrivateLink",
      ifPresent: securityGroupsInboundRulesOnPrivateLink.map { .planned($0) })
    spec.add("customerOwnedIPv4Pool", ifPresent: customerOwnedIPv4Pool.map { .planned($0) })
    spec.add(attributes: attributes, as: "loadBalancerAttributes")
    spec.add(
      "minimumLoadBalancerCapacity",
      ifPresent: minimumCapacityUnits.map { units in
        var capacity = PlanObject()
        capacity.add("capacityUnits", .planned(units))
        return capacity.node
      })
    spec.add(tags: tags)
    spec.add("ipv4IPAMPool", ifPresent: ipv4IPAMPool.map { .planned($0) })
    return spec.node
  }
}

extension LoadBalancer.SubnetMapping {
  fileprivate var tree: PlanNode {
    var mapping = PlanObject()
    mapping.add("allocationID", ifPresent: allocationID.map { .planned($0) })
    mapping.add("privateIPv4Address", ifPresent: privateIPv4Address.map { .planned($0) })
    mapping.add("ipv6Address", ifPresent: ipv6Address.map { .planned($0) })
    mapping.add("sourceNatIpv6Prefix", ifPresent: sourceNATIPv6Prefix.map { .planned($0) })
    mapping.add("subnetID", .planned(subnetID))
    return mapping.node
  }
}
