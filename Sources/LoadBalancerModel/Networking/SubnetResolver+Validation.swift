import Manifests

/// What the controller demands of the subnets it found.
extension SubnetResolver {
  /// The kinds of place that a subnet can be in; a load balancer stands in one kind.
  enum Locale: String {
    case availabilityZone = "availability-zone"
    case localZone = "local-zone"
    case wavelengthZone = "wavelength-zone"
    case outpost
  }

  /// `validateSpecifiedSubnets`: the checks on subnets that a manifest names, in the controller's order.
  func validateNamed(
    _ subnets: [ResolvedSubnet], for request: Request, at culprits: [SourceSpan]
  ) throws(BuildFailure) {
    guard !subnets.isEmpty else {
      throw BuildFailure("no-subnet", "unable to resolve at least one subnet", at: culprits)
    }
    try validateZoneExclusivity(of: subnets, at: culprits)
    let locale = try uniformLocale(of: subnets, at: culprits)
    try validateCount(of: subnets, in: locale, for: request, at: culprits)
    guard request.ipAddressType.supportsIPv6 else { return }
    let withoutIPv6 = subnets.compactMap(\.facts).filter(\.ipv6CIDRBlocks.isEmpty)
    guard withoutIPv6.isEmpty else {
      throw BuildFailure(
        "subnet-without-ipv6",
        "subnets \(GoText.list(withoutIPv6.map(\.id))) do not have an associated IPv6 CIDR block, "
          + "which is required for \(request.ipAddressType.rawValue) load balancers",
        at: culprits)
    }
  }

  /// Throws when two subnets share a zone; of several such zones the one named first is reported.
  private func validateZoneExclusivity(of subnets: [ResolvedSubnet], at culprits: [SourceSpan]) throws(BuildFailure) {
    let known = subnets.compactMap(\.facts)
    let byZone = Dictionary(grouping: known, by: \.availabilityZone)
    for subnet in known {
      guard let neighbours = byZone[subnet.availabilityZone], neighbours.count > 1 else { continue }
      throw BuildFailure(
        "subnets-share-zone",
        "multiple subnets in same Availability Zone \(subnet.availabilityZone): \(GoText.list(neighbours.map(\.id)))",
        at: culprits)
    }
  }

  /// The kind of place that all of them share; subnets that are not known are taken to be in ordinary zones.
  func uniformLocale(of subnets: [ResolvedSubnet], at culprits: [SourceSpan]) throws(BuildFailure) -> Locale {
    var locales: [Locale] = []
    func note(_ locale: Locale) {
      if !locales.contains(locale) { locales.append(locale) }
    }
    for case let subnet? in subnets.lazy.map(\.facts) {
      if let outpost = subnet.outpostARN, !outpost.isEmpty {
        note(.outpost)
        continue
      }
      let zoneType = subnet.zoneType ?? "availability-zone"
      guard let locale = Locale(rawValue: zoneType), locale != .outpost else {
        throw BuildFailure(
          "unknown-zone-type", "unknown zone type for subnet \(subnet.id): \(zoneType)", at: culprits)
      }
      note(locale)
    }
    guard locales.count <= 1 else {
      throw BuildFailure(
        "subnets-in-several-locales",
        "subnets in multiple locales: \(GoText.list(locales.map(\.rawValue).sorted()))", at: culprits)
    }
    return locales.first ?? .availabilityZone
  }

  /// An application load balancer needs two subnets in ordinary zones.
  func validateCount(
    of subnets: [ResolvedSubnet], in locale: Locale, for request: Request, at culprits: [SourceSpan]
  ) throws(BuildFailure) {
    let needsTwo = request.loadBalancerType == .application && locale == .availabilityZone && !gates[.albSingleSubnet]
    let minimum = needsTwo ? 2 : 1
    guard subnets.count >= minimum else {
      throw BuildFailure(
        "too-few-subnets",
        "subnets count less than minimal required count: \(subnets.count) < \(minimum)", at: culprits)
    }
  }
}
