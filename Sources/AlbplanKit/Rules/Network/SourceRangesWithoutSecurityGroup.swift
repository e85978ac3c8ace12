import LoadBalancerModel
import Manifests

extension LintRule {
  package static let sourceRangesWithoutSecurityGroup = LintRule(
    id: "source-ranges-without-security-group",
    summary: "Source ranges stand at a network load balancer that has no security group and hides its clients.",
    rationale: "Without a security group of the load balancer the ranges could only go into those of the targets, "
      + "and these see the addresses of the load balancer unless client addresses are preserved: the controller opens "
      + "the targets to the load balancer's subnets, and everybody may connect "
      + "(pkg/service/model_build_target_group.go).",
    remedy: "Let the load balancer have a security group, or set preserve_client_ip.enabled=true.",
    severity: .warning, mistakes: ["M118"],
    flagged: [Example(manifest(attributes: "deregistration_delay.timeout_seconds=30"), marks: ["10.0.0.0/8"])],
    accepted: [Example(manifest(attributes: "preserve_client_ip.enabled=true"))],
    check: .stacks { outcome, context, report in
      guard case .service(let service) = outcome.owner, case .plan(let stack) = outcome.result,
        service.declinesSecurityGroup(context.controller), !stack.targetGroups.isEmpty,
        stack.targetGroups.allSatisfy(\.hidesClients)
      else { return }
      let annotation = service.metadata.annotations[AnnotationDefinition.Service.loadBalancerSourceRanges.key]
      let ranges = service.loadBalancerSourceRanges.isEmpty ? annotation?.items ?? [] : service.loadBalancerSourceRanges
      guard let first = ranges.first(where: { $0.value != "0.0.0.0/0" && $0.value != "::/0" }) else { return }
      report(
        "this limits nothing: the load balancer has no security group, and the targets see its addresses only",
        at: first.span, in: "Service \(service.metadata.objectName)")
    })

  private static func manifest(attributes: String) -> String {
    SampleManifest.loadBalancer(
      "dns",
      """
      service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip
      service.beta.kubernetes.io/aws-load-balancer-disable-nlb-sg: "true"
      service.beta.kubernetes.io/aws-load-balancer-target-group-attributes: \(attributes)
      """, spec: "loadBalancerSourceRanges: [10.0.0.0/8]\nports: [{port: 53}]")
  }
}

extension TargetGroup {
  /// Its targets see the addresses of the load balancer.
  fileprivate var hidesClients: Bool {
    guard targetProtocol.known == .tcp || targetProtocol.known == .tls else { return false }
    if let attribute = attributes.first(where: { $0.key == "preserve_client_ip.enabled" }) {
      return attribute.value.known.map { GoText.parseBool($0) == false } ?? false
    }
    return targetType.known == .ip
  }
}
