import Manifests

extension LintRule {
  package static let controllerWrittenCheckpoint = LintRule(
    id: "controller-written-checkpoint",
    summary: "A manifest sets the checkpoint that the controller keeps of a TargetGroupBinding.",
    rationale:
      "The controller writes elbv2.k8s.aws/checkpoint after each reconcile and skips work as long as it fits; a "
      + "manifest that brings its own undoes this each time it is applied "
      + "(pkg/targetgroupbinding/resource_manager.go).",
    remedy: "Remove the annotation from the manifest.",
    severity: .warning, mistakes: ["M149"],
    flagged: [
      Example(binding("annotations: {elbv2.k8s.aws/checkpoint: a}"), marks: ["elbv2.k8s.aws/checkpoint"]),
      Example(
        SampleManifest.ingress("web", "elbv2.k8s.aws/checkpoint-timestamp: \"1\""),
        marks: ["elbv2.k8s.aws/checkpoint-timestamp"]),
    ],
    accepted: [Example(binding("labels: {app: web}"))],
    check: .input { context, report in
      for file in context.files {
        InputWalk.forEachObject(in: file) { object in
          guard ["Ingress", "Service", "TargetGroupBinding"].contains(object.kind),
            let annotations = object.node["metadata"]?["annotations"], annotations.kind == .mapping
          else { return }
          for entry in annotations.entries
          where entry.key.keyText == "elbv2.k8s.aws/checkpoint"
            || entry.key.keyText == "elbv2.k8s.aws/checkpoint-timestamp"
          {
            report(
              "the controller writes \(entry.key.keyText) itself", at: entry.key.span, in: object.name)
          }
        }
      }
    })

  private static func binding(_ metadata: String) -> String {
    """
    apiVersion: elbv2.k8s.aws/v1beta1
    kind: TargetGroupBinding
    metadata:
      name: web
      \(metadata)
    spec:
      targetGroupARN: arn:aws:elasticloadbalancing:us-west-2:111122223333:targetgroup/web/0123456789abcdef
      serviceRef: {name: web, port: 80}
    """
  }
}
