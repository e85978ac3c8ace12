import LoadBalancerModel
import Manifests

extension LintRule {
  package static let hairpinWithClientAddresses = LintRule(
    id: "hairpin-with-client-addresses",
    summary: "Pods that call their own internal load balancer may time out.",
    rationale:
      "Instance targets see the client's address. When a pod's request comes back to the node on which the pod "
      + "runs, the answer does not go through the load balancer and the connection hangs.",
    remedy: "Set preserve_client_ip.enabled=false in the target group attributes, or use ip targets.",
    severity: .info, mistakes: ["M117"],
    flagged: [Example(SampleManifest.loadBalancer(), marks: ["internal"])],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "dns",
          "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes: preserve_client_ip.enabled=false"))
    ],
    check: .stacks { outcome, context, report in
      guard case .service = outcome.owner, case .plan(let stack) = outcome.result,
        let scheme = stack.loadBalancers.first?.scheme, scheme.known == .internal, let span = scheme.origin.spans.first,
        stack.targetGroups.contains(where: { group in
          group.targetType.known == .instance && group.targetProtocol.known == .tcp
            && !group.attributes.contains { $0.key == "preserve_client_ip.enabled" }
        })
      else { return }
      report(.hairpinWithClientAddresses, at: span, in: outcome.carrier(at: span))
    })
}

extension Finding.Message {
  fileprivate static let hairpinWithClientAddresses: Self =
    "pods that call this internal load balancer may time out: instance targets see their own address as the client's"
}
