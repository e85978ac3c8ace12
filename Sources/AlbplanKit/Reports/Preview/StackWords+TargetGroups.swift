import LoadBalancerModel
import Manifests

/// Target groups: where packets go, and what tells a good target from a bad one.
extension StackWords {
  /// The target groups that a load balancer's listeners may use: those behind the ALB, or the frontend's own.
  func targetGroups(of loadBalancer: LoadBalancer) -> OutlineSection? {
    let frontendGroups = Set((stack.frontendNLBTargets ?? []).map(\.targetGroup.id))
    let isFrontend = loadBalancer.id == Self.frontendID
    let groups = stack.targetGroups.filter { frontendGroups.contains($0.id) == isFrontend }
    guard !groups.isEmpty else { return nil }
    var section = OutlineSection("Target groups (\(groups.count))", isDetail: groups.count > 1)
    for group in groups { section.add(self.section(group, of: loadBalancer)) }
    return section
  }

  static let frontendID = "FrontendNlb"

  private func section(_ group: TargetGroup, of loadBalancer: LoadBalancer) -> OutlineSection {
    let route = PacketRoute(
      loadBalancer: loadBalancer, targetGroup: group, binding: bindings[group.id],
      service: group.service.flatMap { world.objects.service($0) }, albPort: albPorts[group.id])
    var section = OutlineSection(
      targetGroupLabels[group.id] ?? PlanText(verbatim: group.id), origins: [group.origin])
    section.line("name", .planned(group.name), from: group.name.origin)
    section.line("way", "\(route.path) over \(words(protocolOf: group))", from: wayOrigins(group))
    if let hop = route.nodeHop { section.line("on the node", hop) }
    if let address = route.clientAddress { section.line("client address", address) }
    section.line("health check", route.healthCheck, from: route.healthCheckOrigins)
    section.line("checked", route.healthCheckTiming, from: route.healthCheckTimingOrigins)
    if group.ipAddressType.isKnown(.ipv6) {
      section.line("addresses", "IPv6 only", from: group.ipAddressType.origin)
    }
    if let port = group.targetControlPort { section.line("control port", .planned(port), from: port.origin) }
    if let binding = bindings[group.id] { add(binding, to: &section) }
    if !group.attributes.isEmpty {
      section.line("attributes", .attributes(group.attributes), from: group.attributes.map(\.value.origin).unique)
    }
    if !group.tags.isSame(as: loadBalancer.tags) {
      section.line("tags", group.tags.isEmpty ? "none" : .tags(group.tags), from: group.tags.values.map(\.origin).unique)
    }
    return section
  }

  private func add(_ binding: TargetGroupBinding, to section: inout OutlineSection) {
    if let selector = binding.nodeSelector, !selector.isEmpty {
      section.line("only nodes", .tags(selector), from: selector.values.map(\.origin).unique)
    }
    if !binding.isMultiCluster.isKnown(false) {
      section.line("multi-cluster", .planned(binding.isMultiCluster) { $0 ? "shared" : "no" },
        from: binding.isMultiCluster.origin)
    }
  }

  private func words(protocolOf group: TargetGroup) -> PlanText {
    switch group.protocolVersion?.known {
    case .http2?: "\(.planned(group.targetProtocol)) (HTTP/2)"
    case .grpc?: "\(.planned(group.targetProtocol)) (gRPC)"
    case .http1?, nil: .planned(group.targetProtocol)
    }
  }

  private func wayOrigins(_ group: TargetGroup) -> [Origin] {
    [group.targetType.origin, group.port.origin, group.targetProtocol.origin].unique
  }
}
