extension LoadBalancerStack {
  /// The stack in the shape that the controller logs: `{"id": …, "resources": {type: {id: {"spec": …}}}}`.
  ///
  /// Types and ids are sorted bytewise, as Go prints maps. Source: `pkg/deploy/stack_schema_builder.go`.
  func write(to plan: inout some PlanSink) {
    plan.object { plan in
      plan.member("id", id)
      plan.object("resources") { plan in
        for type in ResourceType.allCases { writeResources(of: type, to: &plan) }
      }
    }
  }

  private func writeResources(of type: ResourceType, to plan: inout some PlanSink) {
    switch type {
    case .certificate: plan.resources(type, managedCertificates, id: \.id) { $1.write(to: &$0) }
    case .securityGroup: plan.resources(type, securityGroups, id: \.id) { $1.write(to: &$0) }
    case .listener: plan.resources(type, listeners, id: \.id) { $1.write(to: &$0) }
    case .listenerRule: plan.resources(type, listenerRules, id: \.id) { $1.write(to: &$0) }
    case .loadBalancer: plan.resources(type, loadBalancers, id: \.id) { $1.write(to: &$0) }
    case .targetGroup: plan.resources(type, targetGroups, id: \.id) { $1.write(to: &$0) }
    case .shieldProtection: plan.addOn(type, shieldProtection) { $1.write(to: &$0) }
    case .wafClassicAssociation: plan.addOn(type, wafClassicAssociation) { $1.write(to: &$0) }
    case .wafv2Association: plan.addOn(type, wafv2Association) { $1.write(to: &$0) }
    case .frontendNLBTargetGroup:
      if let frontendNLBTargets { write(frontendNLBTargets, to: &plan) }
    case .targetGroupBinding: plan.resources(type, targetGroupBindings, id: \.id) { $1.write(to: &$0) }
    }
  }

  /// Unlike the others this resource is written without `spec`; the state is keyed by the target group's name.
  private func write(_ targets: [FrontendNLBTarget], to plan: inout some PlanSink) {
    plan.key(ResourceType.frontendNLBTargetGroup.rawValue)
    plan.object { plan in
      plan.object("FrontendNLBTargetGroup") { plan in
        plan.object("TargetGroups") { plan in
          plan.sorted(targets, by: { $0.name.known ?? PlanNode.knownAfterApply }) { $1.write(to: &$0) }
        }
      }
    }
  }
}

extension PlanSink {
  /// The resources of one type; left out when there are none.
  fileprivate mutating func resources<Resource>(
    _ type: ResourceType, _ resources: [Resource], id: (Resource) -> String,
    _ write: (inout Self, Resource) -> Void
  ) {
    guard !resources.isEmpty else { return }
    key(type.rawValue)
    object { plan in
      plan.sorted(resources, by: id) { plan, resource in
        plan.object { plan in
          plan.field("spec")
          write(&plan, resource)
        }
      }
    }
  }

  /// What a load balancer has at most one of.
  fileprivate mutating func addOn<Resource>(
    _ type: ResourceType, _ resource: Resource?, _ write: (inout Self, Resource) -> Void
  ) {
    if let resource { resources(type, [resource], id: { _ in "LoadBalancer" }, write) }
  }

  /// Members with these names, sorted bytewise by name.
  fileprivate mutating func sorted<Resource>(
    _ resources: [Resource], by name: (Resource) -> String, _ write: (inout Self, Resource) -> Void
  ) {
    if resources.count == 1 {
      key(name(resources[0]))
      return write(&self, resources[0])
    }
    // Names and positions are sorted, for resources are large.
    let names = resources.indices.map { (name: name(resources[$0]), position: $0) }
    for entry in names.sorted(by: { $0.name.precedesBytewise($1.name) }) {
      key(entry.name)
      write(&self, resources[entry.position])
    }
  }
}
