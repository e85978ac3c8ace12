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
    // Positions among the candidates.
    var eligible: [Int] = []
    var (ofOtherClusters, full, withoutIPv6) = (0, 0, 0)
    for (position, subnet) in candidates.enumerated() {
      if isOfOtherClusters(subnet) {
        ofOtherClusters += 1
      } else if let free = subnet.availableIPAddressCount, free < Self.minimalAvailableIPAddressCount {
        full += 1
      } else if request.ipAddressType.supportsIPv6, subnet.ipv6CIDRBlocks.isEmpty {
        withoutIPv6 += 1
      } else {
        eligible.append(position)
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
    var chosen: [String: Int] = [:]
    for position in eligible {
      let zone = candidates[position].availabilityZone
      guard let rival = chosen[zone] else {
        chosen[zone] = position
        continue
      }
      let (isOurs, rivalIsOurs) = (isOfThisCluster(candidates[position]), isOfThisCluster(candidates[rival]))
      if isOurs == rivalIsOurs ? candidates[position].id.precedesBytewise(candidates[rival].id) : isOurs {
        chosen[zone] = position
      }
    }
    let resolved = chosen.values.sorted { candidates[$0].id.precedesBytewise(candidates[$1].id) }.map { position in
      ResolvedSubnet(id: Planned(candidates[position].id, from: origin), facts: candidates[position])
    }
    let locale = try uniformLocale(of: resolved, at: origin.spans)
    try validateCount(of: resolved, in: locale, for: request, at: origin.spans)
    return Planned(resolved, from: origin)
  }

  private func hasClusterTag(_ subnet: AWSFacts.Subnet) -> Bool {
    account.hasSubnetsOfClusters && subnet.hasClusterTag
  }
}
