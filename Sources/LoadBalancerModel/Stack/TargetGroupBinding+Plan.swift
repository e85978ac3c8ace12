import Manifests

extension TargetGroupBinding {
  /// Mirrors `TargetGroupBindingResourceSpec` in `pkg/model/elbv2/k8s/target_group_binding.go`.
  func write(to plan: inout some PlanSink) {
    plan.object { plan in
      plan.object("template") { plan in
        plan.object("metadata") { plan in
          plan.member("name", name)
          plan.member("namespace", namespace)
        }
        plan.object("spec") { writeSpec(to: &$0) }
      }
    }
  }

  private func writeSpec(to plan: inout some PlanSink) {
    plan.member("targetGroupARN", targetGroup)
    plan.member("targetType", targetType)
    plan.object("serviceRef") { plan in
      plan.member("name", serviceName)
      plan.field("port")
      plan.intOrString(servicePort)
    }
    if let networking { networking.write(to: &plan) }
    if let nodeSelector {
      plan.object("nodeSelector") { $0.texts("matchLabels", nodeSelector) }
    }
    plan.member("ipAddressType", ipAddressType)
    plan.member("vpcID", ifPresent: vpcID)
    if isMultiCluster.known != false { plan.member("multiClusterTargetGroup", isMultiCluster) }
    plan.member("targetGroupProtocol", targetGroupProtocol)
  }
}

extension TargetGroupBinding.Networking {
  fileprivate func write(to plan: inout some PlanSink) {
    plan.object("networking") { plan in
      plan.list("ingress", ingress) { plan, rule in
        plan.object { plan in
          plan.list("from", rule.from) { $1.write(to: &$0) }
          plan.list("ports", rule.ports) { $1.write(to: &$0) }
        }
      }
    }
  }
}

extension TargetGroupBinding.Networking.Peer {
  fileprivate func write(to plan: inout some PlanSink) {
    plan.object { plan in
      switch self {
      case .ipBlock(let cidr): plan.object("ipBlock") { $0.member("cidr", cidr) }
      case .securityGroup(let group): plan.object("securityGroup") { $0.member("groupID", group) }
      }
    }
  }
}

extension TargetGroupBinding.Networking.Port {
  fileprivate func write(to plan: inout some PlanSink) {
    plan.object { plan in
      plan.member("protocol", `protocol`)
      if let port {
        plan.field("port")
        plan.planned(port) { $0.intOrString($1, from: $2) }
      }
    }
  }
}

extension PlanSink {
  fileprivate mutating func intOrString(_ value: IntOrString, from origin: Origin? = nil) {
    switch value {
    case .number(let number): self.number(Int64(number), from: origin)
    case .name(let name): text(name, from: origin)
    }
  }

  /// A list that may be unknown as a whole, or `null`.
  fileprivate mutating func list<Element>(
    _ name: StaticString, _ elements: Planned<[Element]?>, _ write: (inout Self, Element) -> Void
  ) {
    field(name)
    planned(elements) { plan, elements, origin in
      if let elements { plan.list(elements, from: origin, write) } else { plan.null(from: origin) }
    }
  }
}
