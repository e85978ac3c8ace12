package import Manifests

/// What an annotation `actions.{protocol}-{port}` of a Service says. Mirrors `Action` in
/// `pkg/service/config_types.go`.
package struct WeightedActionConfiguration: Sendable {
  /// As written; only `forward` is known.
  package var type: String
  package var forward: Forward?
  /// The annotation.
  package var origin: Origin

  /// Mirrors `ForwardActionConfig`.
  package struct Forward: Sendable {
    /// The weight of the port's own target group.
    package var baseServiceWeight: Int32?
    package var targetGroups: [Target]
    package var stickiness: Stickiness?
  }

  /// Mirrors `TargetGroupStickinessConfig`.
  package struct Stickiness: Sendable {
    package var enabled: Bool?
  }

  /// An existing target group by ARN, or another Service and its port. Mirrors `TargetGroupTuple`.
  package struct Target: Sendable {
    package var targetGroupARN: String?
    package var serviceName: String?
    package var servicePort: IntOrString?
    /// A TLS listener sends plain TCP to the targets.
    package var decrypt: Bool?
    package var weight: Int32?

    fileprivate var problem: String? {
      if (targetGroupARN != nil) == (serviceName != nil) {
        return "precisely one of targetGroupARN and serviceName can be specified"
      }
      if serviceName != nil, servicePort == nil { return "missing servicePort" }
      if let weight, !(0...999).contains(weight) { return "target group weight must be between 0 and 999" }
      return nil
    }
  }

  /// Refuses what the controller refuses, in its order. Mirrors `Action.validate`.
  ///
  /// Quirk (since v2.16): a forward without `forwardConfig` passes here; the controller crashes on it later.
  package func validate() throws(BuildFailure) {
    guard type == "forward" else {
      throw BuildFailure("unknown-action-type", "unknown action type: \(type)", at: origin.spans)
    }
    guard let forward else { return }
    for target in forward.targetGroups {
      if let problem = target.problem { throw failure("invalid TargetGroupTuple: \(problem)") }
    }
    if forward.targetGroups.count > 1, forward.targetGroups.contains(where: { $0.weight == nil }) {
      throw failure("weight must be set when routing to multiple target groups")
    }
  }

  private func failure(_ message: String) -> BuildFailure {
    BuildFailure("invalid-action", "invalid ForwardConfig: \(message)", at: origin.spans)
  }
}
