import LoadBalancerModel
import Manifests

/// Turns one stack into sections of a preview. What several of them need to look up is looked up here once.
struct StackWords {
  let stack: LoadBalancerStack
  let owner: StackOutcome.Owner
  let world: World
  /// By target group id.
  let bindings: [String: TargetGroupBinding]
  /// By target group id: `shop/web:80`, and the id where several groups stand for the same Service and port.
  let targetGroupLabels: [String: PlanText]
  /// By target group id: the ALB's port behind a target group of its frontend.
  let albPorts: [String: Int32]
  /// By listener id, in the order of the stack, which is that of their priorities.
  let rules: [String: [ListenerRule]]

  init(_ stack: LoadBalancerStack, owner: StackOutcome.Owner, world: World) {
    self.stack = stack
    self.owner = owner
    self.world = world
    bindings = Dictionary(stack.targetGroupBindings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    rules = Dictionary(grouping: stack.listenerRules, by: \.listener.id)
    albPorts = Dictionary(
      (stack.frontendNLBTargets ?? []).map { ($0.targetGroup.id, $0.targetPort) }, uniquingKeysWith: { first, _ in first })
    targetGroupLabels = Self.labels(stack, bindings, albPorts)
  }

  /// The group has several members, so that it matters which one a rule comes from.
  var hasSeveralMembers: Bool {
    if case .ingressGroup(let group) = owner { group.members.count > 1 } else { false }
  }

  private static func labels(
    _ stack: LoadBalancerStack, _ bindings: [String: TargetGroupBinding], _ albPorts: [String: Int32]
  ) -> [String: PlanText] {
    var names: [(id: String, name: String)] = []
    var labels: [String: PlanText] = [:]
    for group in stack.targetGroups {
      if let port = albPorts[group.id] {
        labels[group.id] = "the ALB's port \(port)"
      } else if let service = group.service, let binding = bindings[group.id] {
        names.append((group.id, "\(service):\(binding.servicePort)"))
      } else {
        labels[group.id] = PlanText(verbatim: group.id)
      }
    }
    let counts = Dictionary(names.map { ($0.name, 1) }, uniquingKeysWith: +)
    for (id, name) in names {
      let isUnique = counts[name] == 1 || id == name
      labels[id] = isUnique ? PlanText(verbatim: name) : "\(verbatim: name) (target group \(verbatim: id))"
    }
    return labels
  }

  /// How a target group is called in the text.
  func label(_ identifier: Identifier) -> PlanText {
    switch identifier {
    case .literal(let arn): "the target group \(verbatim: arn)"
    case .reference(let reference): targetGroupLabels[reference.id] ?? PlanText(verbatim: reference.id)
    }
  }
}
