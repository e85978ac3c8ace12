import Manifests

/// The load balancer's addresses in its subnets.
///
/// Mirrors `buildLoadBalancerSubnetMappings` in `pkg/service/model_build_load_balancer.go`.
extension ServiceModelBuilder {
  private typealias Keys = AnnotationDefinition.Service

  mutating func subnetMappings(
    _ settings: FrontendSettings, sourceNAT: Bool
  ) throws(BuildFailure) -> Planned<[LoadBalancer.SubnetMapping]> {
    let elasticIPs = try elasticIPs(settings)
    let ipv4Addresses = try privateIPv4Addresses(settings)
    let ipv6Addresses = try ipv6Addresses(settings)
    let prefixes = try sourceNATPrefixes(settings, sourceNAT: sourceNAT)
    guard let subnets = settings.subnets.known else { return settings.subnets.map { _ in [] } }

    var mappings: [LoadBalancer.SubnetMapping] = []
    mappings.reserveCapacity(subnets.count)
    for (position, subnet) in subnets.enumerated() {
      var mapping = LoadBalancer.SubnetMapping(subnetID: subnet.id)
      mapping.allocationID = elasticIPs?.item(position)
      if let ipv4Addresses {
        mapping.privateIPv4Address = try address(
          of: ipv4Addresses, in: subnet, ranges: subnet.facts.map { [$0.cidrBlock] }, called: "private IPv4")
      }
      if sourceNAT { mapping.sourceNATIPv6Prefix = prefixes?.item(position) }
      if let ipv6Addresses {
        mapping.ipv6Address = try address(
          of: ipv6Addresses, in: subnet, ranges: subnet.facts?.ipv6CIDRBlocks, called: "IPv6")
      }
      mappings.append(mapping)
    }
    return Planned(mappings, from: settings.subnets.origin)
  }

  // MARK: One annotation after the other

  private mutating func elasticIPs(_ settings: FrontendSettings) throws(BuildFailure) -> [Planned<String>]? {
    guard let annotation = annotations.annotation(Keys.eipAllocations) else { return nil }
    let origin = Origin.annotation(annotation)
    let allocations = annotation.items
    guard settings.scheme.value == .internetFacing else {
      throw BuildFailure(
        "elastic-ips-on-internal-load-balancer", "EIP allocations can only be set for internet facing load balancers",
        at: origin.spans + settings.scheme.origin.spans)
    }
    try requireOnePerSubnet(allocations.count, settings.subnets, code: "elastic-ip-count", at: origin) {
      items, subnets in
      "count of EIP allocations (\(items)) and subnets (\(subnets)) must match"
    }
    return allocations.map { Planned($0.value, from: Origin(origin.source, at: [$0.span])) }
  }

  private mutating func privateIPv4Addresses(_ settings: FrontendSettings) throws(BuildFailure) -> StaticAddresses? {
    guard let annotation = annotations.annotation(Keys.privateIPv4Addresses) else { return nil }
    let texts = annotation.items
    let origin = Origin.annotation(annotation)
    guard settings.scheme.value == .internal else {
      throw BuildFailure(
        "private-ipv4-on-internet-facing", "private IPv4 addresses can only be set for internal load balancers",
        at: origin.spans + settings.scheme.origin.spans)
    }
    try requireOnePerSubnet(texts.count, settings.subnets, code: "private-ipv4-count", at: origin) { items, subnets in
      "count of private IPv4 addresses (\(items)) and subnets (\(subnets)) must match"
    }
    return try StaticAddresses(texts, called: "private IPv4", family: .ipv4, from: origin)
  }

  private mutating func ipv6Addresses(_ settings: FrontendSettings) throws(BuildFailure) -> StaticAddresses? {
    guard let annotation = annotations.annotation(Keys.ipv6Addresses) else { return nil }
    let texts = annotation.items
    let origin = Origin.annotation(annotation)
    guard settings.ipAddressType.value == .dualstack else {
      throw BuildFailure(
        "ipv6-addresses-without-dualstack", "IPv6 addresses can only be set for dualstack load balancers",
        at: origin.spans + settings.ipAddressType.origin.spans)
    }
    try requireOnePerSubnet(texts.count, settings.subnets, code: "ipv6-address-count", at: origin) { items, subnets in
      "count of IPv6 addresses (\(items)) and subnets (\(subnets)) must match"
    }
    return try StaticAddresses(texts, called: "IPv6", family: .ipv6, from: origin)
  }

  /// Refuses a list whose length is not the number of subnets; where that is not known, the plan hangs on it.
  mutating func requireOnePerSubnet(
    _ count: Int, _ subnets: Planned<[ResolvedSubnet]>, code: FailureCode, at origin: Origin,
    message: (_ items: Int, _ subnets: Int) -> String
  ) throws(BuildFailure) {
    guard let subnets = subnets.known else {
      assume(
        Assumption(
          .subnets, "the load balancer stands in \(count) \(count == 1 ? "subnet" : "subnets")", isDecisive: true,
          at: origin.spans))
      return
    }
    guard count == subnets.count else {
      throw BuildFailure(code, message(count, subnets.count), at: origin.spans)
    }
  }

  /// The one address that lies in a subnet, in canonical form.
  private mutating func address(
    of addresses: StaticAddresses, in subnet: ResolvedSubnet, ranges: [String]?, called name: String
  ) throws(BuildFailure) -> Planned<String> {
    guard let ranges else {
      assume(
        Assumption(
          .subnets, "each of the load balancer's subnets contains one of the \(name) addresses", isDecisive: true,
          at: addresses.origin.spans))
      return Planned(unknown: .subnets, from: addresses.origin)
    }
    let inside = addresses.inside(ranges)
    guard inside.count == 1, let address = inside.first else {
      throw BuildFailure(
        "static-address-outside-subnet",
        "expect one \(name) address configured for subnet: \(subnet.id.known ?? "")",
        at: inside.isEmpty ? addresses.origin.spans : inside.map(\.span))
    }
    return Planned(address.value.description, from: Origin(addresses.origin.source, at: address.span))
  }
}

/// The addresses that an annotation gives the load balancer. They go to subnets by range, not by position.
struct StaticAddresses {
  enum Family { case ipv4, ipv6 }
  private var addresses: [Located<IPAddress>] = []
  let origin: Origin

  /// Reads addresses as Go's `netip.ParseAddr` does and refuses those of the other family.
  init(
    _ texts: [Located<String>], called name: String, family: Family, from origin: Origin
  ) throws(BuildFailure) {
    self.origin = origin
    for text in texts {
      guard let address = IPAddress(text.value) else {
        throw BuildFailure(
          "malformed-static-address", "\(name) addresses must be valid IP address: \(text.value)", at: [text.span])
      }
      // Quirk: an IPv4 address mapped into IPv6 counts as IPv6.
      guard (family == .ipv4) == address.isIPv4 else {
        throw BuildFailure(
          "static-address-family",
          "\(name) addresses must be valid \(family == .ipv4 ? "IPv4" : "IPv6") address: \(text.value)",
          at: [text.span])
      }
      addresses.append(Located(address, at: text.span))
    }
  }

  /// Mirrors `FilterIPsWithinCIDRs` in `pkg/networking/utils.go`.
  func inside(_ ranges: [String]) -> [Located<IPAddress>] {
    let prefixes = ranges.compactMap { IPPrefix($0) }
    return addresses.filter { address in prefixes.contains { $0.contains(address.value) } }
  }
}

extension Array {
  /// The element at a position, or `nil`.
  func item(_ position: Int) -> Element? { indices.contains(position) ? self[position] : nil }
}
