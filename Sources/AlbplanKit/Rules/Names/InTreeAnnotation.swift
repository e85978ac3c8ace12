import LoadBalancerModel
import Manifests

extension LintRule {
  package static let inTreeAnnotation = LintRule(
    id: "in-tree-annotation",
    summary: "A Service of the controller has an annotation that only the old in-tree cloud provider reads.",
    rationale:
      "These settings are of Classic Load Balancers. The controller builds a network load balancer and passes them "
      + "over in silence.",
    remedy: "Remove the annotation, or write the attribute of the network load balancer that comes nearest.",
    severity: .warning, mistakes: ["M015"],
    flagged: [
      Example(
        service("service.beta.kubernetes.io/aws-load-balancer-connection-idle-timeout: \"60\""),
        marks: ["service.beta.kubernetes.io/aws-load-balancer-connection-idle-timeout"])
    ],
    accepted: [
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        annotations:
          service.beta.kubernetes.io/aws-load-balancer-connection-idle-timeout: "60"
      spec:
        type: LoadBalancer
        loadBalancerClass: example.com/classic
        selector: {app: web}
        ports: [{port: 80}]
      """
    ],
    check: .values(of: AnnotationCatalogue.standard.definitions.filter(\.isInTreeOnly)) { subject, _, report in
      guard let definition = subject.definition, subject.isOnHandledService else { return }
      var notes = [Finding.Note(.note, definition.summary)]
      if let replacement = definition.replacement { notes.append(Finding.Note(.help, "see \(replacement)")) }
      report(.inTreeOnly(subject.key), at: subject.annotation.key.span, in: subject.object, notes: notes)
    })
}

extension Finding.Message {
  fileprivate static func inTreeOnly(_ key: String) -> Self {
    "the controller does not read \(key), only the in-tree cloud provider does"
  }
}
