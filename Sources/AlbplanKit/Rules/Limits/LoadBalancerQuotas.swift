import LoadBalancerModel
import Manifests

extension LintRule {
  package static let tooManyListeners = LintRule(
    id: "too-many-listeners",
    summary: "A load balancer has more listeners than AWS allows.",
    rationale:
      "AWS allows 50 listeners on a load balancer (TooManyListeners). For an application load balancer the quota "
      + "can be raised, for a network load balancer it cannot.",
    remedy: "Spread the ports over several load balancers.",
    severity: .error, mistakes: ["M152"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          spec: "ports:\n" + (1...51).map { "  - {name: p\($0), port: \($0)}" }.joined(separator: "\n")),
        marks: ["51"])
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          spec: "ports:\n" + (1...50).map { "  - {name: p\($0), port: \($0)}" }.joined(separator: "\n")))
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result, stack.listeners.count > 50 else { return }
      let listeners = stack.listeners.filter { $0.loadBalancer.id == "LoadBalancer" }
      guard listeners.count > 50, let span = outcome.mark(of: listeners[50]) else { return }
      let isNetwork = stack.loadBalancers.first?.type == .network
      report(
        .tooMany("listeners", listeners.count, of: 50, isAdjustable: !isNetwork), at: span,
        in: outcome.carrier(at: span),
        severity: isNetwork ? .error : .warning)
    })

  package static let tooManyTargetGroups = LintRule(
    id: "too-many-target-groups",
    summary: "An application load balancer has more target groups than AWS allows.",
    rationale:
      "AWS allows 100 target groups on an application load balancer, and five in one forward action; neither can be "
      + "raised. The controller makes a target group for each Service port of each Ingress.",
    remedy: "Split the IngressGroup, or send to fewer Services.",
    severity: .error, mistakes: ["M152"],
    flagged: [
      Example(
        SampleManifest.ingress(
          "web", "alb.ingress.kubernetes.io/scheme: internal",
          spec: "rules:\n  - http:\n      paths:\n"
            + (1...101).map { number in
              "        - {path: /p\(number), pathType: Exact, backend: {service: {name: s\(number), port: {number: 80}}}}"
            }.joined(separator: "\n"))),
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/actions.TCP-53: '{"type": "forward", "forwardConfig": {"baseServiceWeight": 1, "targetGroups": [\(weighted)]}}'
          """)),
    ],
    accepted: [
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/scheme: internal"))
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result else { return }
      let groups = stack.targetGroups.count > 100 ? stack.targetGroups.filter { $0.targetType.known != .alb } : []
      if case .ingressGroup = outcome.owner, groups.count > 100, let span = groups[100].origin.spans.first {
        report(
          .tooMany("target groups", groups.count, of: 100, isAdjustable: false), at: span, in: outcome.carrier(at: span)
        )
      }
      // Actions of an Ingress are checked where they are written.
      guard case .service = outcome.owner else { return }
      for index in stack.listeners.indices {
        for action in stack.listeners[index].defaultActions {
          guard case .forward(let forward) = action.kind, let targets = forward.targets, targets.count > 5,
            let span = action.origin.spans.first ?? outcome.nameSpan
          else { continue }
          report(.tooManyForwardTargets(targets.count), at: span, in: outcome.carrier(at: span))
        }
      }
    })

  package static let tooManyCertificates = LintRule(
    id: "too-many-certificates",
    summary: "A load balancer has more certificates than AWS allows by default.",
    rationale: "AWS allows 25 certificates on a load balancer, the default certificate of each listener not counted "
      + "(TooManyCertificates); the quota can be raised.",
    remedy: "Use wildcard certificates or ones for several names, split the IngressGroup, or have the quota raised.",
    severity: .warning, mistakes: ["M152"],
    flagged: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/certificate-arn: \(certificates(27))"))
    ],
    accepted: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/certificate-arn: \(certificates(26))"))
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result else { return }
      var arns: Set<String> = []
      var last: SourceSpan?
      for index in stack.listeners.indices {
        guard let certificates = stack.listeners[index].certificates.known, certificates.count > 1 else { continue }
        for case .existing(let arn) in certificates.dropFirst() {
          guard let text = arn.known, arns.insert(text).inserted else { continue }
          last = arn.origin.spans.first ?? last
        }
      }
      guard arns.count > 25, let span = last ?? outcome.nameSpan else { return }
      report(
        .tooMany("certificates beside the default ones", arns.count, of: 25, isAdjustable: true), at: span,
        in: outcome.carrier(at: span))
    })

  package static let tooManySecurityGroups = LintRule(
    id: "too-many-security-groups",
    summary: "A load balancer has more security groups than AWS allows by default.",
    rationale: "A network interface takes five security groups unless the quota is raised, to 16 at most. Where the "
      + "controller manages the targets' rules it adds its shared backend security group to those that are named.",
    remedy: "Merge security groups, or have the quota raised.",
    severity: .warning, mistakes: ["M152"],
    flagged: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/manage-backend-security-group-rules: "true"
          alb.ingress.kubernetes.io/security-groups: sg-1,sg-2,sg-3,sg-4,sg-5
          """), marks: ["sg-1,sg-2,sg-3,sg-4,sg-5"])
    ],
    accepted: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/security-groups: sg-1,sg-2,sg-3,sg-4,sg-5"))
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result else { return }
      for index in stack.loadBalancers.indices {
        guard let groups = stack.loadBalancers[index].securityGroups.known, groups.count > 5,
          let span = stack.loadBalancers[index].securityGroups.origin.spans.first
        else { continue }
        report(
          .tooMany("security groups", groups.count, of: 5, isAdjustable: true), at: span, in: outcome.carrier(at: span))
      }
    })

  package static let tooManyInboundRules = LintRule(
    id: "too-many-inbound-rules",
    summary: "The managed security group has more inbound rules than AWS allows by default.",
    rationale:
      "Each source makes a rule for each listener, all in one security group, which takes 60 for IPv4 and 60 for "
      + "IPv6 unless the quota is raised; a prefix list counts with its largest size. AWS then refuses "
      + "(RulesPerSecurityGroupLimitExceeded), and the Ingress does not show it.",
    remedy: "Put the ranges into a prefix list, merge them, or use security groups of your own.",
    severity: .warning, mistakes: ["M153"],
    flagged: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTP": 8080}]'
          alb.ingress.kubernetes.io/inbound-cidrs: \(ranges(31))
          """))
    ],
    accepted: [
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/inbound-cidrs: \(ranges(31))"))
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result, let group = stack.securityGroups.first,
        group.permissions.count > 60
      else { return }
      var ipv4: Set<InboundRule> = []
      var ipv6: Set<InboundRule> = []
      for permission in group.permissions {
        let rule = InboundRule(permission)
        switch permission.peer {
        case .ipv4, .prefixList: ipv4.insert(rule)
        case .ipv6: ipv6.insert(rule)
        }
      }
      let count = max(ipv4.count, ipv6.count)
      guard count > 60, let span = group.permissions.lazy.compactMap(\.origin.spans.first).first ?? outcome.nameSpan
      else { return }
      report(
        .tooMany("inbound rules in one security group", count, of: 60, isAdjustable: true), at: span,
        in: outcome.carrier(at: span))
    })

  package static let tooManyVerifyingListeners = LintRule(
    id: "too-many-verifying-listeners",
    summary: "More than two listeners verify client certificates.",
    rationale:
      "AWS takes two listeners with the mutual authentication mode verify on a load balancer; the number cannot be "
      + "raised.",
    remedy: "Verify on two listeners at most, or use passthrough on the others.",
    severity: .error, mistakes: ["M152"],
    flagged: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:us-west-2:111122223333:certificate/aaaa1111
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}, {"HTTPS": 8443}, {"HTTPS": 9443}]'
          alb.ingress.kubernetes.io/mutual-authentication: >-
            [{"port": 443, "mode": "verify", "trustStore": "\(trustStore)"},
             {"port": 8443, "mode": "verify", "trustStore": "\(trustStore)"},
             {"port": 9443, "mode": "verify", "trustStore": "\(trustStore)"}]
          """))
    ],
    accepted: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:us-west-2:111122223333:certificate/aaaa1111
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}, {"HTTPS": 8443}]'
          alb.ingress.kubernetes.io/mutual-authentication: >-
            [{"port": 443, "mode": "verify", "trustStore": "\(trustStore)"},
             {"port": 8443, "mode": "verify", "trustStore": "\(trustStore)"}]
          """))
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result, stack.listeners.count > 2 else { return }
      let verifying = stack.listeners.compactMap(\.mutualAuthentication).filter { $0.mode == "verify" }
      guard verifying.count > 2, let span = verifying[2].origin.spans.first else { return }
      report(
        .tooMany("listeners that verify client certificates", verifying.count, of: 2, isAdjustable: false), at: span,
        in: outcome.carrier(at: span))
    })

  private static let trustStore =
    "arn:aws:elasticloadbalancing:us-west-2:111122223333:truststore/clients/0123456789abcdef"

  private static let weighted = (1...5).map { number in
    "{\"serviceName\": \"dns\(number)\", \"servicePort\": 53, \"weight\": 1}"
  }.joined(separator: ", ")

  private static func certificates(_ count: Int) -> String {
    (1...count).map { "arn:aws:acm:us-west-2:111122223333:certificate/aaaa\($0)" }.joined(separator: ",")
  }

  private static func ranges(_ count: Int) -> String {
    (1...count).map { "10.\($0).0.0/16" }.joined(separator: ",")
  }
}

extension StackSubject {
  /// The place of a Service's port, or of what else makes a listener.
  fileprivate func mark(of listener: Listener) -> SourceSpan? {
    guard case .service(let service) = owner else { return listener.origin.spans.first ?? nameSpan }
    return service.ports.first { $0.port.value == listener.port }?.port.span ?? nameSpan
  }
}

/// What tells inbound rules apart.
private struct InboundRule: Hashable {
  var ipProtocol: String
  var ports: [Int32]
  var peer: SecurityGroup.Permission.Peer

  init(_ permission: SecurityGroup.Permission) {
    ipProtocol = permission.ipProtocol
    ports = [permission.fromPort, permission.toPort]
    peer = permission.peer
  }
}

extension Finding.Message {
  fileprivate static func tooMany(_ things: String, _ count: Int, of limit: Int, isAdjustable: Bool) -> Self {
    "the load balancer has \(count) \(things); AWS allows \(limit)\(isAdjustable ? " by default" : "")"
  }
  fileprivate static func tooManyForwardTargets(_ count: Int) -> Self {
    "the action forwards to \(count) target groups; AWS allows 5"
  }
}
