import LoadBalancerModel
import Manifests

extension LintRule {
  package static let http2TargetsOnHTTPListener = LintRule(
    id: "http2-targets-on-http-listener",
    summary: "A target group for HTTP/2 or gRPC is reached from an HTTP listener.",
    rationale: "AWS refuses it (InvalidLoadBalancerAction): only HTTPS listeners may forward to target groups with the "
      + "protocol version HTTP2 or GRPC. The rules of the listener are then not made.",
    remedy: "Listen on HTTPS only, or let ssl-redirect turn the HTTP listener into a redirect.",
    severity: .error, mistakes: ["M098"],
    flagged: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:us-west-2:111122223333:certificate/aaaa1111
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
          alb.ingress.kubernetes.io/backend-protocol-version: GRPC
          """), marks: ["GRPC"])
    ],
    accepted: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:us-west-2:111122223333:certificate/aaaa1111
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-redirect: "443"
          alb.ingress.kubernetes.io/backend-protocol-version: GRPC
          """))
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result, case .ingressGroup = outcome.owner else { return }
      var versions: [String: Planned<ProtocolVersion>] = [:]
      for index in stack.targetGroups.indices {
        if let version = stack.targetGroups[index].protocolVersion, version.known != .http1 {
          versions[stack.targetGroups[index].id] = version
        }
      }
      guard !versions.isEmpty else { return }
      var ports: [String: Int32] = [:]
      for listener in stack.listeners where listener.listenerProtocol == .http {
        ports[listener.id] = listener.port
        for action in listener.defaultActions { report(action, listener.port, versions, outcome) }
      }
      for rule in stack.listenerRules {
        guard let port = ports[String(rule.port)] else { continue }
        for action in rule.actions { report(action, port, versions, outcome) }
      }
    })
}

extension LintRule.Report {
  fileprivate mutating func callAsFunction(
    _ action: Action, _ port: Int32, _ versions: [String: Planned<ProtocolVersion>], _ outcome: StackSubject
  ) {
    guard case .forward(let forward) = action.kind else { return }
    for target in forward.targets ?? [] {
      guard case .reference(let reference) = target.targetGroup.known, let version = versions[reference.id],
        let text = version.known?.rawValue, let span = version.origin.spans.first
      else { continue }
      self(
        .http2TargetsOnHTTPListener(text, port), at: span, in: outcome.carrier(at: span),
        notes: action.origin.spans.first.map { [Finding.Note(.note, "this sends requests to such targets", at: $0)] }
          ?? [])
    }
  }
}

extension Finding.Message {
  fileprivate static func http2TargetsOnHTTPListener(_ version: String, _ port: Int32) -> Self {
    "AWS does not let the HTTP listener on port \(port) forward to \(version) targets"
  }
}
