import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unknownAnnotation = LintRule(
    id: "unknown-annotation",
    summary: "An annotation key looks like one of the controller's, but no release reads it.",
    rationale: "The controller looks keys up by their exact names and never reports others: the setting is silently "
      + "not made, and the default applies (pkg/annotations/parser.go).",
    remedy: "Write the key as the controller's reference spells it.",
    severity: .warning, mistakes: ["M010", "M011", "M013"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/listen-port: '[{"HTTP": 8080}]'
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["alb.ingress.kubernetes.io/listen-port"],
        fixed: """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
            annotations:
              alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 8080}]'
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
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 8080}]'
          external-dns.alpha.kubernetes.io/hostname: web.example.com
      spec:
        ingressClassName: alb
        defaultBackend: {service: {name: web, port: {number: 80}}}
      """
    ],
    check: .annotations { subject, _, report in
      guard subject.definition == nil, subject.key != IgnoreAnnotation.key,
        let suggestion = AnnotationCatalogue.standard.nearest(to: subject.key)
      else { return }
      let edit = report.editor(for: subject.annotation.key.span)?.renameKey(subject.annotation.key, to: suggestion.key)
      report(
        .unknownAnnotation(subject.key, nearest: suggestion.key), at: subject.annotation.key.span, in: subject.object,
        fix: edit.map { Finding.Fix("rename it to \(suggestion.key)", .unsafe, edits: [$0]) })
    })
}

extension Finding.Message {
  fileprivate static func unknownAnnotation(_ key: String, nearest: String) -> Self {
    "the controller knows no annotation \(key); did you mean \(nearest)?"
  }
}
