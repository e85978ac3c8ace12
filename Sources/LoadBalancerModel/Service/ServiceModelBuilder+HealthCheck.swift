import Manifests

/// Mirrors the health check part of `pkg/service/model_build_target_group.go`.
extension ServiceModelBuilder {
  private typealias Keys = AnnotationDefinition.Service

  /// What counts where no annotation says otherwise.
  private struct HealthCheckDefaults {
    var healthProtocol: ListenerProtocol
    var path: String
    var port: Planned<String>
    var timeoutSeconds: Int32
    var healthyThresholdCount: Int32
    var unhealthyThresholdCount: Int32
    /// Why these and no others.
    var origin: Origin

    static let general = HealthCheckDefaults(
      healthProtocol: .tcp, path: "/", port: Planned("traffic-port", from: .controllerDefault), timeoutSeconds: 10,
      healthyThresholdCount: 3, unhealthyThresholdCount: 3, origin: .controllerDefault)

    /// Nodes without a local pod must fail the check: kube-proxy answers on the health check node port.
    static func local(port: Planned<Int32>, policy: Origin) -> HealthCheckDefaults {
      HealthCheckDefaults(
        healthProtocol: .http, path: "/healthz", port: port.map { String($0) }, timeoutSeconds: 6,
        healthyThresholdCount: 2, unhealthyThresholdCount: 2, origin: policy)
    }
  }

  /// How a backend's target groups are checked; worked out once a backend.
  mutating func healthCheck(
    _ backend: BackendService, _ targetType: TargetType
  ) throws(BuildFailure) -> BackendHealthCheck {
    if let known = healthChecks[backend.name] { return known }
    var check = BackendHealthCheck(settings: try healthCheckSettings(backend, targetType))
    if targetType == .instance, let name = annotations.annotation(Keys.healthcheckPort)?.value.value {
      check.namedPort = backend.port(.name(name))?.span
    }
    healthChecks[backend.name] = check
    return check
  }

  /// Mirrors `buildTargetGroupHealthCheckConfig` and its two variants.
  private func healthCheckSettings(
    _ backend: BackendService, _ targetType: TargetType
  ) throws(BuildFailure) -> TargetGroup.HealthCheck {
    let defaults = healthCheckDefaults(backend, targetType)
    let isAdvanced = world.controller.featureGates[.nlbHealthCheckAdvancedConfig]
    func integer(
      _ definition: AnnotationDefinition, _ value: Int32, _ origin: Origin = defaults.origin
    ) throws(BuildFailure) -> Planned<Int32> {
      try annotations.int32(definition) ?? Planned(value, from: origin)
    }
    let healthProtocol = try healthCheckProtocol(defaults)
    let isTCP = healthProtocol.known == .tcp
    let port = try backend.healthCheckPort(
      annotations.string(Keys.healthcheckPort) ?? defaults.port, targetType: targetType)
    let interval = try integer(Keys.healthcheckInterval, 10, .controllerDefault)
    let timeout =
      isAdvanced
      ? try integer(Keys.healthcheckTimeout, defaults.timeoutSeconds)
      : Planned(defaults.timeoutSeconds, from: defaults.origin)
    return TargetGroup.HealthCheck(
      port: port, protocol: healthProtocol,
      path: isTCP
        ? nil : annotations.string(Keys.healthcheckPath) ?? Planned(defaults.path, from: defaults.origin),
      matcher: isTCP || !isAdvanced
        ? nil
        : .httpCode(
          annotations.string(Keys.healthcheckSuccessCodes) ?? Planned("200-399", from: .controllerDefault)),
      intervalSeconds: interval, timeoutSeconds: timeout,
      healthyThresholdCount: try integer(Keys.healthcheckHealthyThreshold, defaults.healthyThresholdCount),
      unhealthyThresholdCount: try integer(Keys.healthcheckUnhealthyThreshold, defaults.unhealthyThresholdCount))
  }

  /// Quirk (since v2.16): a weighted target with the policy `Local` is checked on the base Service's port.
  private func healthCheckDefaults(_ backend: BackendService, _ targetType: TargetType) -> HealthCheckDefaults {
    guard targetType == .instance, let declared = backend.declared, declared.isLoadBalancer,
      declared.hasLocalTrafficPolicy, let policy = declared.externalTrafficPolicy
    else { return .general }
    return .local(
      port: service.effectiveHealthCheckNodePort, policy: .field("spec.externalTrafficPolicy", at: policy.span))
  }

  /// Mirrors `buildTargetGroupHealthCheckProtocol`.
  private func healthCheckProtocol(
    _ defaults: HealthCheckDefaults
  ) throws(BuildFailure) -> Planned<ListenerProtocol> {
    guard let annotation = annotations.annotation(Keys.healthcheckProtocol) else {
      return Planned(defaults.healthProtocol, from: defaults.origin)
    }
    let healthProtocol: ListenerProtocol
    switch annotation.value.value.uppercased() {
    case "TCP": healthProtocol = .tcp
    case "HTTP": healthProtocol = .http
    case "HTTPS": healthProtocol = .https
    default:
      throw BuildFailure(
        "unknown-health-check-protocol", "unsupported health check protocol \(annotation.value.value)",
        at: [annotation.value.span])
    }
    return Planned(healthProtocol, from: .annotation(annotation))
  }
}

/// How the target groups of one backend are checked.
struct BackendHealthCheck: Sendable {
  var settings: TargetGroup.HealthCheck
  /// The port entry that the annotation names, for instance targets.
  var namedPort: SourceSpan?

  /// Whether the check goes to the port that takes the traffic.
  ///
  /// A node port that is not allocated yet equals only itself: the check that names the same port of the same Service.
  func asksTrafficPort(of port: BackendPort, _ targetType: TargetType) -> Bool {
    guard let check = settings.port.known, let target = port.bindingPort(targetType).known else {
      return settings.port.known == .trafficPort || (namedPort != nil && namedPort == port.span)
    }
    switch check {
    case .trafficPort: return true
    case .number(let number): return Int(number) == target.goNumber
    }
  }
}

extension IntOrString {
  /// `IntOrString.IntValue`: a name counts as 0, unless it is a number in disguise.
  var goNumber: Int {
    switch self {
    case .number(let number): Int(number)
    case .name(let name): (try? GoText.parseInteger(name) as Int) ?? 0
    }
  }
}
