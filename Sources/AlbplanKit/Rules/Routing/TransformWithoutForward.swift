import LoadBalancerModel
import Manifests

extension LintRule {
  package static let transformWithoutForward = LintRule(
    id: "transform-without-forward",
    summary: "A transform stands at an action that forwards nothing.",
    rationale: "A transform changes a request before it goes to a target. A redirect or a fixed response is the load "
      + "balancer's own answer: no target gets the changed request.",
    remedy: "Remove the transform; in a redirect write the new host and path into redirectConfig.",
    severity: .warning, mistakes: ["M082"],
    flagged: [
      Example(
        manifest(
          action: #"{"type": "redirect", "redirectConfig": {"host": "b.example.com", "statusCode": "HTTP_301"}}"#),
        marks: ["alb.ingress.kubernetes.io/transforms.web"])
    ],
    accepted: [
      Example(
        manifest(
          action: #"{"type": "forward", "forwardConfig": {"targetGroups": [{"serviceName": "a", "servicePort": 80}]}}"#)
      )
    ],
    check: .ingresses(with: [AnnotationDefinition.Ingress.transforms]) { subject, _, report in
      let transforms = subject.member.annotations(of: AnnotationDefinition.Ingress.transforms)
      guard !transforms.isEmpty else { return }
      let answers = Dictionary(
        subject.member.actionsInUse().compactMap { name, json, action in
          action.type == ActionConfiguration.redirectType || action.type == ActionConfiguration.fixedResponseType
            ? (name, (action.type, json.annotation.key.span)) : nil
        }, uniquingKeysWith: { first, _ in first })
      for transform in transforms {
        guard let (type, span) = answers[transform.name] else { continue }
        report(
          .changesNothing(type), at: transform.annotation.key.span, in: subject.object,
          notes: [Finding.Note(.note, "the action", at: span)])
      }
    })

  private static func manifest(action: String) -> String {
    SampleManifest.ingress(
      "web",
      """
      alb.ingress.kubernetes.io/actions.web: '\(action)'
      alb.ingress.kubernetes.io/transforms.web: |
        [{"type": "url-rewrite", "urlRewriteConfig": {"rewrites": [{"regex": "^/a", "replace": "/b"}]}}]
      """,
      spec: """
        rules:
        - host: a.example.com
          http:
            paths:
            - {path: /, pathType: Prefix, backend: {service: {name: web, port: {name: use-annotation}}}}
        """)
  }
}

extension Finding.Message {
  fileprivate static func changesNothing(_ type: String) -> Self {
    "the transform changes nothing that a target gets: the action of this name is a \(type)"
  }
}
