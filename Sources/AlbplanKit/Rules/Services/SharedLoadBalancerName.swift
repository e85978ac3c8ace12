import LoadBalancerModel
import Manifests

extension LintRule {
  package static let sharedLoadBalancerName = LintRule(
    id: "shared-load-balancer-name",
    summary: "Two Services give their load balancers the same name.",
    rationale: "One Service is one network load balancer; a name does not share it. AWS knows the name once in an account "
      + "and region, so that the second Service fails or takes the first one's listeners away.",
    remedy: "Give each its own name, or leave the name out; to share a load balancer put all ports into one Service.",
    severity: .error, mistakes: ["M109"],
    flagged: [
      Example(
        SampleManifest.file(
          SampleManifest.loadBalancer("dns", "service.beta.kubernetes.io/aws-load-balancer-name: primary"),
          SampleManifest.loadBalancer("mail", "service.beta.kubernetes.io/aws-load-balancer-name: primary")),
        marks: ["primary"])
    ],
    accepted: [
      Example(
        SampleManifest.file(
          SampleManifest.loadBalancer("dns", "service.beta.kubernetes.io/aws-load-balancer-name: dns"),
          SampleManifest.loadBalancer("mail", "service.beta.kubernetes.io/aws-load-balancer-name: mail")))
    ],
    check: .input { context, report in
      var names: [String: (service: ObjectName, span: SourceSpan)] = [:]
      for (service, classification) in zip(context.objects.services, context.pipeline.classifications)
      where classification.isHandled {
        guard let annotation = service.metadata.annotations[AnnotationDefinition.Service.name.key],
          !annotation.value.value.isEmpty, !annotation.value.value.holdsPlaceholder
        else { continue }
        let name = service.metadata.objectName
        guard let first = names[annotation.value.value] else {
          names[annotation.value.value] = (name, annotation.value.span)
          continue
        }
        guard first.service != name else { continue }
        report(
          .sharedLoadBalancerName(first.service), at: annotation.value.span, in: "Service \(name)",
          notes: [Finding.Note(.note, "the other one", at: first.span)])
      }
    })
}

extension Finding.Message {
  fileprivate static func sharedLoadBalancerName(_ service: ObjectName) -> Self {
    "the load balancer of Service \(service) has this name already; a name cannot be shared"
  }
}
