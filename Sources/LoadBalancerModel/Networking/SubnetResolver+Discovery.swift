import Manifests

/// One subnet per zone.
extension SubnetResolver {
  /// A subnet with fewer free addresses is passed over.
  private static let minimalAvailableIPAddressCount = 8

  /// `chooseAndValidateSubnetsPerAZ`: drops the subnets of other clusters, full ones, and those without IPv6 where it is
  /// needed; then takes one per zone, those of this cluster first, then by id. Sorted by id.
  func choosePerZone(
    _ candidates: [AWSFacts.Subnet], for request: Request, from origin: Origin
  ) throws(BuildFailure) -> Planned<[ResolvedSubnet]> {
    let clusterTag = clusterName.map { "kubernetes.io/cluster/\($0)" }
    func isOfThisCluster(_ subnet: AWSFacts.Subnet) -> Bool { clusterTag.map { subnet.tags[$0] != nil } ?? false }
    func isOfOtherClusters(_ subnet: AWSFacts.Subnet) -> Bool {
      gates[.subnetsClusterTagCheck] && hasClusterTag(subnet) && !isOfThisCluster(subnet)
    }
    if clusterName == nil, candidates.contains(where: hasClusterTag) {
      return Planned(unknown: .clusterName, from: origin)
    }
    var eligible: [AWSFacts.Subnet] = []
    var (ofOtherClusters, full, withoutIPv6) = (0, 0, 0)
    for subnet in candidates {
      if isOfOtherClusters(subnet) {
        ofOtherClusters += 1
      } else if let free = subnet.availableIPAddressCount, free < Self.minimalAvailableIPAddressCount {
        full += 1
      } else if request.ipAddressType.supportsIPv6, subnet.ipv6CIDRBlocks.isEmpty {
        withoutIPv6 += 1
      } else {
        eligible.append(subnet)
      }
    }
    guard !eligible.isEmpty else {
      let ipv6 = request.ipAddressType.supportsIPv6
      throw BuildFailure(
        "no-suitable-subnet",
        "unable to resolve at least one subnet. Evaluated \(candidates.count) subnets: "
          + "\(ofOtherClusters) are tagged for other clusters, \(ipv6 ? "" : "and ")"
          + "\(full) have insufficient available IP addresses"
          + (ipv6
            ? ", and \(withoutIPv6) don't have an associated IPv6 CIDR block, "
              + "which is required for \(request.ipAddressType.rawValue) load balancers" : ""),
        at: origin.spans)
    }
    var chosen: [String: AWSFacts.Subnet] = [:]
    for subnet in eligible {
      guard let rival = chosen[subnet.availabilityZone] else {
        chosen[subnet.availabilityZone] = subnet
        continue
      }
      let (isOurs, rivalIsOurs) = (isOfThisCluster(subnet), isOfThisCluster(rival))
      if isOurs == rivalIsOurs ? subnet.id.utf8.lexicographicallyPrecedes(rival.id.utf8) : isOurs {
        chosen[subnet.availabilityZone] = subnet
      }
    }
    let resolved = chosen.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }.map {
      ResolvedSubnet(id: Planned($0.id, from: origin), facts: $0)
    }
    let locale = try uniformLocale(of: resolved, at: origin.spans)
    try validateCount(of: resolved, in: locale, for: request, at: origin.spans)
    return Planned(resolved, from: origin)
  }

  private func hasClusterTag(_ subnet: AWSFacts.Subnet) -> Bool {
    subnet.tags.keys.contains { $0.utf8.starts(with: "kubernetes.io/cluster".utf8) }
  }
}
