extension LoadBalancerStack {
  /// The stack in the shape that the controller logs: `{"id": …, "resources": {type: {id: {"spec": …}}}}`.
  ///
  /// Types and ids are sorted bytewise, as Go prints maps. Source: `pkg/deploy/stack_schema_builder.go`.
  package var tree: PlanNode {
    var resources = PlanObject()
    for type in ResourceType.allCases {
      var entries = self.entries(of: type)
      guard !entries.isEmpty else { continue }
      entries.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
      var byID = PlanObject()
      for entry in entries { byID.add(entry.id, entry.node) }
      resources.add(type.rawValue, byID.node)
    }
    var stack = PlanObject()
    stack.add("id", id)
    stack.add("resources", resources.node)
    return stack.node
  }

  private func entries(of type: ResourceType) -> [(id: String, node: PlanNode)] {
    func specs<Resource>(
      _ list: [Resource], _ id: (Resource) -> String, _ tree: (Resource) -> PlanNode
    ) -> [(id: String, node: PlanNode)] {
      list.map { (id($0), PlanNode(.object([PlanField("spec", tree($0))]))) }
    }
    func addOn<Resource>(_ resource: Resource?, _ tree: (Resource) -> PlanNode) -> [(id: String, node: PlanNode)] {
      specs(resource.map { [$0] } ?? [], { _ in "LoadBalancer" }, tree)
    }
    switch type {
    case .certificate: return specs(managedCertificates, \.id, \.tree)
    case .securityGroup: return specs(securityGroups, \.id, \.tree)
    case .listener: return specs(listeners, \.id, \.tree)
    case .listenerRule: return specs(listenerRules, \.id, \.tree)
    case .loadBalancer: return specs(loadBalancers, \.id, \.tree)
    case .targetGroup: return specs(targetGroups, \.id, \.tree)
    case .shieldProtection: return addOn(shieldProtection, \.tree)
    case .wafClassicAssociation: return addOn(wafClassicAssociation, \.tree)
    case .wafv2Association: return addOn(wafv2Association, \.tree)
    case .frontendNLBTargetGroup:
      guard let frontendNLBTargets else { return [] }
      // Unlike the others this resource is written without `spec`; the state is keyed by the target group's name.
      var states = frontendNLBTargets.map { ($0.name.known ?? PlanNode.knownAfterApply, $0.tree) }
      states.sort { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
      var byName = PlanObject()
      for state in states { byName.add(state.0, state.1) }
      var resource = PlanObject()
      resource.add("TargetGroups", byName.node)
      return [("FrontendNLBTargetGroup", resource.node)]
    case .targetGroupBinding: return specs(targetGroupBindings, \.id, \.tree)
    }
  }
}
