import Manifests

extension TargetGroup {
  /// Mirrors `TargetGroupSpec` in `pkg/model/elbv2/target_group.go`.
  var tree: PlanNode {
    var spec = PlanObject()
    spec.add("name", .planned(name))
    spec.add("targetType", .planned(targetType))
    spec.add("port", .planned(port))
    spec.add("protocol", .planned(targetProtocol))
    spec.add("protocolVersion", ifPresent: protocolVersion.map { .planned($0) })
    spec.add("ipAddressType", .planned(ipAddressType))
    spec.add("healthCheckConfig", healthCheck.tree)
    spec.add(attributes: attributes, as: "targetGroupAttributes")
    spec.add(tags: tags)
    spec.add("targetControlPort", ifPresent: targetControlPort.map { .planned($0) })
    return spec.node
  }
}

extension TargetGroup.HealthCheck {
  fileprivate var tree: PlanNode {
    var check = PlanObject()
    check.add(
      "port",
      .planned(port) { port in
        switch port {
        case .trafficPort: .text("traffic-port")
        case .number(let number): .number(number)
        }
      })
    check.add("protocol", .planned(`protocol`))
    check.add("path", ifPresent: path.map { .planned($0) })
    check.add("matcher", ifPresent: matcher?.tree)
    check.add("intervalSeconds", .planned(intervalSeconds))
    check.add("timeoutSeconds", .planned(timeoutSeconds))
    check.add("healthyThresholdCount", .planned(healthyThresholdCount))
    check.add("unhealthyThresholdCount", .planned(unhealthyThresholdCount))
    return check.node
  }
}

extension TargetGroup.HealthCheck.Matcher {
  fileprivate var tree: PlanNode {
    var matcher = PlanObject()
    switch self {
    case .httpCode(let codes): matcher.add("httpCode", .planned(codes))
    case .grpcCode(let codes): matcher.add("grpcCode", .planned(codes))
    }
    return matcher.node
  }
}

extension PlanNode {
  static func intOrString(_ value: IntOrString) -> PlanNode {
    switch value {
    case .number(let number): .number(number)
    case .name(let name): .text(name)
    }
  }
}
