import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unreachableIdentityProvider = LintRule(
    id: "unreachable-identity-provider",
    summary: "A load balancer without public IPv4 addresses is to log users in.",
    rationale: "The load balancer reaches the identity provider over IPv4 only. With the address type "
      + "dualstack-without-public-ipv4 every login ends in HTTP 500 (AWS's reference of SetIpAddressType).",
    remedy: "Use the address type dualstack or ipv4.",
    severity: .error, mistakes: [],
    flagged: [
      Example(
        ListenerSample.ingress(
          AuthenticationSample.oidc + "\n"
            + """
            alb.ingress.kubernetes.io/scheme: internet-facing
            alb.ingress.kubernetes.io/ip-address-type: dualstack-without-public-ipv4
            """),
        marks: ["dualstack-without-public-ipv4"])
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          AuthenticationSample.oidc + "\n"
            + """
            alb.ingress.kubernetes.io/scheme: internet-facing
            alb.ingress.kubernetes.io/ip-address-type: dualstack
            """))
    ],
    check: .stacks { outcome, _, report in
      guard case .ingressGroup(let group) = outcome.owner, case .plan(let stack) = outcome.result,
        !stack.loadBalancers.isEmpty, stack.loadBalancers[0].ipAddressType.known == .dualstackWithoutPublicIPv4,
        let place = stack.loadBalancers[0].ipAddressType.origin.spans.first,
        let rule = stack.listenerRules.first(where: { $0.actions.first?.logsIn == true }),
        let member = group.members.first(where: { $0.name == rule.member })
      else { return }
      report(
        .noWayToProvider, at: place, in: member.object,
        notes: (rule.actions.first?.origin.spans ?? []).prefix(1).map { Finding.Note(.note, "the login", at: $0) })
    })
}

extension Action {
  fileprivate var logsIn: Bool {
    switch kind {
    case .authenticateOIDC, .authenticateCognito: true
    default: false
    }
  }
}

extension Finding.Message {
  fileprivate static let noWayToProvider: Self =
    "no login works: the load balancer reaches identity providers over IPv4 only"
}
