import Manifests

/// Mirrors `pkg/service/model_build_managed_sg.go`.
extension ServiceModelBuilder {
  private typealias Keys = AnnotationDefinition.Service

  mutating func managedSecurityGroup(
    _ ipAddressType: Setting<LoadBalancerIPAddressType>
  ) throws(BuildFailure) -> SecurityGroup {
    let object = service.metadata.objectName
    let hashed = [object.name, object.namespace].map { text in
      Planned(text, from: .field("metadata", at: service.metadata.name.span))
    }
    let name = generatedName(
      of: object, hashing: [world.clusterName] + hashed + [service.uid],
      described: "a hash of the cluster's name, the Service's name, namespace and uid")
    let tags = try tags()
    return SecurityGroup(
      id: "ManagedLBSecurityGroup", name: name, description: "[k8s] Managed SecurityGroup for LoadBalancer",
      tags: tags, permissions: try permissions(ipAddressType))
  }

  /// One opening per port and source, whatever becomes of the port's listener.
  ///
  /// Mirrors `buildManagedSecurityGroupIngressPermissions`.
  private func permissions(
    _ ipAddressType: Setting<LoadBalancerIPAddressType>
  ) throws(BuildFailure) -> [SecurityGroup.Permission] {
    let prefixLists = annotations.annotation(Keys.securityGroupPrefixLists)
    let pathMTU = annotations.annotation(Keys.enableICMPForPathMTUDiscovery).flatMap { annotation in
      annotation.value.value == "on" ? Origin.annotation(annotation) : nil
    }
    let ranges = try sourceRanges(ipAddressType, hasPrefixLists: prefixLists != nil)
    let lists = prefixLists?.items ?? []
    var permissions: [SecurityGroup.Permission] = []
    for port in service.ports {
      let number = port.port.value
      let ipProtocol = port.effectiveProtocol.lowercased()
      for range in ranges {
        let isIPv6 = Self.isIPv6(range.value)
        let peer = isIPv6 ? SecurityGroup.Permission.Peer.ipv6(range.value) : .ipv4(range.value)
        permissions.append(
          SecurityGroup.Permission(
            ipProtocol: ipProtocol, fromPort: number, toPort: number, peer: peer, origin: range.origin))
        // Quirk (numbers as since v3.4.1): the ICMP opening repeats for every port.
        guard let pathMTU else { continue }
        permissions.append(
          SecurityGroup.Permission(
            ipProtocol: isIPv6 ? "icmpv6" : "icmp", fromPort: isIPv6 ? 2 : 3, toPort: isIPv6 ? 0 : 4, peer: peer,
            origin: pathMTU))
      }
      for list in lists {
        permissions.append(
          SecurityGroup.Permission(
            ipProtocol: ipProtocol, fromPort: number, toPort: number, peer: .prefixList(list.value),
            origin: Origin(.annotation(Keys.securityGroupPrefixLists.key), at: list.span)))
      }
    }
    return permissions
  }

  /// Mirrors `buildCIDRsFromSourceRanges`. The texts are not checked, and those of `spec` not trimmed.
  private func sourceRanges(
    _ ipAddressType: Setting<LoadBalancerIPAddressType>, hasPrefixLists: Bool
  ) throws(BuildFailure) -> [Setting<String>] {
    let ranges = writtenSourceRanges(of: service)
    if let range = ranges.first(where: { Self.isIPv6($0.value) }), ipAddressType.value != .dualstack {
      throw BuildFailure(
        "ipv6-range-without-dualstack", "unsupported v6 cidr \(range.value) when lb is not dualstack",
        at: range.origin.spans + ipAddressType.origin.spans)
    }
    // Quirk (since v2.8): an annotation for prefix lists without items leaves the group without any rule.
    guard ranges.isEmpty, !hasPrefixLists else { return ranges }
    let everywhere = ipAddressType.value == .dualstack ? ["0.0.0.0/0", "::/0"] : ["0.0.0.0/0"]
    return everywhere.map { Setting($0, from: .controllerDefault) }
  }

  private static func isIPv6(_ range: String) -> Bool { range.utf8.contains(UInt8(ascii: ":")) }

  /// `spec.loadBalancerSourceRanges` of a Service; where it has none, the base Service's annotation.
  ///
  /// Mirrors the first half of `buildCIDRsFromSourceRanges` and `getLoadBalancerSourceRanges`.
  func writtenSourceRanges(of backend: Service?) -> [Setting<String>] {
    if let backend, !backend.loadBalancerSourceRanges.isEmpty {
      return backend.loadBalancerSourceRanges.map {
        Setting($0.value, from: .field("spec.loadBalancerSourceRanges", at: $0.span))
      }
    }
    let key = Keys.loadBalancerSourceRanges.key
    return (annotations.annotation(Keys.loadBalancerSourceRanges)?.items ?? []).map { item in
      Setting(item.value, from: Origin(.annotation(key), at: item.span))
    }
  }
}
