import LoadBalancerModel
import Manifests

extension LintRule {
  package static let openToTheWorld = LintRule(
    id: "open-to-the-world",
    summary: "An internet-facing load balancer limits nothing.",
    rationale:
      "Without sources the security group that the controller manages lets everyone in on all listeners; rules "
      + "that are changed by hand are put back.",
    remedy:
      "Set inbound-cidrs (Ingress) or loadBalancerSourceRanges (Service), prefix lists or security groups, unless it "
      + "is meant.",
    severity: .info, mistakes: ["M128"],
    flagged: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/scheme: internet-facing"), marks: ["internet-facing"])
    ],
    accepted: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/scheme: internet-facing
          alb.ingress.kubernetes.io/inbound-cidrs: 192.0.2.0/24
          """))
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result, let loadBalancer = stack.loadBalancers.first,
        loadBalancer.scheme.known == .internetFacing, let span = loadBalancer.scheme.origin.spans.first,
        let group = stack.securityGroups.first
      else { return }
      let ports = Set(
        group.permissions.lazy.filter { $0.origin.source == .controllerDefault && $0.peer == .ipv4("0.0.0.0/0") }
          .map(\.fromPort)
      ).sorted()
      guard !ports.isEmpty else { return }
      report(
        .openToTheWorld(ports.prefix(8).map { String($0) }.joined(separator: ", ")), at: span,
        in: outcome.carrier(at: span))
    })
}

extension Finding.Message {
  fileprivate static func openToTheWorld(_ ports: String) -> Self { "everyone can connect to port \(ports)" }
}
