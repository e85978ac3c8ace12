import LoadBalancerModel
import Manifests

/// One section for each load balancer of the stack: who gets in first, then where it stands, then what it does.
extension StackWords {
  func sections() -> [OutlineSection] { stack.loadBalancers.map { section($0) } }

  private func section(_ loadBalancer: LoadBalancer) -> OutlineSection {
    let isFrontend = loadBalancer.id == Self.frontendID
    var section = OutlineSection(title(loadBalancer), origins: titleOrigins(loadBalancer))
    section.line("for", isFrontend ? "the ALB above, as its frontend" : owner.words)
    for openings in [clientOpenings(loadBalancer), isFrontend ? nil : targetOpenings()] {
      if let openings { section.add(openings) }
    }
    section.add(network(loadBalancer))
    for listener in sections(listenersOf: loadBalancer) { section.add(listener) }
    if let groups = targetGroups(of: loadBalancer) { section.add(groups) }
    if !isFrontend { section.add(addOns()) }
    section.add(settings(loadBalancer))
    return section
  }

  /// A computed name has no cause that would say anything.
  private func titleOrigins(_ loadBalancer: LoadBalancer) -> [Origin] {
    let origins = [loadBalancer.name.origin, loadBalancer.scheme.origin, loadBalancer.ipAddressType.origin]
    return origins.filter { if case .computed = $0.source { false } else { true } }
  }

  private func title(_ loadBalancer: LoadBalancer) -> PlanText {
    let kind = loadBalancer.type == .application ? "ALB" : "NLB"
    let scheme = PlanText.planned(loadBalancer.scheme)
    return "\(words: kind) \(.planned(loadBalancer.name)), \(scheme), \(.planned(loadBalancer.ipAddressType))"
  }

  private func network(_ loadBalancer: LoadBalancer) -> OutlineSection {
    var section = OutlineSection("Network")
    var subnetOrigins = [loadBalancer.subnetMappings.origin]
    // The text says it already.
    if case .computed? = subnetOrigins.first?.source { subnetOrigins = [] }
    section.line("subnets", subnets(loadBalancer), from: subnetOrigins)
    section.line(
      "security groups", securityGroups(loadBalancer),
      from: ([loadBalancer.securityGroups.origin] + (loadBalancer.securityGroups.known ?? []).map(\.origin)).unique)
    if let setting = loadBalancer.securityGroupsInboundRulesOnPrivateLink {
      section.line("PrivateLink", "the groups' rules are \(.planned(setting)) for its traffic", from: setting.origin)
    }
    if let setting = loadBalancer.enablePrefixForIPv6SourceNAT, !setting.isKnown("off") {
      section.line("IPv6 source NAT", .planned(setting), from: setting.origin)
    }
    if let pool = loadBalancer.customerOwnedIPv4Pool { section.line("CoIP pool", .planned(pool), from: pool.origin) }
    if let pool = loadBalancer.ipv4IPAMPool { section.line("IPAM pool", .planned(pool), from: pool.origin) }
    if let units = loadBalancer.minimumCapacityUnits {
      section.line("capacity", "at least \(.planned(units)) units", from: units.origin)
    }
    return section
  }

  private func subnets(_ loadBalancer: LoadBalancer) -> PlanText {
    let source = loadBalancer.subnetMappings.origin
    guard let mappings = loadBalancer.subnetMappings.known else {
      return "\(.unknown): \(discovery(loadBalancer, source))"
    }
    let names = mappings.map { mapping -> PlanText in
      let addresses: [PlanText] = [
        mapping.allocationID.map { "elastic IP \(.planned($0))" }, mapping.privateIPv4Address.map { .planned($0) },
        mapping.ipv6Address.map { .planned($0) }, mapping.sourceNATIPv6Prefix.map { "source NAT \(.planned($0))" },
      ].compactMap { $0 }
      let id = PlanText.planned(mapping.subnetID)
      return addresses.isEmpty ? id : "\(id) (\(addresses.joined()))"
    }
    return "\(names.joined()): \(discovery(loadBalancer, source))"
  }

  /// How the subnets were chosen.
  private func discovery(_ loadBalancer: LoadBalancer, _ origin: Origin) -> PlanText {
    switch origin.source {
    case .annotation, .classParameters, .field: return "named by \(OriginWords.source(origin))"
    case .context("aws.loadBalancers"): return "kept from the load balancer that is there"
    case .computed(let how) where loadBalancer.subnetMappings.known != nil: return "\(words: how)"
    case .context, .flag, .featureGate, .controllerDefault, .computed:
      switch loadBalancer.scheme.known {
      case .internetFacing?: return "found by the tag kubernetes.io/role/elb, else the public ones"
      case .internal?: return "found by the tag kubernetes.io/role/internal-elb, else the private ones"
      case nil: return "found by their tags"
      }
    }
  }

  private func securityGroups(_ loadBalancer: LoadBalancer) -> PlanText {
    guard let groups = loadBalancer.securityGroups.known else {
      return .unknown(loadBalancer.securityGroups.missingFact ?? .securityGroups)
    }
    let source = OriginWords.source(loadBalancer.securityGroups.origin)
    guard !groups.isEmpty else {
      return "\("none", .caution) (\(source)): the groups of nodes and pods decide alone who gets in"
    }
    let names = groups.map { words(securityGroup: $0) }.joined()
    guard managedGroup(of: loadBalancer) == nil, loadBalancer.id != Self.frontendID else { return names }
    return "\(names); named by \(source), their rules are yours"
  }

  private func addOns() -> OutlineSection {
    var section = OutlineSection("Protection")
    for association in [stack.wafv2Association, stack.wafClassicAssociation].compactMap({ $0 }) {
      let label = association.generation == .wafv2 ? "WAF" : "WAF classic"
      let words: PlanText =
        association.webACL.isKnown("") ? "\("none: any web ACL is taken off", .caution)" : .planned(association.webACL)
      section.line(label, words, from: association.webACL.origin)
    }
    if let shield = stack.shieldProtection {
      section.line("Shield Advanced", .planned(shield.enabled) { $0 ? "on" : "off" }, from: shield.enabled.origin)
    }
    return section
  }

  private func settings(_ loadBalancer: LoadBalancer) -> OutlineSection {
    var section = OutlineSection("Settings", isDetail: true)
    if !loadBalancer.attributes.isEmpty {
      section.line(
        "attributes", .attributes(loadBalancer.attributes), from: loadBalancer.attributes.map(\.value.origin).unique)
    }
    if !loadBalancer.tags.isEmpty {
      section.line("tags", .tags(loadBalancer.tags), from: loadBalancer.tags.values.map(\.origin).unique)
    }
    return section
  }
}

extension StackOutcome.Owner {
  /// `Ingress shop/web`, `IngressGroup shop (shop/web, shop/admin)`, `Service games/lobby`.
  var words: PlanText {
    switch self {
    case .service(let service): return "Service \(verbatim: service.metadata.objectName.description)"
    case .ingressGroup(let group):
      guard case .explicit(let name) = group.id else { return "Ingress \(verbatim: group.id.description)" }
      let members = group.members.map { PlanText(verbatim: $0.name.description) }
      return members.isEmpty
        ? "IngressGroup \(verbatim: name)" : "IngressGroup \(verbatim: name) (\(members.joined()))"
    }
  }

  /// The kind of load balancer it is for.
  var loadBalancerKind: PlanText {
    if case .service = self { "NLB" } else { "ALB" }
  }
}
