import Manifests

/// Mirrors the binding part of `pkg/service/model_build_target_group.go`.
extension ServiceModelBuilder {
  private typealias Keys = AnnotationDefinition.Service
  private typealias Networking = TargetGroupBinding.Networking

  /// Mirrors `buildTargetGroupBindingSpec`.
  func targetGroupBinding(
    of group: TargetGroup, _ parts: TargetGroupParts, _ frontend: Frontend
  ) throws(BuildFailure) -> TargetGroupBinding {
    let nodeSelector = try nodeSelector(parts.targetType)
    let networking =
      frontend.hasSecurityGroups
      ? networking(parts, from: frontend.ruleSource) : try networkingWithoutSecurityGroups(parts, frontend)
    let isMultiCluster =
      try annotations.bool(Keys.multiClusterTargetGroup) ?? Planned(false, from: .controllerDefault)
    return TargetGroupBinding(
      id: group.id, name: group.name, namespace: parts.backend.name.namespace, targetGroup: .targetGroup(group.id),
      targetType: group.targetType, serviceName: parts.backend.name.name,
      servicePort: parts.port.number.known.map { .number($0) } ?? .name(parts.port.name), networking: networking,
      nodeSelector: nodeSelector, ipAddressType: group.ipAddressType, vpcID: vpcID, isMultiCluster: isMultiCluster,
      targetGroupProtocol: group.targetProtocol)
  }

  private var vpcID: Planned<String>? { world.vpcIDOfBindings }

  /// Mirrors `buildTargetGroupBindingNodeSelector`.
  private func nodeSelector(_ targetType: TargetType) throws(BuildFailure) -> PlannedTexts? {
    guard targetType == .instance else { return nil }
    let labels = try AnnotationReader.placedTexts(annotations.annotation(Keys.targetNodeLabels))
    return labels.isEmpty ? nil : labels
  }

  // MARK: A load balancer with security groups

  /// Opens the targets to the load balancer's group; `nil` when nobody asked for it.
  ///
  /// Mirrors `buildTargetGroupBindingNetworking`.
  private func networking(
    _ parts: TargetGroupParts, from source: Planned<Identifier>?
  ) -> TargetGroupBinding.Networking? {
    guard let source else { return nil }
    let origin = Origin.controllerDefault
    let ports =
      world.controller.flags.disableRestrictedSecurityGroupRules
      ? unrestrictedPorts(parts.targetProtocol) : restrictedPorts(parts)
    return TargetGroupBinding.Networking(ingress: [
      Networking.Rule(
        from: Planned([.securityGroup(source)], from: origin),
        ports: Planned(ports.isEmpty ? nil : ports, from: origin))
    ])
  }

  private func unrestrictedPorts(_ targetProtocol: ListenerProtocol) -> [TargetGroupBinding.Networking.Port] {
    let tcp = Networking.Port(protocol: "TCP", port: nil)
    return targetProtocol.carriesUDP ? [tcp, Networking.Port(protocol: "UDP", port: nil)] : [tcp]
  }

  private func restrictedPorts(_ parts: TargetGroupParts) -> [TargetGroupBinding.Networking.Port] {
    let port = parts.port.bindingPort(parts.targetType)
    let tcp = Networking.Port(protocol: "TCP", port: port)
    let udp = Networking.Port(protocol: "UDP", port: port)
    var ports: [TargetGroupBinding.Networking.Port]
    switch parts.targetProtocol {
    case .tcp, .tls: ports = [tcp]
    case .udp, .quic: ports = parts.checksTrafficPort ? [udp, tcp] : [udp]
    case .tcpUDP, .tcpQUIC: ports = [udp, tcp]
    // Quirk: nothing is opened for SCTP, but for a health check on a port of its own.
    default: ports = []
    }
    if !parts.checksTrafficPort { ports.append(healthCheckPort(parts)) }
    return ports
  }

  /// The port of the health check, always over TCP.
  private func healthCheckPort(_ parts: TargetGroupParts) -> TargetGroupBinding.Networking.Port {
    let port = parts.port.bindingPort(parts.targetType)
    let check = parts.healthCheck.port
    switch check.knowledge {
    case .known(.trafficPort): return Networking.Port(protocol: "TCP", port: port)
    case .known(.number(let number)):
      return Networking.Port(protocol: "TCP", port: Planned(.number(number), from: check.origin))
    case .unknown(let fact):
      return Networking.Port(protocol: "TCP", port: Planned(unknown: fact, from: check.origin))
    }
  }

  // MARK: A load balancer without security groups

