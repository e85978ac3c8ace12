import LoadBalancerModel
import Manifests

extension LintRule {
  package static let attributesDisagree = LintRule(
    id: "attributes-disagree",
    summary: "Two attributes of a target group do not go together, or one lacks another that it needs.",
    rationale: "The controller passes attributes on unread, and AWS refuses the combination, such as application "
      + "cookies without a name, slow start with least outstanding requests, or UDP without the clients' addresses.",
    remedy: "Add the attribute that is missing, or remove one of the two.",
    severity: .error, mistakes: ["M122"],
    flagged: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/target-type: ip
          alb.ingress.kubernetes.io/target-group-attributes: stickiness.enabled=true,stickiness.type=app_cookie
          """), marks: ["app_cookie"]),
      Example(
        SampleManifest.loadBalancer(
          "dns",
          "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes: preserve_client_ip.enabled=false",
          spec: "ports: [{port: 53, protocol: UDP}]"), marks: ["false"]),
    ],
    accepted: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/target-type: ip
          alb.ingress.kubernetes.io/target-group-attributes: slow_start.duration_seconds=30
          """))
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result else { return }
      for index in stack.targetGroups.indices {
        let attributes = stack.targetGroups[index].attributes
        guard !attributes.isEmpty, let targetProtocol = stack.targetGroups[index].targetProtocol.known else { continue }
        for conflict in PlannedAttributes(attributes).conflicts(targetProtocol) {
          report(conflict.message, at: conflict.span, in: outcome.carrier(at: conflict.span))
        }
      }
    })
}

/// The attributes of a planned resource, for looking up.
private struct PlannedAttributes {
  private let attributes: [ResourceAttribute]

  init(_ attributes: [ResourceAttribute]) { self.attributes = attributes }

  /// `nil` when it is absent.
  subscript(key: String) -> String? { attribute(key)?.known }

  /// There are few; of the same key the last one counts.
  private func attribute(_ key: String) -> Planned<String>? {
    attributes.last { $0.key.isSameText(as: key) }?.value
  }

  /// Where a manifest gives the attribute this value.
  func span(of key: String, being value: String) -> SourceSpan? {
    guard let attribute = attribute(key), attribute.known == value else { return nil }
    return attribute.origin.spans.first
  }

  private func span(of key: String) -> SourceSpan? { attribute(key)?.origin.spans.first }

  /// What AWS refuses in a target group.
  func conflicts(_ targetProtocol: ListenerProtocol) -> [(message: Finding.Message, span: SourceSpan)] {
    switch targetProtocol {
    case .http, .https: applicationConflicts
    default: networkConflicts(targetProtocol)
    }
  }

  private var applicationConflicts: [(message: Finding.Message, span: SourceSpan)] {
    let (slowStart, algorithm) = ("slow_start.duration_seconds", "load_balancing.algorithm.type")
    var found: [(message: Finding.Message, span: SourceSpan)] = []
    func add(_ message: Finding.Message, _ span: SourceSpan?) {
      if let span { found.append((message, span)) }
    }
    if let seconds = self[slowStart], seconds != "0", self[algorithm] == "least_outstanding_requests" {
      add(.apart("\(slowStart)=\(seconds)", "\(algorithm)=least_outstanding_requests"), span(of: slowStart))
    }
    let mitigation = "load_balancing.algorithm.anomaly_mitigation"
    if self[mitigation] == "on", self[algorithm] != "weighted_random" {
      add(.missing("\(algorithm)=weighted_random", for: "\(mitigation)=on"), span(of: mitigation))
    }
    if self["stickiness.enabled"] == "true", self["load_balancing.cross_zone.enabled"] == "false" {
      add(
        .apart("stickiness.enabled=true", "load_balancing.cross_zone.enabled=false"), span(of: "stickiness.enabled"))
    }
    if self["stickiness.type"] == "app_cookie", self["stickiness.app_cookie.cookie_name"]?.isEmpty != false {
      add(.missing("stickiness.app_cookie.cookie_name", for: "stickiness.type=app_cookie"), span(of: "stickiness.type"))
    }
    if let name = self["stickiness.app_cookie.cookie_name"], name.startsBytewise(with: "AWSALB") {
      add(.reservedCookie(name), span(of: "stickiness.app_cookie.cookie_name"))
    }
    return found
  }

  private func networkConflicts(
    _ targetProtocol: ListenerProtocol
  ) -> [(message: Finding.Message, span: SourceSpan)] {
    let termination = "target_health_state.unhealthy.connection_termination.enabled"
    let draining = "target_health_state.unhealthy.draining_interval_seconds"
    var found: [(message: Finding.Message, span: SourceSpan)] = []
    func add(_ message: Finding.Message, _ span: SourceSpan?) {
      if let span { found.append((message, span)) }
    }
    if targetProtocol.carriesUDP, let span = span(of: "preserve_client_ip.enabled", being: "false") {
      add(.wrongFor(targetProtocol, "preserve_client_ip.enabled=false"), span)
    }
    if targetProtocol == .tls, let span = span(of: "stickiness.enabled", being: "true") {
      add(.wrongFor(targetProtocol, "stickiness.enabled=true"), span)
    }
    if targetProtocol == .udp || targetProtocol == .tcpUDP, let span = span(of: termination, being: "true") {
      add(.wrongFor(targetProtocol, "\(termination)=true"), span)
    }
    if let interval = self[draining], interval != "0", self[termination] == "true" {
      add(.apart("\(draining)=\(interval)", "\(termination)=true"), span(of: draining))
    }
    return found
  }
}

extension Finding.Message {
  fileprivate static func missing(_ needed: String, for attribute: String) -> Self {
    "AWS refuses \(attribute) without \(needed)"
  }
  fileprivate static func apart(_ first: String, _ second: String) -> Self {
    "AWS refuses \(first) together with \(second)"
  }
  fileprivate static func wrongFor(_ targetProtocol: ListenerProtocol, _ attribute: String) -> Self {
    "AWS refuses \(attribute) for \(targetProtocol.rawValue) targets"
  }
  fileprivate static func reservedCookie(_ name: String) -> Self {
    "AWS keeps cookie names such as \(name), which begin with AWSALB, for itself"
  }
}
