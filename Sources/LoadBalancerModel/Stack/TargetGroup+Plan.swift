extension TargetGroup {
  /// Mirrors `TargetGroupSpec` in `pkg/model/elbv2/target_group.go`.
  func write(to plan: inout some PlanSink) {
    plan.object { plan in
      plan.member("name", name)
      plan.member("targetType", targetType)
      plan.member("port", port)
      plan.member("protocol", targetProtocol)
      plan.member("protocolVersion", ifPresent: protocolVersion)
      plan.member("ipAddressType", ipAddressType)
      healthCheck.write(to: &plan)
      plan.member(attributes: attributes, as: "targetGroupAttributes")
      plan.member(tags: tags)
      plan.member("targetControlPort", ifPresent: targetControlPort)
    }
  }
}

extension TargetGroup.HealthCheck {
  fileprivate func write(to plan: inout some PlanSink) {
    plan.object("healthCheckConfig") { plan in
      plan.field("port")
      plan.planned(port) { plan, port, origin in
        switch port {
        case .trafficPort: plan.text("traffic-port", from: origin)
        case .number(let number): plan.number(Int64(number), from: origin)
        }
      }
      plan.member("protocol", `protocol`)
      plan.member("path", ifPresent: path)
      if let matcher { matcher.write(to: &plan) }
      plan.member("intervalSeconds", intervalSeconds)
      plan.member("timeoutSeconds", timeoutSeconds)
      plan.member("healthyThresholdCount", healthyThresholdCount)
      plan.member("unhealthyThresholdCount", unhealthyThresholdCount)
    }
  }
}

extension TargetGroup.HealthCheck.Matcher {
  fileprivate func write(to plan: inout some PlanSink) {
    plan.object("matcher") { plan in
      switch self {
      case .httpCode(let codes): plan.member("httpCode", codes)
      case .grpcCode(let codes): plan.member("grpcCode", codes)
      }
    }
  }
}
