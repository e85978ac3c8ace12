import Manifests

/// Source addresses for UDP over IPv6.
///
/// Mirrors `buildLoadBalancerEnablePrefixForIpv6SourceNat` in `pkg/service/model_build_load_balancer.go` and the checks
/// of `pkg/networking/utils.go`.
extension ServiceModelBuilder {
  private typealias Keys = AnnotationDefinition.Service

  /// `on` or `off`. Mirrors `ValidateEnablePrefixForIpv6SourceNat`.
  mutating func prefixForIPv6SourceNAT(_ settings: FrontendSettings) throws(BuildFailure) -> Setting<String> {
    guard let annotation = annotations.annotation(Keys.enablePrefixForIPv6SourceNAT) else {
      return Setting("off", from: .controllerDefault)
    }
    let text = annotation.value.value
    guard text == "on" || text == "off" else {
      throw BuildFailure(
        "unknown-source-nat-setting",
        "Invalid enable-prefix-for-ipv6-source-nat value: \(text). Valid values are ['on', 'off'].",
        at: [annotation.value.span])
    }
    if text == "on" {
      guard settings.ipAddressType.value == .dualstack else {
        throw BuildFailure(
          "source-nat-without-dualstack",
          "enable-prefix-for-ipv6-source-nat annotation is only applicable to Network Load Balancers "
            + "using Dualstack IP address type.",
          at: [annotation.value.span] + settings.ipAddressType.origin.spans)
      }
      try requireIPv6Subnets(settings.subnets, at: annotation.value.span)
    }
    return Setting(text, from: .annotation(annotation))
  }

  private mutating func requireIPv6Subnets(
    _ subnets: Planned<[ResolvedSubnet]>, at span: SourceSpan
  ) throws(BuildFailure) {
    let facts = subnets.known?.compactMap(\.facts) ?? []
    let without = facts.filter { $0.ipv6CIDRBlocks.allSatisfy { IPPrefix($0) == nil } }.map(\.id)
    guard without.isEmpty else {
      throw BuildFailure(
        "source-nat-subnet-without-ipv6",
        "To enable prefix for source NAT, all associated subnets must have an IPv6 CIDR. "
          + "Subnets without IPv6 CIDR: \(GoText.list(without)).",
        at: [span])
    }
    if facts.count != subnets.known?.count {
      assume(
        Assumption(.subnets, "every subnet of the load balancer has an IPv6 range", isDecisive: true, at: [span]))
    }
  }

  /// One prefix per subnet, by position. Mirrors `ValidateSourceNatPrefixes`.
  mutating func sourceNATPrefixes(
    _ settings: FrontendSettings, sourceNAT: Bool
  ) throws(BuildFailure) -> [Planned<String>]? {
    guard let annotation = annotations.annotation(Keys.sourceNATIPv6Prefixes) else { return nil }
    let prefixes = annotation.items
    let origin = Origin.annotation(annotation)
    guard settings.ipAddressType.value == .dualstack else {
      throw BuildFailure(
        "source-nat-prefixes-without-dualstack",
        "source-nat-ipv6-prefixes annotation can only be set for Network Load Balancers using Dualstack IP address type.",
        at: origin.spans + settings.ipAddressType.origin.spans)
    }
    guard sourceNAT else {
      throw BuildFailure(
        "source-nat-prefixes-without-source-nat",
        "source-nat-ipv6-prefixes annotation is only applicable if enable-prefix-for-ipv6-source-nat annotation "
          + "is set to on.",
        at: origin.spans + annotations.spans(Keys.enablePrefixForIPv6SourceNAT))
    }
    try requireOnePerSubnet(
      prefixes.count, settings.subnets, code: "source-nat-prefix-count", at: origin
    ) { items, subnets in
      "Number of values in source-nat-ipv6-prefixes (\(items)) must match the number of subnets (\(subnets))."
    }
    for (position, prefix) in prefixes.enumerated() {
      let subnet = settings.subnets.known?.item(position)?.facts
      try checkSourceNATPrefix(prefix.value, in: subnet, at: [prefix.span])
    }
    return prefixes.map { Planned($0.value, from: Origin(origin.source, at: [$0.span])) }
  }

  /// Mirrors `ValidateSourceNatPrefixForSubnetPair`, which does not look at what follows a second slash.
  private mutating func checkSourceNATPrefix(
    _ prefix: String, in subnet: AWSFacts.Subnet?, at spans: [SourceSpan]
  ) throws(BuildFailure) {
    if prefix == "auto_assigned" { return }
    func failure(_ problem: String) -> BuildFailure {
      BuildFailure(
        "invalid-source-nat-prefix", "Invalid value in source-nat-ipv6-prefixes: \(prefix).\(problem)", at: spans)
    }
    let parts = prefix.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    guard parts.count >= 2 else { throw failure("") }
    guard parts[1] == "80" else {
      throw failure(" Prefix length must be 80, but \(parts[1]) is specified.")
    }
    guard let address = IPAddress(parts[0]), !address.isIPv4 else {
      throw failure(" Value must be a valid IPv6 CIDR.")
    }
    guard let subnet else {
      assume(
        Assumption(
          .subnets, "each source NAT prefix lies in the subnet at its position", isDecisive: true, at: spans))
      return
    }
    let ranges = subnet.ipv6CIDRBlocks.compactMap { IPPrefix($0) }
    guard ranges.contains(where: { $0.contains(address) }) else {
      throw failure(" Value must be within subnet CIDR range: \(GoText.list(ranges.map(\.description))).")
    }
  }
}
