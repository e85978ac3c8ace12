import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unknownAnnotation = LintRule(
    id: "unknown-annotation",
    summary: "An annotation key looks like one of the controller's, but no release reads it.",
    rationale: "The controller looks keys up by their exact names and never reports others: the setting is silently "
      + "not made, and the default applies (pkg/annotations/parser.go).",
    remedy: "Write the key as the controller's reference spells it.",
    severity: .warning, mistakes: ["M010", "M011", "M013", "M015"],
    flagged: [
      Example(
        ingress("alb.ingress.kubernetes.io/listen-port: '[{\"HTTP\": 8080}]'"),
        marks: ["alb.ingress.kubernetes.io/listen-port"],
        fixed: ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": 8080}]'")),
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/targetType: ip
          alb.ingress.kubernetes.io/group-name: shop
          """),
        marks: ["alb.ingress.kubernetes.io/targetType", "alb.ingress.kubernetes.io/group-name"],
        fixed: ingress(
          """
          alb.ingress.kubernetes.io/target-type: ip
          alb.ingress.kubernetes.io/group.name: shop
          """)),
      Example(
        service("service.kubernetes.io/aws-load-balancer-scheme: internal"),
        marks: ["service.kubernetes.io/aws-load-balancer-scheme"],
        fixed: service("service.beta.kubernetes.io/aws-load-balancer-scheme: internal")),
      Example(
        ingress(
          """
          lb.ingress.kubernetes.io/ip-address-type: dualstack
          ingress.kubernetes.io/scheme: internal
          alb.ingress.kubernets.io/health_check_path: /healthz
          """),
        fixed: ingress(
          """
          alb.ingress.kubernetes.io/ip-address-type: dualstack
          alb.ingress.kubernetes.io/scheme: internal
          alb.ingress.kubernetes.io/healthcheck-path: /healthz
          """)),
      Example(
        ingress("alb.ingress.kubernetes.io/ssl-passthrough: \"true\""),
        marks: ["alb.ingress.kubernetes.io/ssl-passthrough"]),
    ],
    accepted: [
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 8080}]'
          external-dns.alpha.kubernetes.io/hostname: web.example.com
          example.com/tags: web
          """)),
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        annotations:
          service.beta.kubernetes.io/azure-load-balancer-internal: "true"
          service.beta.kubernetes.io/aws-load-balancer-scheme: internal
      spec:
        type: LoadBalancer
        loadBalancerClass: service.k8s.aws/nlb
        selector: {app: web}
        ports: [{port: 80}]
      """,
    ],
    check: .annotations { subject, _, report in
      guard subject.definition == nil, subject.key != IgnoreAnnotation.key, !subject.isOfAnotherController,
        subject.isOnIngress || subject.location == .service, let unknown = UnknownKey(subject.key)
      else { return }
      guard let suggestion = unknown.suggestion else {
        // What an Ingress elsewhere or another controller might make of it, nobody can say.
        guard subject.isOnIngress || subject.isOnHandledService else { return }
        report(
          .unknownAnnotation(subject.key), at: subject.annotation.key.span, in: subject.object,
          notes: subject.remarkOnWish.map { [Finding.Note(.help, $0)] } ?? [])
        return
      }
      guard !subject.hasSibling(suggestion.key) else {
        report(
          .unknownAnnotation(subject.key, nearest: suggestion.key), at: subject.annotation.key.span,
          in: subject.object, notes: [Finding.Note(.help, "\(suggestion.key) is set as well: remove this one")])
        return
      }
      let edit = report.editor(for: subject.annotation.key.span)?.renameKey(subject.annotation.key, to: suggestion.key)
      report(
        .unknownAnnotation(subject.key, nearest: suggestion.key), at: subject.annotation.key.span, in: subject.object,
        fix: edit.map {
          Finding.Fix("rename it to \(suggestion.key)", unknown.isCertain ? .safe : .unsafe, edits: [$0])
        })
    })
}

extension AnnotationSubject {
  /// Why a setting that people wish for does not exist.
  fileprivate var remarkOnWish: String? {
    switch key {
    case "alb.ingress.kubernetes.io/ssl-passthrough":
      "an ALB always ends TLS itself; a Service with a network load balancer passes it on"
    case "alb.ingress.kubernetes.io/actions", "alb.ingress.kubernetes.io/conditions",
      "alb.ingress.kubernetes.io/transforms":
      "the key goes on with a dot and the name of the backend: \(key).web"
    default: nil
    }
  }
}

extension Finding.Message {
  fileprivate static func unknownAnnotation(_ key: String, nearest: String) -> Self {
    "the controller knows no annotation \(key); did you mean \(nearest)?"
  }

  fileprivate static func unknownAnnotation(_ key: String) -> Self {
    "no release of the controller knows an annotation \(key)"
  }
}
