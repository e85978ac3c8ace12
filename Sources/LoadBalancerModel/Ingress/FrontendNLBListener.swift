import Manifests

/// What one member wants of one listener of the frontend NLB.
///
/// Mirrors `FrontendNlbListenerConfig` in `pkg/ingress/model_build_frontend_nlb.go`.
struct FrontendNLBListener {
  /// The port of the application load balancer behind it.
  var targetPort: Int32
  var healthCheck: FrontendNLBHealthCheck
  /// What makes it exist.
  var origin: Origin
}

/// The health check of a frontend NLB's target group. Each field knows by its origin whether an annotation set it.
struct FrontendNLBHealthCheck {
  var port: Planned<HealthCheckPort>
  var `protocol`: Planned<ListenerProtocol>
  var path: Planned<String>
  var successCodes: Planned<String>
  var intervalSeconds: Planned<Int32>
  var timeoutSeconds: Planned<Int32>
  var healthyThresholdCount: Planned<Int32>
  var unhealthyThresholdCount: Planned<Int32>
}

extension FrontendNLBHealthCheck {
  /// As the health check of a target group.
  var healthCheck: TargetGroup.HealthCheck {
    TargetGroup.HealthCheck(
      port: port, protocol: `protocol`, path: path, matcher: .httpCode(successCodes), intervalSeconds: intervalSeconds,
      timeoutSeconds: timeoutSeconds, healthyThresholdCount: healthyThresholdCount,
      unhealthyThresholdCount: unhealthyThresholdCount)
  }
}

// MARK: Merging

extension FrontendNLBListener {
  /// Merges what the members want of one port: what an annotation sets beats a default, and must not be contradicted.
  ///
  /// Mirrors `mergeFrontendNlbListenPortConfigs`.
  static func merge(_ listeners: [FrontendNLBListener]) throws(BuildFailure) -> FrontendNLBListener? {
    guard var merged = listeners.first else { return nil }
    for (index, listener) in listeners.enumerated().dropFirst() {
      try merged.healthCheck.merge(listener.healthCheck, index: index)
      guard merged.targetPort == listener.targetPort else {
        throw BuildFailure(
          "conflicting-target-port",
          "conflicting Target Port, config \(index + 1): \(listener.targetPort), previous: \(merged.targetPort)",
          at: merged.origin.spans + listener.origin.spans)
      }
      merged.origin.add(listener.origin)
    }
    return merged
  }
}

extension FrontendNLBHealthCheck {
  fileprivate mutating func merge(_ other: Self, index: Int) throws(BuildFailure) {
    try intervalSeconds.merge(other.intervalSeconds, "IntervalSeconds", index) { String($0) }
    try timeoutSeconds.merge(other.timeoutSeconds, "TimeoutSeconds", index) { String($0) }
    try healthyThresholdCount.merge(other.healthyThresholdCount, "HealthyThresholdCount", index) { String($0) }
    try unhealthyThresholdCount.merge(other.unhealthyThresholdCount, "UnhealthyThresholdCount", index) { String($0) }
    try `protocol`.merge(other.protocol, "Protocol", index) { $0.rawValue }
    try path.merge(other.path, "Path", index) { $0 }
    // Quirk (since v2.13.0): the controller compares addresses here, so that two members that both set it never agree.
    try successCodes.merge(other.successCodes, "Matcher", index, isSame: { _, _ in false }) { "{\($0)}" }
    try port.merge(other.port, "Port", index, \.goText)
  }
}

extension Planned where Value: Equatable {
  /// Mirrors `mergeHealthCheckField`.
  fileprivate mutating func merge(
    _ other: Self, _ field: String, _ index: Int, isSame: (Value, Value) -> Bool = { $0 == $1 },
    _ text: (Value) -> String
  ) throws(BuildFailure) {
    guard other.isExplicit else { return }
    guard isExplicit, let before = known, let now = other.known else {
      self = other
      return
    }
    guard isSame(before, now) else {
      throw BuildFailure(
        "conflicting-frontend-nlb-health-check",
        "conflicting \(field), config \(index + 1): \(text(now)), previous: \(text(before))",
        at: origin.spans + other.origin.spans)
    }
    origin.add(other.origin)
  }

  private var isExplicit: Bool { origin.source != .controllerDefault }
}

extension HealthCheckPort {
  /// As Go prints an `IntOrString` by value.
  fileprivate var goText: String {
    switch self {
    case .trafficPort: "{1 0 traffic-port}"
    case .number(let number): "{0 \(number) }"
    }
  }

  /// As Go prints it in a name.
  var text: String {
    switch self {
    case .trafficPort: "traffic-port"
    case .number(let number): String(number)
    }
  }
}