  /// Opens the targets to addresses. Mirrors `buildTargetGroupBindingNetworkingLegacy`.
  private func networkingWithoutSecurityGroups(
    _ parts: TargetGroupParts, _ frontend: Frontend
  ) throws(BuildFailure) -> TargetGroupBinding.Networking? {
    guard try managesBackendRules(default: true) else { return nil }
    let isIPv6 = parts.ipAddressType.known == .ipv6
    let subnets = subnetPeers(frontend.settings.subnets, isIPv6: isIPv6)
    var sources = subnets
    var usesDefaultSources = false
    if parts.targetProtocol.carriesUDP || parts.preservesClientIP {
      let ranges = writtenSourceRanges(of: parts.backend.declared)
      usesDefaultSources = ranges.isEmpty
      sources =
        usesDefaultSources ? defaultPeers(frontend.settings.scheme, isIPv6: isIPv6) : Self.peers(ranges)
    }
    let port = parts.port.bindingPort(parts.targetType)
    let protocols: [String] =
      switch parts.targetProtocol {
      case .tcpUDP, .tcpQUIC: ["TCP", "UDP"]
      case .udp, .quic: ["UDP"]
      default: ["TCP"]
      }
    var rules = [
      Networking.Rule(
        from: sources,
        ports: Planned(protocols.map { Networking.Port(protocol: $0, port: port) }, from: .controllerDefault))
    ]
    if needsHealthCheckRule(parts, sources, subnets, usesDefaultSources: usesDefaultSources) {
      rules.append(
        Networking.Rule(from: subnets, ports: Planned([healthCheckPort(parts)], from: parts.healthCheck.port.origin)))
    }
    return TargetGroupBinding.Networking(ingress: rules)
  }

  /// Whether health checks need an opening of their own. Mirrors `buildHealthCheckSourceCIDRs`.
  private func needsHealthCheckRule(
    _ parts: TargetGroupParts, _ sources: Planned<[TargetGroupBinding.Networking.Peer]?>,
    _ subnets: Planned<[TargetGroupBinding.Networking.Peer]?>, usesDefaultSources: Bool
  ) -> Bool {
    if case .known(.none) = subnets.knowledge { return false }
    // Quirk: UDP alone, not QUIC, always gets the rule.
    guard parts.targetProtocol != .udp, parts.checksTrafficPort else { return true }
    guard parts.preservesClientIP, !usesDefaultSources else { return false }
    let open = ["0.0.0.0/0", "::/0"]
    return !((sources.known ?? nil) ?? []).contains { peer in
      if case .ipBlock(let block) = peer, let range = block.known { open.contains(range) } else { false }
    }
  }

  private static func peers(_ ranges: [Setting<String>]) -> Planned<[TargetGroupBinding.Networking.Peer]?> {
    Planned(
      ranges.isEmpty ? nil : ranges.map { .ipBlock($0.planned) },
      from: ranges.first?.origin ?? .controllerDefault)
  }

  /// The ranges of the load balancer's subnets. Mirrors `getLoadBalancerSubnetsSourceRanges`.
  private func subnetPeers(
    _ subnets: Planned<[ResolvedSubnet]>, isIPv6: Bool
  ) -> Planned<[TargetGroupBinding.Networking.Peer]?> {
    let origin = subnets.origin
    guard let known = subnets.known else { return Planned(unknown: .subnets, from: origin) }
    var peers: [TargetGroupBinding.Networking.Peer] = []
    for subnet in known {
      guard let facts = subnet.facts else {
        if isIPv6 { return Planned(unknown: .subnets, from: origin) }
        peers.append(.ipBlock(Planned(unknown: .subnets, from: origin)))
        continue
      }
      for range in isIPv6 ? facts.ipv6CIDRBlocks : [facts.cidrBlock] {
        peers.append(.ipBlock(Planned(range, from: origin)))
      }
    }
    return Planned(peers.isEmpty ? nil : peers, from: origin)
  }

  /// Everywhere, or the VPC for an internal load balancer. Mirrors `getDefaultIPSourceRanges`.
  private func defaultPeers(
    _ scheme: Setting<LoadBalancerScheme>, isIPv6: Bool
  ) -> Planned<[TargetGroupBinding.Networking.Peer]?> {
    guard scheme.value == .internal else {
      return Self.peers([Setting(isIPv6 ? "::/0" : "0.0.0.0/0", from: scheme.origin)])
    }
    let origin = Origin(.context(isIPv6 ? "aws.vpcIPv6CIDRs" : "aws.vpcCIDRs"))
    guard let ranges = isIPv6 ? world.aws.vpcIPv6CIDRs : world.aws.vpcCIDRs else {
      return Planned(unknown: .vpcCIDRs, from: origin)
    }
    return Planned(
      ranges.isEmpty ? nil : ranges.map { .ipBlock(Planned($0, from: origin)) }, from: origin)
  }
}
