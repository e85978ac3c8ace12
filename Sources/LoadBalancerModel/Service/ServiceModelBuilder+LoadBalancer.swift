import Manifests

/// Mirrors `pkg/service/model_build_load_balancer.go`.
extension ServiceModelBuilder {
  private typealias Keys = AnnotationDefinition.Service

  /// Adds the load balancer. Mirrors `buildLoadBalancerSpec`.
  mutating func buildLoadBalancer(
    _ settings: FrontendSettings, existing: AWSFacts.ExistingLoadBalancer?
  ) throws(BuildFailure) -> Frontend {
    let sourceNAT = try prefixForIPv6SourceNAT(settings)
    let attributes = try loadBalancerAttributes()
    let capacity = try minimumCapacity()
    let groups = try securityGroups(settings.ipAddressType, existing: existing)
    let tags = try tags()
    let mappings = try subnetMappings(settings, sourceNAT: sourceNAT.value == "on")
    let name = try loadBalancerName(settings.scheme)
    let privateLink = try inboundRulesOnPrivateLink()
    stack.loadBalancers = [
      LoadBalancer(
        id: "LoadBalancer", type: .network, name: name, scheme: settings.scheme.planned,
        ipAddressType: settings.ipAddressType.planned, enablePrefixForIPv6SourceNAT: sourceNAT.planned,
        subnetMappings: mappings, securityGroups: groups.groups,
        securityGroupsInboundRulesOnPrivateLink: privateLink, attributes: attributes, minimumCapacityUnits: capacity,
        tags: tags)
    ]
    return Frontend(
      settings: settings, hasSecurityGroups: groups.groups.known?.isEmpty != true, ruleSource: groups.ruleSource)
  }

  /// Mirrors `buildLoadBalancerScheme` and its two helpers for annotations.
  func scheme(
    existing: AWSFacts.ExistingLoadBalancer?
  ) throws(BuildFailure) -> Setting<LoadBalancerScheme> {
    if let annotation = annotations.annotation(Keys.scheme) {
      guard let scheme = LoadBalancerScheme(rawValue: annotation.value.value) else {
        throw BuildFailure(
          "unknown-scheme", "unknown scheme: \(annotation.value.value)", at: [annotation.value.span])
      }
      return Setting(scheme, from: .annotation(annotation))
    }
    if let annotation = annotations.annotation(Keys.isInternal) {
      let isInternal = try AnnotationReader.bool(annotation).known == true
      return Setting(isInternal ? .internal : .internetFacing, from: .annotation(annotation))
    }
    if let existing {
      guard let scheme = LoadBalancerScheme(rawValue: existing.scheme ?? "") else {
        throw BuildFailure(
          "unknown-existing-scheme", "invalid load balancer scheme", at: [service.metadata.name.span])
      }
      return Setting(scheme, from: Origin(.context("aws.loadBalancers")))
    }
    let flag = world.controller.flags.defaultLoadBalancerScheme
    return Setting(
      LoadBalancerScheme(rawValue: flag) ?? .internal, from: Origin(.flag("default-load-balancer-scheme")))
  }

  /// Mirrors `buildLoadBalancerIPAddressType`.
  func ipAddressType() throws(BuildFailure) -> Setting<LoadBalancerIPAddressType> {
    guard let annotation = annotations.annotation(Keys.ipAddressType) else {
      return Setting(.ipv4, from: .controllerDefault)
    }
    switch annotation.value.value {
    case "ipv4": return Setting(.ipv4, from: .annotation(annotation))
    case "dualstack": return Setting(.dualstack, from: .annotation(annotation))
    case let text:
      throw BuildFailure("unknown-ip-address-type", "unknown IPAddressType: \(text)", at: [annotation.value.span])
    }
  }

