import LoadBalancerModel
import Manifests

extension LintRule {
  package static let localPolicyWithIPTargets = LintRule(
    id: "local-policy-with-ip-targets",
    summary: "externalTrafficPolicy: Local stands at a Service whose targets are pods.",
    rationale: "The policy is about nodes that pass traffic on. With ip targets the load balancer sends it to the pods "
      + "themselves: nothing is spread differently, and the addresses of clients are kept by the attribute "
      + "preserve_client_ip.enabled alone.",
    remedy: "Leave the policy out, or set preserve_client_ip.enabled=true where the addresses of clients were wanted.",
    severity: .info, mistakes: ["M116"],
    flagged: [Example(manifest(targets: "ip"), marks: ["Local"])],
    accepted: [Example(manifest(targets: "instance"))],
    check: .stacks { subject, context, report in
      guard case .service(let service) = subject.owner, service.hasLocalTrafficPolicy,
        let policy = service.externalTrafficPolicy, let use = subject.targetUses.first,
        use.targetType?.known == .ip
      else { return }
      report(
        "the policy Local does nothing here: the targets are pods, which are reached without another node",
        at: policy.span, in: use.object)
    })

  private static func manifest(targets: String) -> String {
    SampleManifest.loadBalancer(
      "dns", "service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: \(targets)",
      spec: "externalTrafficPolicy: Local\nports: [{port: 53}]")
  }
}
