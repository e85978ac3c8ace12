import Manifests

extension IngressModelBuilder {
  /// The subnets of the application load balancer: those of the class, those of the annotation, those that the load
  /// balancer stands in already, or discovered ones.
  ///
  /// Mirrors `buildLoadBalancerSubnetMappings` in `pkg/ingress/model_build_load_balancer.go`.
  func loadBalancerSubnets(
    scheme: Planned<LoadBalancerScheme>, ipAddressType: Planned<LoadBalancerIPAddressType>
  ) throws(BuildFailure) -> Planned<[LoadBalancer.SubnetMapping]> {
    let request = SubnetResolver.Request(
      loadBalancerType: .application, scheme: scheme.known ?? .internal,
      ipAddressType: ipAddressType.known ?? .ipv4)
    var selectors: [IngressClassParams.SubnetSelector] = []
    var lists: [Planned<[String]>] = []
    for member in group.members {
      if let selector = member.settings?.parameters?.subnets {
        selectors.append(selector)
      } else if let list = AnnotationReader(member.annotations).stringList(AnnotationDefinition.Ingress.subnets) {
        lists.append(list)
      }
    }
    let resolver = SubnetResolver(world)
    if let selector = selectors.first {
      try checkAgreement(of: selectors, with: lists)
      return mappings(try resolver.resolve(selector: selector, for: request))
    }
    if let list = try agreedSubnets(lists) {
      return mappings(try resolver.resolve(namesOrIDs: list, for: request))
    }
    if let existing = existingSubnets(scheme: request.scheme) { return existing }
    return try wrapping("couldn't auto-discover subnets") { () throws(BuildFailure) in
      mappings(try resolver.discover(for: request))
    }
  }

  /// The list that all members with one agree on, whatever the order of its items.
  func agreedSubnets(_ lists: [Planned<[String]>]) throws(BuildFailure) -> Planned<[String]>? {
    try agreedList(lists, isSame: { $0.isSameMultiset(as: $1) }) { first, other, culprits in
      BuildFailure(
        "conflicting-subnets", "conflicting subnets: \(GoText.list(first)) | \(GoText.list(other))", at: culprits)
    }
  }

  /// Subnets as the load balancer's mapping; where they are not known, that is an assumption.
  func mappings(_ subnets: Planned<[ResolvedSubnet]>) -> Planned<[LoadBalancer.SubnetMapping]> {
    if subnets.missingFact != nil {
      assume(Assumption(.subnets, "the VPC has subnets that fit the load balancer", at: subnets.origin.spans))
    }
    for subnet in subnets.known ?? [] where subnet.id.missingFact != nil {
      assume(Assumption(.subnets, "the VPC has the subnets that are named", at: subnet.id.origin.spans))
    }
    return subnets.map { list in list.map { LoadBalancer.SubnetMapping(subnetID: $0.id) } }
  }

  private func checkAgreement(
    of selectors: [IngressClassParams.SubnetSelector], with lists: [Planned<[String]>]
  ) throws(BuildFailure) {
    let culprits = selectors.map(\.span) + lists.flatMap(\.origin.spans)
    guard lists.isEmpty else {
      throw BuildFailure(
        "conflicting-subnets", "conflicting subnet specifications: IngressClassParams versus annotation", at: culprits)
    }
    guard let first = selectors.first else { return }
    for other in selectors.dropFirst() where !first.isSame(as: other) {
      throw BuildFailure(
        "conflicting-subnets", "conflicting IngressClassParams subnet specifications", at: [first.span, other.span])
    }
  }

  /// The subnets of the load balancer that the controller made before, if its scheme stays.
  private func existingSubnets(scheme: LoadBalancerScheme) -> Planned<[LoadBalancer.SubnetMapping]>? {
    let existing = ExistingLoadBalancers(world).loadBalancer(of: group.id)
    switch existing.knowledge {
    case .unknown(let fact): return Planned(unknown: fact, from: existing.origin)
    case .known(nil): return nil
    case .known(let loadBalancer?):
      guard loadBalancer.scheme == scheme.rawValue else { return nil }
      return Planned(
        loadBalancer.subnets.map { LoadBalancer.SubnetMapping(subnetID: Planned($0, from: existing.origin)) },
        from: existing.origin)
    }
  }
}

extension IngressClassParams.SubnetSelector {
  /// The same ids in the same order and the same tags.
  fileprivate func isSame(as other: Self) -> Bool {
    guard hasIDs == other.hasIDs, ids.map(\.value) == other.ids.map(\.value), (tags == nil) == (other.tags == nil)
    else { return false }
    return tagValues == other.tagValues
  }

  private var tagValues: [String: [String]] {
    Dictionary((tags ?? []).map { ($0.key.value, $0.values.map(\.value)) }, uniquingKeysWith: { $1 })
  }
}
