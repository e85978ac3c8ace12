import Manifests

extension IngressModelBuilder {
  /// Builds the security group that the controller manages for the load balancer.
  ///
  /// Mirrors `buildManagedSecurityGroupSpec` in `pkg/ingress/model_build_managed_sg.go`.
  func buildManagedSecurityGroup(ipAddressType: Planned<LoadBalancerIPAddressType>) throws(BuildFailure) {
    let tags = try groupTags(ofMembers: group.members.indices)
    stack.securityGroups.append(
      SecurityGroup(
        id: "ManagedLBSecurityGroup",
        name: generatedName(
          hashing: [clusterName, hashedGroupID],
          origin: Origin(.computed("SHA-256 of the cluster's name and the group's id"))),
        description: "[k8s] Managed SecurityGroup for LoadBalancer", tags: tags,
        permissions: permissions(ipv6: ipAddressType.known?.supportsIPv6 == true)))
  }

  /// One permission for each listener and source; IPv6 sources only where the load balancer has IPv6.
  ///
  /// Mirrors `buildManagedSecurityGroupIngressPermissions`.
  private func permissions(ipv6 supportsIPv6: Bool) -> [SecurityGroup.Permission] {
    var permissions: [SecurityGroup.Permission] = []
    for (port, settings) in sortedListenPorts {
      let inbound = settings.listener.inbound
      func add(_ sources: [Planned<String>], _ peer: (String) -> SecurityGroup.Permission.Peer) {
        for source in sources {
          permissions.append(
            SecurityGroup.Permission(
              ipProtocol: "tcp", fromPort: port, toPort: port, peer: peer(source.known ?? ""), origin: source.origin))
        }
      }
      add(inbound.ipv4CIDRs) { .ipv4($0) }
      if supportsIPv6 { add(inbound.ipv6CIDRs) { .ipv6($0) } }
      add(inbound.prefixLists) { .prefixList($0) }
    }
    return permissions
  }
}
