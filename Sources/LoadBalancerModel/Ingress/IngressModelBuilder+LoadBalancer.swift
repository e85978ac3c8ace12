import Manifests

extension IngressModelBuilder {
  /// Builds the application load balancer, and with it the managed security group.
  ///
  /// Mirrors `buildLoadBalancerSpec` in `pkg/ingress/model_build_load_balancer.go`.
  func buildLoadBalancer() throws(BuildFailure) {
    let scheme = try loadBalancerScheme()
    let ipAddressType = try loadBalancerIPAddressType()
    let subnets = try loadBalancerSubnets(scheme: scheme, ipAddressType: ipAddressType)
    let securityGroups = try loadBalancerSecurityGroups(ipAddressType: ipAddressType)
    let customerOwnedPool = try customerOwnedIPv4Pool()
    let attributes = try loadBalancerAttributes()
    let tags = try groupTags(ofMembers: group.members.indices)
    let name = try loadBalancerName(scheme: scheme)
    let capacity = try minimumCapacity()
    let ipamPool = try ipv4IPAMPool()
    stack.loadBalancers.append(
      LoadBalancer(
        id: "LoadBalancer", type: .application, name: name, scheme: scheme, ipAddressType: ipAddressType,
        subnetMappings: subnets, securityGroups: securityGroups, customerOwnedIPv4Pool: customerOwnedPool,
        attributes: attributes, minimumCapacityUnits: capacity, tags: tags, ipv4IPAMPool: ipamPool))
  }

  /// The application load balancer, once it is built.
  var loadBalancer: LoadBalancer? { stack.loadBalancers.first }

  /// Mirrors `buildLoadBalancerScheme`.
  private func loadBalancerScheme() throws(BuildFailure) -> Planned<LoadBalancerScheme> {
    let settings = memberSettings(
      AnnotationDefinition.Ingress.scheme, classField: "spec.scheme", classParameter: { $0.scheme })
    return try scheme(settings) ?? defaultScheme
  }

  /// The scheme of the flag.
  var defaultScheme: Planned<LoadBalancerScheme> {
    let flag = world.controller.flags.defaultLoadBalancerScheme
    return Planned(LoadBalancerScheme(rawValue: flag) ?? .internal, from: Origin(.flag("default-load-balancer-scheme")))
  }

  /// The scheme that the members agree on, `nil` when nobody says.
  func scheme(_ settings: MemberSettings) throws(BuildFailure) -> Planned<LoadBalancerScheme>? {
    guard let value = settings.values.first, let text = value.known else { return nil }
    guard settings.values.count == 1 else {
      throw BuildFailure(
        "conflicting-scheme", "conflicting scheme: \(GoText.set(settings.sortedTexts))", at: settings.spans)
    }
    guard let scheme = LoadBalancerScheme(rawValue: text) else {
      throw BuildFailure("unknown-scheme", "unknown scheme: \(text)", at: settings.spans)
    }
    return Planned(scheme, from: value.origin)
  }

  /// Mirrors `buildLoadBalancerIPAddressType`.
  private func loadBalancerIPAddressType() throws(BuildFailure) -> Planned<LoadBalancerIPAddressType> {
    let settings = memberSettings(
      AnnotationDefinition.Ingress.ipAddressType, classField: "spec.ipAddressType",
      classParameter: { $0.ipAddressType })
    guard let value = settings.values.first, let text = value.known else {
      return Planned(.ipv4, from: .controllerDefault)
    }
    guard settings.values.count == 1 else {
      throw BuildFailure(
        "conflicting-ip-address-type", "conflicting IPAddressType: \(GoText.list(settings.sortedTexts))",
        at: settings.spans)
    }
    guard let type = LoadBalancerIPAddressType(rawValue: text) else {
      throw BuildFailure("unknown-ip-address-type", "unknown IPAddressType: \(text)", at: settings.spans)
    }
    return Planned(type, from: value.origin)
  }

  /// Mirrors `buildLoadBalancerCOIPv4Pool`.
  private func customerOwnedIPv4Pool() throws(BuildFailure) -> Planned<String>? {
    let definition = AnnotationDefinition.Ingress.customerOwnedIPv4Pool
    for member in group.members {
      guard let annotation = member.annotations[definition.key], annotation.value.value.isEmpty else { continue }
      throw BuildFailure(
        "empty-customer-owned-ipv4-pool",
        "cannot use empty value for customer-owned-ipv4-pool annotation, ingress: \(member.name)",
        at: [annotation.value.span])
    }
    let settings = memberSettings(definition)
    guard settings.values.count <= 1 else {
      throw BuildFailure(
        "conflicting-customer-owned-ipv4-pool",
        "conflicting CustomerOwnedIPv4Pool: \(GoText.list(settings.sortedTexts))", at: settings.spans)
    }
    return settings.values.first
  }
}

// MARK: Name

extension IngressModelBuilder {
  /// Mirrors `buildLoadBalancerName`.
  private func loadBalancerName(scheme: Planned<LoadBalancerScheme>) throws(BuildFailure) -> Planned<String> {
    let settings = memberSettings(
      AnnotationDefinition.Ingress.loadBalancerName, classField: "spec.loadBalancerName",
      classParameter: { parameters in parameters.loadBalancerName.flatMap { $0.value.isEmpty ? nil : $0 } })
    guard let value = settings.values.first else {
      return generatedName(
        hashing: [clusterName, hashedGroupID, scheme.map(\.rawValue)],
        origin: Origin(.computed("SHA-256 of the cluster's name, the group's id and the scheme")))
    }
    guard settings.values.count == 1 else {
      throw BuildFailure(
        "conflicting-load-balancer-name", "conflicting load balancer name: \(GoText.set(settings.sortedTexts))",
        at: settings.spans)
    }
    guard (value.known ?? "").utf8.count <= 32 else {
      throw BuildFailure(
        "load-balancer-name-too-long", "load balancer name cannot be longer than 32 characters", at: settings.spans)
    }
    return value
  }

  /// A name that tells the group: `k8s-{group}-{hash}`, or `k8s-{namespace}-{ingress}-{hash}` for an implicit group.
  func generatedName(
    hashing hashed: [Planned<String>], explicitLimit: Int = 17, explicitDigits: Int = 10, implicitDigits: Int = 10,
    origin: Origin
  ) -> Planned<String> {
    switch group.id {
    case .explicit(let name):
      GeneratedName.make([(name, explicitLimit)], hashing: hashed, digits: explicitDigits, from: origin)
    case .implicit(let ingress):
      GeneratedName.make(
        [(ingress.namespace, 8), (ingress.name, 8)], hashing: hashed, digits: implicitDigits, from: origin)
    }
  }
}
