extension ActionConfiguration {
  /// Refuses what the controller refuses, in its order. Mirrors `Action.validate`.
  package func validate() throws(BuildFailure) {
    switch type {
    case Self.fixedResponseType:
      guard let fixedResponse else { throw failure("missing FixedResponseConfig") }
      guard !fixedResponse.statusCode.isEmpty else {
        throw failure("invalid FixedResponseConfig: statusCode is required")
      }
    case Self.redirectType:
      guard let redirect else { throw failure("missing RedirectConfig") }
      guard !redirect.statusCode.isEmpty else { throw failure("invalid RedirectConfig: statusCode is required") }
    case Self.forwardType:
      let namesTargetGroup = targetGroupARN != nil || targetGroupName != nil
      guard namesTargetGroup || forward != nil else {
        throw failure("missing ForwardConfig or TargetGroupARN/TargetGroupName")
      }
      guard let forward else { return }
      guard !namesTargetGroup else {
        throw failure("either ForwardConfig or TargetGroupARN/TargetGroupName can be specified")
      }
      if let problem = forward.problem { throw failure("invalid ForwardConfig: \(problem)") }
    default:
      throw BuildFailure("unknown-action-type", "unknown action type: \(type)", at: origin.spans)
    }
  }

  private func failure(_ message: String) -> BuildFailure {
    BuildFailure("invalid-action", message, at: origin.spans)
  }
}

extension ForwardConfiguration {
  /// The first thing the controller dislikes: every tuple by itself, then the weights.
  fileprivate var problem: String? {
    for tuple in targetGroups {
      if let problem = tuple.problem { return "invalid TargetGroupTuple: \(problem)" }
    }
    if targetGroups.count > 1, targetGroups.contains(where: { $0.weight == nil }) {
      return "weight must be set when route to multiple target groups"
    }
    return nil
  }
}

extension TargetGroupTuple {
  fileprivate var problem: String? {
    let namesTargetGroup = targetGroupARN != nil || targetGroupName != nil
    if !namesTargetGroup, serviceName == nil { return "missing serviceName or targetGroupARN/targetGroupName" }
    if namesTargetGroup, serviceName != nil {
      return "either serviceName or targetGroupARN/targetGroupName can be specified"
    }
    return serviceName != nil && servicePort == nil ? "missing servicePort" : nil
  }
}
