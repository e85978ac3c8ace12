import LoadBalancerModel
import Manifests

extension LintRule {
  package static let nodeLabelsWithIPTargets = LintRule(
    id: "node-labels-with-ip-targets",
    summary: "Targets are chosen by the labels of nodes, but the targets are pods.",
    rationale: "The controller reads target-node-labels for instance targets only; with ip targets all pods of the "
      + "Service are registered, wherever they run.",
    remedy: "Remove the annotation, or use instance targets.",
    severity: .warning, mistakes: ["M102"],
    flagged: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/target-node-labels: pool=web
          alb.ingress.kubernetes.io/target-type: ip
          """), marks: ["alb.ingress.kubernetes.io/target-node-labels"],
        fixed: SampleManifest.ingress("web", "alb.ingress.kubernetes.io/target-type: ip")),
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip
          service.beta.kubernetes.io/aws-load-balancer-target-node-labels: pool=dns
          """), marks: ["service.beta.kubernetes.io/aws-load-balancer-target-node-labels"]),
    ],
    accepted: [
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/target-node-labels: pool=web"))
    ],
    check: .stacks { outcome, context, report in
      var ignored: [SourceSpan: Annotation] = [:]
      var used: Set<SourceSpan> = []
      for use in outcome.targetUses {
        let definition =
          use.kind == .application
          ? AnnotationDefinition.Ingress.targetNodeLabels : AnnotationDefinition.Service.targetNodeLabels
        guard let annotation = use.reader.annotation(definition),
          AnnotationReader.pairs(annotation.value.value)?.isEmpty == false
        else { continue }
        if use.targetType?.known == .ip {
          ignored[annotation.key.span] = annotation
        } else {
          used.insert(annotation.key.span)
        }
      }
      for (span, annotation) in ignored where !used.contains(span) {
        let edit = report.editor(for: span)?.deleteEntry(annotation)
        report(
          .nodeLabelsWithIPTargets, at: span, in: outcome.carrier(at: span),
          fix: edit.map { Finding.Fix("remove it", .unsafe, edits: [$0]) })
      }
    })
}

extension Finding.Message {
  fileprivate static let nodeLabelsWithIPTargets: Self =
    "the controller ignores the nodes' labels: the targets are pods (target type ip)"
}
