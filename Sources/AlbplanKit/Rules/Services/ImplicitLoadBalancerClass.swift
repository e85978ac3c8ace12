import LoadBalancerModel
import Manifests

extension LintRule {
  package static let implicitLoadBalancerClass = LintRule(
    id: "implicit-load-balancer-class",
    summary: "A Service of type LoadBalancer does not say who makes its load balancer.",
    rationale:
      "Since v2.5 the controller's webhook gives a new Service without a class its own, so that it becomes a "
      + "network load balancer where a Classic Load Balancer used to come; tools that apply the manifest again may "
      + "then try to take the class away, which the API server forbids.",
    remedy: "Set spec.loadBalancerClass: service.k8s.aws/nlb.",
    severity: .info, mistakes: ["M106"],
    flagged: [
      Example(
        SampleManifest.service(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-scheme: internal",
          spec: "type: LoadBalancer\nselector: {app: dns}\nports: [{port: 53}]"), marks: ["LoadBalancer"])
    ],
    accepted: [Example(SampleManifest.loadBalancer())],
    check: .services { subject, _, report in
      guard case .classSetByWebhook(let name) = subject.classification.reason, let type = subject.service.type,
        subject.annotations.annotation(AnnotationDefinition.Service.type) == nil
      else { return }
      report(.implicitLoadBalancerClass(name), at: type.span, in: subject.object)
    })
}

extension Finding.Message {
  fileprivate static func implicitLoadBalancerClass(_ name: String) -> Self {
    "without spec.loadBalancerClass this becomes a network load balancer of the class \(name)"
  }
}
