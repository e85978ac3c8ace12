import LoadBalancerModel
import Manifests

extension LintRule {
  package static let inTreeLoadBalancerType = LintRule(
    id: "in-tree-load-balancer-type",
    summary: "A Service without a load balancer class has the type nlb, which is the cloud provider's word.",
    rationale:
      "aws-load-balancer-type: nlb asks the in-tree cloud provider for a network load balancer, and it knows "
      + "neither scheme nor security groups nor ip targets. Since v2.5 the controller's webhook takes new Services "
      + "over, so that the same manifest means two things: an internet-facing NLB of the provider where it exists "
      + "already or the webhook is missing, and the controller's NLB, internal by default, where it is new.",
    remedy: "Set spec.loadBalancerClass: service.k8s.aws/nlb in a new Service; an old one keeps what it has.",
    severity: .warning, mistakes: ["M104"],
    flagged: [
      Example(
        SampleManifest.service(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-type: nlb
          service.beta.kubernetes.io/aws-load-balancer-scheme: internal
          """, spec: "type: LoadBalancer\nselector: {app: dns}\nports: [{port: 53}]"), marks: ["nlb"]),
      Example(
        SampleManifest.service(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-type: nlb
          service.beta.kubernetes.io/aws-load-balancer-scheme: internal
          """, spec: "type: LoadBalancer\nselector: {app: dns}\nports: [{port: 53}]"),
        context: "controller: {serviceMutatorWebhook: false}", marks: ["nlb"]),
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer("dns", "service.beta.kubernetes.io/aws-load-balancer-type: nlb")),
      Example(
        SampleManifest.service(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-type: external
          service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip
          service.beta.kubernetes.io/aws-load-balancer-scheme: internal
          """, spec: "type: LoadBalancer\nselector: {app: dns}\nports: [{port: 53}]")),
    ],
    check: .services { subject, _, report in
      guard let annotation = subject.annotations.annotation(AnnotationDefinition.Service.type),
        annotation.value.value == "nlb", subject.service.isLoadBalancer
      else { return }
      switch subject.classification.reason {
      case .classSetByWebhook(let name):
        var notes = [Finding.Note(.help, "set spec.loadBalancerClass: \(name) and leave the type out")]
        if subject.annotations.annotation(AnnotationDefinition.Service.scheme) == nil,
          subject.annotations.annotation(AnnotationDefinition.Service.isInternal) == nil
        {
          notes.append(
            Finding.Note(.note, "without a scheme the controller's is internal, and the provider's internet-facing"))
        }
        report(.inTreeTypeTakenOver(name), at: annotation.value.span, in: subject.object, notes: notes)
      case .typeAnnotation:
        let ignored = subject.settingsOfController
        let asksInternal =
          subject.annotations.string(AnnotationDefinition.Service.scheme)?.known == "internal"
          && subject.annotations.annotation(AnnotationDefinition.Service.isInternal) == nil
        var notes = [Finding.Note(.help, "set spec.loadBalancerClass: service.k8s.aws/nlb in a new Service")]
        if let first = ignored.first {
          notes.append(Finding.Note(.note, "the provider does not know this", at: first.key.span))
        }
        report(
          asksInternal ? .inTreeTypeExposed : .inTreeType(ignored.count), at: annotation.value.span, in: subject.object,
          severity: asksInternal ? .error : .warning, notes: notes)
      default: return
      }
    })
}

extension ServiceSubject {
  /// The annotations that the controller reads and the in-tree cloud provider does not.
  fileprivate var settingsOfController: [Annotation] {
    let definitions = [
      AnnotationDefinition.Service.scheme, AnnotationDefinition.Service.nlbTargetType,
      AnnotationDefinition.Service.securityGroups, AnnotationDefinition.Service.attributes,
      AnnotationDefinition.Service.ipAddressType, AnnotationDefinition.Service.name,
      AnnotationDefinition.Service.privateIPv4Addresses,
    ]
    return definitions.compactMap { annotations.annotation($0) }
  }
}

extension Finding.Message {
  fileprivate static func inTreeTypeTakenOver(_ className: String) -> Self {
    "nlb is the cloud provider's type: a new Service gets the class \(className) and the controller's NLB all the same"
  }
  fileprivate static let inTreeTypeExposed: Self =
    "the cloud provider builds this NLB, and internet-facing: it does not know the scheme"
  fileprivate static func inTreeType(_ count: Int) -> Self {
    count == 0
      ? "the cloud provider builds this NLB, not the controller"
      : "the cloud provider builds this NLB, not the controller, and ignores \(count) of its annotations"
  }
}
