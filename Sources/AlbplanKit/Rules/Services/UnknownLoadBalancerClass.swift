import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unknownLoadBalancerClass = LintRule(
    id: "unknown-load-balancer-class",
    summary: "The load balancer class of a Service is nearly the controller's, but not quite.",
    rationale:
      "The controller takes exactly one class, service.k8s.aws/nlb unless its flag says otherwise. With any other "
      + "nobody makes a load balancer, and the class cannot be changed once the Service exists.",
    remedy: "Write service.k8s.aws/nlb.",
    severity: .error, mistakes: ["M104"],
    flagged: [
      Example(
        SampleManifest.service(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-scheme: internal",
          spec: "type: LoadBalancer\nloadBalancerClass: service.k8s.aws/nbl\nselector: {app: dns}\nports: [{port: 53}]"),
        marks: ["service.k8s.aws/nbl"],
        fixed: SampleManifest.service(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-scheme: internal",
          spec: "type: LoadBalancer\nloadBalancerClass: service.k8s.aws/nlb\nselector: {app: dns}\nports: [{port: 53}]")
      )
    ],
    accepted: [
      Example(SampleManifest.loadBalancer()),
      Example(
        SampleManifest.service(
          "dns",
          spec: "type: LoadBalancer\nloadBalancerClass: tailscale\nselector: {app: dns}\nports: [{port: 53}]")),
    ],
    check: .services { subject, _, report in
      guard case .otherClass(let name, let own) = subject.classification.reason,
        let written = subject.service.loadBalancerClass, subject.service.isLoadBalancer,
        name.startsBytewise(with: "service.k8s.aws/") || ["nlb", "alb"].contains(name)
          || NearestName.of(name, among: [own, "eks.amazonaws.com/nlb"]) == own
      else { return }
      let edit = report.editor(for: written.span)?.replaceValue(written, with: own)
      report(
        .unknownLoadBalancerClass(name, own), at: written.span, in: subject.object,
        fix: edit.map { Finding.Fix("write \(own)", .unsafe, edits: [$0]) })
    })
}

extension Finding.Message {
  fileprivate static func unknownLoadBalancerClass(_ name: String, _ own: String) -> Self {
    "no controller takes the class \(name); did you mean \(own)?"
  }
}