  /// Named subnets, those that the load balancer stands in already, or discovered ones.
  ///
  /// Mirrors `buildLoadBalancerSubnets`, whose branch for given private addresses does what its other branch does.
  func subnets(
    scheme: LoadBalancerScheme, ipAddressType: LoadBalancerIPAddressType, existing: AWSFacts.ExistingLoadBalancer?
  ) throws(BuildFailure) -> Planned<[ResolvedSubnet]> {
    let request = SubnetResolver.Request(
      loadBalancerType: .network, scheme: scheme, ipAddressType: ipAddressType)
    let resolver = SubnetResolver(world)
    if let named = annotations.stringList(Keys.subnets) {
      return try resolver.resolve(namesOrIDs: named, for: request)
    }
    if let existing, existing.scheme == scheme.rawValue {
      return try resolver.resolve(
        namesOrIDs: Planned(existing.subnets, from: Origin(.context("aws.loadBalancers"))), for: request)
    }
    return try resolver.discover(for: request)
  }

  /// The annotation's text, unchecked but for its length; else a generated name.
  ///
  /// Mirrors `buildLoadBalancerName`.
  private func loadBalancerName(_ scheme: Setting<LoadBalancerScheme>) throws(BuildFailure) -> Planned<String> {
    if let annotation = annotations.annotation(Keys.name) {
      guard annotation.value.value.utf8.count <= 32 else {
        throw BuildFailure(
          "load-balancer-name-too-long", "load balancer name cannot be longer than 32 characters",
          at: [annotation.value.span])
      }
      return Planned(annotation.value.value, from: .annotation(annotation))
    }
    return generatedName(
      of: service.metadata.objectName,
      hashing: [world.clusterName, service.uid, Planned(scheme.value.rawValue, from: scheme.origin)],
      described: "a hash of the cluster's name, the Service's uid and the scheme")
  }

  /// The controller's attributes annotation under the older annotations for single attributes.
  ///
  /// Mirrors `buildLoadBalancerAttributes`.
  private func loadBalancerAttributes() throws(BuildFailure) -> [ResourceAttribute] {
    let attributes = try AnnotationReader.placedTexts(annotations.annotation(Keys.attributes))
    try ClientRoutingPolicy.check(attributes)
    var specific = PlannedTexts()
    if let isLogging = try annotations.bool(Keys.accessLogEnabled), isLogging.known == true {
      specific["access_logs.s3.enabled"] = isLogging.map { _ in "true" }
      specific["access_logs.s3.bucket"] = annotations.string(Keys.accessLogS3BucketName)
      specific["access_logs.s3.prefix"] = annotations.string(Keys.accessLogS3BucketPrefix)
    }
    if let crossesZones = try annotations.bool(Keys.crossZoneLoadBalancingEnabled) {
      specific["load_balancing.cross_zone.enabled"] = crossesZones.map { $0 ? "true" : "false" }
    }
    return specific.over(attributes).attributeList
  }

  /// Mirrors `buildLoadBalancerMinimumCapacity`.
  private func minimumCapacity() throws(BuildFailure) -> Planned<Int32>? {
    guard world.controller.featureGates[.lbCapacityReservation] else { return nil }
    return try MinimumCapacity.units(
      from: AnnotationReader.placedTexts(annotations.annotation(Keys.minimumLoadBalancerCapacity)))
  }

  /// Mirrors `buildSecurityGroupsInboundRulesOnPrivateLink`.
  private func inboundRulesOnPrivateLink() throws(BuildFailure) -> Planned<String>? {
    guard let annotation = annotations.annotation(Keys.inboundSGRulesOnPrivateLinkTraffic) else { return nil }
    let text = annotation.value.value
    guard text == "on" || text == "off" else {
      throw BuildFailure(
        "unknown-private-link-setting",
        "Invalid value for securityGroupsInboundRulesOnPrivateLink status: \(text), value must be one of [on, off]",
        at: [annotation.value.span])
    }
    return Planned(text, from: .annotation(annotation))
  }
}

extension ServiceModelBuilder {
  /// `k8s-{namespace}-{name}-{hash}`, the form of all names that the controller makes up for a Service.
  func generatedName(
    of service: ObjectName, hashing hashed: [Planned<String>], described text: String
  ) -> Planned<String> {
    var origin = Origin(.computed(text))
    for part in hashed { origin.add(part.origin) }
    return GeneratedName.make([(service.namespace, 8), (service.name, 8)], hashing: hashed, from: origin)
  }
}
