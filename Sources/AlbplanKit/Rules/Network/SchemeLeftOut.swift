import LoadBalancerModel
import Manifests

extension LintRule {
  package static let schemeLeftOut = LintRule(
    id: "scheme-left-out",
    summary: "Nothing says whether a load balancer is internal or internet-facing.",
    rationale:
      "The controller makes it internal, so that it cannot be reached from outside the VPC; where a load balancer "
      + "exists already a Service keeps its scheme. A cloud provider makes a Service of type LoadBalancer "
      + "internet-facing.",
    remedy: "Write the scheme: aws-load-balancer-scheme on a Service, scheme on an Ingress or in IngressClassParams.",
    severity: .warning, mistakes: ["M107", "M136"],
    flagged: [
      Example(SampleManifest.loadBalancer(scheme: nil), marks: ["dns"]),
      Example(
        SampleManifest.service("dns", spec: "type: LoadBalancer\nselector: {app: dns}\nports: [{port: 53}]"),
        marks: ["dns"]),
      Example(
        SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/target-type: ip"),
          """
          apiVersion: networking.k8s.io/v1
          kind: IngressClass
          metadata:
            name: alb
          spec:
            controller: ingress.k8s.aws/alb
          """), marks: ["web"]),
    ],
    accepted: [
      Example(SampleManifest.loadBalancer()),
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/scheme: internal")),
    ],
    check: .stacks { outcome, context, report in
      let flag = context.controller.flags.defaultLoadBalancerScheme
      guard !context.controller.isTold("default-load-balancer-scheme"), flag == LoadBalancerScheme.internal.rawValue
      else { return }
      switch outcome.owner {
      case .service(let service):
        let annotations = service.metadata.annotations
        guard annotations[AnnotationDefinition.Service.scheme.key] == nil,
          annotations[AnnotationDefinition.Service.isInternal.key] == nil,
          context.world.aws.loadBalancers?.isEmpty != false, !annotations.misspellScheme,
          // Another rule tells what becomes of those.
          annotations[AnnotationDefinition.Service.type.key]?.value.value != "nlb"
        else { return }
        report(
          .schemeLeftOut, at: service.metadata.name.span, in: "Service \(service.metadata.objectName)",
          severity: service.isMeantForAWS ? .warning : .info,
          notes: [Finding.Note(.help, "add \(AnnotationDefinition.Service.scheme.key): internal or internet-facing")])
      case .ingressGroup(let group):
        let isSaid = group.members.contains { member in
          member.annotations[AnnotationDefinition.Ingress.scheme.key] != nil || member.classParameters?.scheme != nil
            || member.annotations.misspellScheme
            // A class that the input does not hold may say it.
            || (member.settings != nil && member.settings?.ingressClass == nil)
        }
        guard !isSaid, let span = outcome.nameSpan else { return }
        report(
          .schemeLeftOut, at: span, in: outcome.carrier(at: span), severity: .info,
          notes: [Finding.Note(.help, "add \(AnnotationDefinition.Ingress.scheme.key): internal or internet-facing")])
      }
    })
}

extension Annotations {
  /// The scheme is written under a key that the controller does not know, which another rule tells.
  fileprivate var misspellScheme: Bool {
    entries.contains { $0.key.value.hasSuffix("scheme") || $0.key.value.hasSuffix("Scheme") }
  }
}

extension Service {
  /// It has a class or an annotation that only AWS's controllers read.
  fileprivate var isMeantForAWS: Bool {
    loadBalancerClass != nil
      || metadata.annotations.entries.contains {
        $0.key.value.startsBytewise(with: "service.beta.kubernetes.io/aws-load-balancer-")
      }
  }
}

extension ControllerConfiguration {
  /// The user has set the flag, to whatever value.
  fileprivate func isTold(_ flag: String) -> Bool { flagSpans[flag] != nil }
}

extension Finding.Message {
  fileprivate static let schemeLeftOut: Self =
    "without a scheme the load balancer is internal: it cannot be reached from outside the VPC"
}
