import LoadBalancerModel
import Manifests

extension LintRule {
  package static let controllerWrittenAnnotation = LintRule(
    id: "controller-written-annotation",
    summary: "A manifest sets an annotation that the controller writes itself.",
    rationale: "The controller overwrites or removes it whenever it looks at the Ingress, and never reads it "
      + "(controllers/ingress/group_controller.go).",
    remedy: "Remove it from the manifest.",
    severity: .warning, mistakes: ["M149"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/scheme: internal
            alb.ingress.kubernetes.io/dry-run-plan: '{}'
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["alb.ingress.kubernetes.io/dry-run-plan"],
        fixed: """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
            annotations:
              alb.ingress.kubernetes.io/scheme: internal
          spec:
            ingressClassName: alb
            defaultBackend: {service: {name: web, port: {number: 80}}}
          """)
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/scheme: internal
      spec:
        ingressClassName: alb
        defaultBackend: {service: {name: web, port: {number: 80}}}
      """
    ],
    check: .values(of: AnnotationCatalogue.standard.definitions.filter(\.isWrittenByController)) {
      subject, _, report in
      let edit = report.editor(for: subject.annotation.key.span)?.deleteEntry(subject.annotation)
      report(
        .written(subject.key), at: subject.annotation.key.span, in: subject.object,
        fix: edit.map { Finding.Fix("remove it", .safe, edits: [$0]) })
    })
}

extension Finding.Message {
  fileprivate static func written(_ key: String) -> Self {
    "the controller writes \(key) itself and never reads it"
  }
}
