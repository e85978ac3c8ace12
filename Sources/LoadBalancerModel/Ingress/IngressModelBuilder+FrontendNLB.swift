import Manifests

extension IngressModelBuilder {
  /// Builds the network load balancer in front of the application load balancer, if the members ask for one.
  ///
  /// Mirrors `buildFrontendNlbModel` in `pkg/ingress/model_build_frontend_nlb.go`.
  func buildFrontendNLB() throws(BuildFailure) {
    let isEnabled = try agreedBool(
      AnnotationDefinition.Ingress.enableFrontendNLB, code: "conflicting-enable-frontend-nlb",
      conflict: "conflicting enable frontend NLB values", reportsConflictAtOnce: true)
    guard isEnabled?.known == true, let alb = loadBalancer else { return }
    // Quirk (since v2.13.0): without the annotation it is the flag's scheme, not that of the application load balancer.
    let scheme = try scheme(memberSettings(AnnotationDefinition.Ingress.frontendNLBScheme)) ?? defaultScheme
    let securityGroups = try frontendNLBSecurityGroups(alb)
    let subnets = try frontendNLBSubnets(scheme: scheme, ipAddressType: alb.ipAddressType)
    let name = frontendNLBName(alb, scheme: scheme)
    let tags = try frontendNLBTags()
    let attributes = try frontendNLBAttributes()
    stack.loadBalancers.append(
      LoadBalancer(
        id: "FrontendNlb", type: .network, name: name, scheme: scheme, ipAddressType: alb.ipAddressType,
        subnetMappings: subnets, securityGroups: securityGroups, attributes: attributes, tags: tags))
    try buildFrontendNLBListeners(tags: tags)
  }

  /// The groups of the annotation, else those of the application load balancer.
  ///
  /// Mirrors `buildFrontendNlbSecurityGroups`.
  private func frontendNLBSecurityGroups(_ alb: LoadBalancer) throws(BuildFailure) -> Planned<[Planned<Identifier>]> {
    guard let explicit = try agreedSecurityGroups(AnnotationDefinition.Ingress.frontendNLBSecurityGroups),
      explicit.known?.isEmpty == false
    else { return alb.securityGroups }
    return try resolvedSecurityGroups(explicit)
  }

  /// Mirrors `buildFrontendNlbName`.
  private func frontendNLBName(_ alb: LoadBalancer, scheme: Planned<LoadBalancerScheme>) -> Planned<String> {
    guard alb.name.known?.isEmpty == true else {
      return alb.name.map { String(decoding: $0.utf8.prefix(28), as: UTF8.self) + "-nlb" }
    }
    return generatedName(
      hashing: [clusterName, hashedGroupID, scheme.map(\.rawValue)], explicitLimit: 16, explicitDigits: 8,
      implicitDigits: 6, origin: Origin(.computed("SHA-256 of the cluster's name, the group's id and the scheme"))
    ).map { $0 + "-nlb" }
  }

  /// The tags of the annotation, without the default tags; else those of the application load balancer.
  ///
  /// Mirrors `buildFrontendNlbTags`.
  private func frontendNLBTags() throws(BuildFailure) -> Tags {
    var agreed: Planned<[String: String]>?
    for member in group.members {
      guard let own = try AnnotationReader(member.annotations).stringMap(AnnotationDefinition.Ingress.frontendNLBTags)
      else { continue }
      if let agreed, agreed.known != own.known {
        throw BuildFailure(
          "conflicting-frontend-nlb-tags",
          "conflicting frontend NLB tags: \(GoText.map(agreed.known ?? [:])) | \(GoText.map(own.known ?? [:]))",
          at: agreed.origin.spans + own.origin.spans)
      }
      if agreed == nil { agreed = own }
    }
    guard let agreed else { return try groupTags(ofMembers: group.members.indices) }
    return Tags(agreed)
  }

  /// Mirrors `getFrontendNlbAttributes`.
  private func frontendNLBAttributes() throws(BuildFailure) -> [ResourceAttribute] {
    var agreed: Planned<[String: String]>?
    for member in group.members {
      let own = try AnnotationReader(member.annotations).stringMap(
        AnnotationDefinition.Ingress.frontendNLBAttributes)
      // Quirk (since v3.2.0): once a member has it, every later member must have the same; those before need not.
      guard let chosen = agreed else {
        agreed = own
        continue
      }
      // Go tells an absent map from an empty one here.
      guard let own, chosen.known == own.known else {
        let (before, now) = (chosen.known ?? [:], own?.known ?? [:])
        throw BuildFailure(
          "conflicting-frontend-nlb-attributes",
          "conflicting frontend NLB attributes: \(GoText.map(before)) | \(GoText.map(now))",
          at: chosen.origin.spans + (own?.origin.spans ?? [member.ingress.metadata.name.span]))
      }
    }
    let attributes = PlannedTexts(agreed)
    try ClientRoutingPolicy.check(attributes)
    return attributes.attributeList
  }
}

// MARK: Subnets

extension IngressModelBuilder {
  /// Mirrors `buildFrontendNlbSubnetMappings`.
  private func frontendNLBSubnets(
    scheme: Planned<LoadBalancerScheme>, ipAddressType: Planned<LoadBalancerIPAddressType>
  ) throws(BuildFailure) -> Planned<[LoadBalancer.SubnetMapping]> {
    let request = SubnetResolver.Request(
      loadBalancerType: .network, scheme: scheme.known ?? .internal, ipAddressType: ipAddressType.known ?? .ipv4)
    let resolver = SubnetResolver(world)
    var subnets: Planned<[LoadBalancer.SubnetMapping]>
    if let list = try agreedSubnets(memberLists(AnnotationDefinition.Ingress.frontendNLBSubnets)) {
      subnets = mappings(try resolver.resolve(namesOrIDs: list, for: request))
    } else {
      subnets = mappings(try resolver.discover(for: request))
    }
    let addresses = try frontendNLBAddresses(scheme: scheme)
    guard let addresses, let ids = addresses.known, !ids.isEmpty else { return subnets }
    guard var mapped = subnets.known else {
      assume(
        Assumption(
          .subnets, "there are as many subnets as elastic IP addresses: \(ids.count)", isDecisive: true,
          at: addresses.origin.spans))
      return subnets
    }
    guard ids.count == mapped.count else {
      throw BuildFailure(
        "elastic-ip-count", "count of EIP allocations (\(ids.count)) and subnets (\(mapped.count)) must match",
        at: addresses.origin.spans + subnets.origin.spans)
    }
    for (index, id) in ids.enumerated() { mapped[index].allocationID = Planned(id, from: addresses.origin) }
    return Planned(mapped, from: subnets.origin)
  }

  /// Mirrors `validateEIPAllocations`.
  private func frontendNLBAddresses(scheme: Planned<LoadBalancerScheme>) throws(BuildFailure) -> Planned<[String]>? {
    let lists = memberLists(AnnotationDefinition.Ingress.frontendNLBEIPAllocations)
    guard lists.isEmpty || scheme.known == .internetFacing else {
      throw BuildFailure(
        "elastic-ips-on-internal-load-balancer",
        "EIP allocations can only be set for internet facing load balancers",
        at: lists.flatMap(\.origin.spans) + scheme.origin.spans)
    }
    return try agreedList(lists, isSame: { $0.isSameMultiset(as: $1) }) { first, other, culprits in
      BuildFailure(
        "conflicting-elastic-ips",
        "all EIP allocations for the ingress group must be the same: \(GoText.list(first)) | \(GoText.list(other))",
        at: culprits)
    }
  }
}
