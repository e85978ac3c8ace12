extension TargetGroupBinding {
  /// Mirrors `TargetGroupBindingResourceSpec` in `pkg/model/elbv2/k8s/target_group_binding.go`.
  var tree: PlanNode {
    var metadata = PlanObject()
    metadata.add("name", .planned(name))
    metadata.add("namespace", namespace)

    var service = PlanObject()
    service.add("name", serviceName)
    service.add("port", .intOrString(servicePort))

    var binding = PlanObject()
    binding.add("targetGroupARN", .reference(targetGroup))
    binding.add("targetType", .planned(targetType))
    binding.add("serviceRef", service.node)
    binding.add("networking", ifPresent: networking?.tree)
    if let nodeSelector {
      var selector = PlanObject()
      selector.add("matchLabels", .sortedMap(nodeSelector))
      binding.add("nodeSelector", selector.node)
    }
    binding.add("ipAddressType", .planned(ipAddressType))
    binding.add("vpcID", ifPresent: vpcID.map { .planned($0) })
    if isMultiCluster.known != false { binding.add("multiClusterTargetGroup", .planned(isMultiCluster)) }
    binding.add("targetGroupProtocol", .planned(targetGroupProtocol))

    var template = PlanObject()
    template.add("metadata", metadata.node)
    template.add("spec", binding.node)
    var spec = PlanObject()
    spec.add("template", template.node)
    return spec.node
  }
}

extension TargetGroupBinding.Networking {
  fileprivate var tree: PlanNode {
    var networking = PlanObject()
    networking.add(
      "ingress",
      PlanNode(
        .list(
          ingress.map { rule in
            var object = PlanObject()
            object.add("from", .planned(rule.from) { $0.map { PlanNode(.list($0.map(\.tree))) } ?? PlanNode(.null) })
            object.add("ports", .planned(rule.ports) { $0.map { PlanNode(.list($0.map(\.tree))) } ?? PlanNode(.null) })
            return object.node
          })))
    return networking.node
  }
}

extension TargetGroupBinding.Networking.Peer {
  fileprivate var tree: PlanNode {
    var inner = PlanObject()
    var peer = PlanObject()
    switch self {
    case .ipBlock(let cidr):
      inner.add("cidr", .planned(cidr))
      peer.add("ipBlock", inner.node)
    case .securityGroup(let group):
      inner.add("groupID", .planned(group))
      peer.add("securityGroup", inner.node)
    }
    return peer.node
  }
}

extension TargetGroupBinding.Networking.Port {
  fileprivate var tree: PlanNode {
    var object = PlanObject()
    object.add("protocol", `protocol`)
    object.add("port", ifPresent: port.map { .planned($0) { .intOrString($0) } })
    return object.node
  }
}
