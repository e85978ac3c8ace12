import LoadBalancerModel

/// What AWS takes as an attribute, as of the ELBv2 API model of May 2026.
struct AttributeDefinition: Sendable {
  enum Values: Sendable {
    case anything
    case words([String])
    /// A whole number, or one of the words.
    case number(ClosedRange<Int64>, or: [String])

    static let bool = words(["true", "false"])
    static func number(_ range: ClosedRange<Int64>) -> Values { .number(range, or: []) }
  }
  var key: String
  var values: Values

  init(_ key: String, _ values: Values) {
    self.key = key
    self.values = values
  }

  /// What AWS wants instead of a value; `nil` for one that it takes.
  func demand(instead value: String) -> String? {
    switch values {
    case .anything: return nil
    case .words(let words): return words.contains { $0.isSameText(as: value) } ? nil : words.joined(separator: " or ")
    case .number(let range, let words):
      if words.contains(where: { $0.isSameText(as: value) }) { return nil }
      if let number: Int64 = try? GoText.parseInteger(value), range.contains(number) { return nil }
      let numbers =
        range.upperBound == .max
        ? "a whole number from \(range.lowerBound)" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
      return ([numbers] + words).joined(separator: " or ")
    }
  }
}

extension AttributeDefinition {
  /// The attributes of a kind of resource.
  static func all(of resource: AttributeResource) -> [AttributeDefinition] {
    switch resource {
    case .applicationLoadBalancer: loadBalancer + applicationLoadBalancer
    case .networkLoadBalancer: loadBalancer + networkLoadBalancer
    case .applicationListener: applicationListener
    case .networkListener: networkListener
    case .applicationTargetGroup: targetGroup + applicationTargetGroup
    case .networkTargetGroup: targetGroup + networkTargetGroup
    case .gatewayTargetGroup: gatewayTargetGroup
    case .lambdaTargetGroup: lambdaTargetGroup
    }
  }

  /// Where to look for an attribute that stands at the wrong resource, the likeliest first.
  static func others(than resource: AttributeResource) -> [AttributeResource] {
    let own: [AttributeResource] = [.applicationLoadBalancer, .applicationListener, .applicationTargetGroup]
    let other: [AttributeResource] = [.networkLoadBalancer, .networkListener, .networkTargetGroup]
    return ((resource.isApplication ? own + other : other + own) + [.gatewayTargetGroup, .lambdaTargetGroup])
      .filter { $0 != resource }
  }
}

// MARK: Load balancers

extension AttributeDefinition {
  private static let loadBalancer: [AttributeDefinition] = [
    .init("deletion_protection.enabled", .bool), .init("access_logs.s3.enabled", .bool),
    .init("access_logs.s3.bucket", .anything), .init("access_logs.s3.prefix", .anything),
    .init("ipv6.deny_all_igw_traffic", .bool), .init("zonal_shift.config.enabled", .bool),
  ]

  private static let applicationLoadBalancer: [AttributeDefinition] = [
    // It is always on and can only be said again.
    .init("load_balancing.cross_zone.enabled", .words(["true"])),
    .init("idle_timeout.timeout_seconds", .number(1...4000)),
    .init("client_keep_alive.seconds", .number(60...604800)),
    .init("connection_logs.s3.enabled", .bool), .init("connection_logs.s3.bucket", .anything),
    .init("connection_logs.s3.prefix", .anything), .init("health_check_logs.s3.enabled", .bool),
    .init("health_check_logs.s3.bucket", .anything), .init("health_check_logs.s3.prefix", .anything),
    .init("routing.http.desync_mitigation_mode", .words(["monitor", "defensive", "strictest"])),
    .init("routing.http.drop_invalid_header_fields.enabled", .bool),
    .init("routing.http.preserve_host_header.enabled", .bool),
    .init("routing.http.x_amzn_tls_version_and_cipher_suite.enabled", .bool),
    .init("routing.http.xff_client_port.enabled", .bool),
    .init("routing.http.xff_header_processing.mode", .words(["append", "preserve", "remove"])),
    .init("routing.http2.enabled", .bool), .init("waf.fail_open.enabled", .bool),
  ]

  private static let networkLoadBalancer: [AttributeDefinition] = [
    .init("load_balancing.cross_zone.enabled", .bool),
    .init(ClientRoutingPolicy.attribute, .words(ClientRoutingPolicy.values)),
    .init("secondary_ips.auto_assigned.per_subnet", .number(0...7)),
  ]
}

// MARK: Listeners

extension AttributeDefinition {
  private static let networkListener: [AttributeDefinition] = [
    .init("tcp.idle_timeout.seconds", .number(60...6000))
  ]

  private static let applicationListener: [AttributeDefinition] =
    [
      "routing.http.request.x_amzn_mtls_clientcert_serial_number.header_name",
      "routing.http.request.x_amzn_mtls_clientcert_issuer.header_name",
      "routing.http.request.x_amzn_mtls_clientcert_subject.header_name",
      "routing.http.request.x_amzn_mtls_clientcert_validity.header_name",
      "routing.http.request.x_amzn_mtls_clientcert_leaf.header_name",
      "routing.http.request.x_amzn_mtls_clientcert.header_name",
      "routing.http.request.x_amzn_tls_version.header_name",
      "routing.http.request.x_amzn_tls_cipher_suite.header_name",
      "routing.http.response.strict_transport_security.header_value",
      "routing.http.response.access_control_allow_origin.header_value",
      "routing.http.response.access_control_allow_methods.header_value",
      "routing.http.response.access_control_allow_headers.header_value",
      "routing.http.response.access_control_allow_credentials.header_value",
      "routing.http.response.access_control_expose_headers.header_value",
      "routing.http.response.access_control_max_age.header_value",
      "routing.http.response.content_security_policy.header_value",
    ].map { AttributeDefinition($0, .anything) }
    + [
      .init("routing.http.response.server.enabled", .bool),
      .init("routing.http.response.x_content_type_options.header_value", .words(["nosniff"])),
      .init("routing.http.response.x_frame_options.header_value", .words(["DENY", "SAMEORIGIN"])),
    ]
}

// MARK: Target groups

extension AttributeDefinition {
  private static let targetGroup: [AttributeDefinition] = [
    .init("deregistration_delay.timeout_seconds", .number(0...3600)), .init("stickiness.enabled", .bool),
    .init("load_balancing.cross_zone.enabled", .words(["true", "false", "use_load_balancer_configuration"])),
    .init("target_group_health.dns_failover.minimum_healthy_targets.count", .number(1 ... .max, or: ["off"])),
    .init("target_group_health.dns_failover.minimum_healthy_targets.percentage", .number(1...100, or: ["off"])),
    // AWS documents no `off` here; it is not said to be refused either.
    .init(
      "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count", .number(1 ... .max, or: ["off"])),
    .init(
      "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage", .number(1...100, or: ["off"])),
  ]

  private static let applicationTargetGroup: [AttributeDefinition] = [
    .init("stickiness.type", .words(["lb_cookie", "app_cookie"])),
    .init("stickiness.lb_cookie.duration_seconds", .number(1...604800)),
    .init("stickiness.app_cookie.cookie_name", .anything),
    .init("stickiness.app_cookie.duration_seconds", .number(1...604800)),
    .init(
      "load_balancing.algorithm.type", .words(["round_robin", "least_outstanding_requests", "weighted_random"])),
    .init("load_balancing.algorithm.anomaly_mitigation", .words(["on", "off"])),
    .init("slow_start.duration_seconds", .number(30...900, or: ["0"])),
  ]

  private static let networkTargetGroup: [AttributeDefinition] = [
    .init("deregistration_delay.connection_termination.enabled", .bool),
    .init("stickiness.type", .words(["source_ip"])), .init("preserve_client_ip.enabled", .bool),
    .init("proxy_protocol_v2.enabled", .bool),
    .init("target_health_state.unhealthy.connection_termination.enabled", .bool),
    .init("target_health_state.unhealthy.draining_interval_seconds", .number(0...360000)),
  ]

  private static let gatewayTargetGroup: [AttributeDefinition] = [
    .init("target_failover.on_deregistration", .words(["rebalance", "no_rebalance"])),
    .init("target_failover.on_unhealthy", .words(["rebalance", "no_rebalance"])),
  ]

  private static let lambdaTargetGroup: [AttributeDefinition] = [.init("lambda.multi_value_headers.enabled", .bool)]
}
