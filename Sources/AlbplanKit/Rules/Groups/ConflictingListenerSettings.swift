package import LoadBalancerModel
import Manifests

extension LintRule {
  package static let conflictingListenerSettings = LintRule(
    id: "conflicting-listener-settings",
    summary: "Members of an IngressGroup that share a port want different things of its listener.",
    rationale: "A listener has one protocol, one security policy, one set of attributes, one way to ask for client "
      + "certificates and one set of sources. Members that listen on the same port and contradict each other make "
      + "the controller refuse the whole group (pkg/ingress/model_builder.go).",
    remedy: "Make the setting on one member only, or in IngressClassParams; or let the members use different ports.",
    severity: .error, mistakes: ["M031"],
    refusals: [
      "conflicting-protocol", "conflicting-inbound-cidrs", "conflicting-prefix-lists", "conflicting-ssl-policy",
      "conflicting-mutual-authentication", "conflicting-listener-attributes", "conflicting-frontend-nlb-health-check",
      "conflicting-target-port",
    ],
    flagged: [
      Example(
        pair(
          "alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": 80}, {\"HTTP\": 8080}]'",
          "alb.ingress.kubernetes.io/listen-ports: '[{\"HTTPS\": 8080}]'"),
        marks: ["8080"]),
      Example(
        pair(
          "alb.ingress.kubernetes.io/inbound-cidrs: 10.0.0.0/8",
          "alb.ingress.kubernetes.io/inbound-cidrs: 10.0.0.0/8, 192.168.0.0/16"),
        marks: ["10.0.0.0/8, 192.168.0.0/16"]),
      Example(
        pair(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
          alb.ingress.kubernetes.io/listener-attributes.HTTPS-443: routing.http.response.server.enabled=true
          """,
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
          alb.ingress.kubernetes.io/listener-attributes.HTTPS-443: routing.http.response.server.enabled=false
          """),
        marks: ["false"]),
      Example(
        pair(
          """
          alb.ingress.kubernetes.io/enable-frontend-nlb: "true"
          alb.ingress.kubernetes.io/frontend-nlb-healthcheck-success-codes: "200"
          """,
          "alb.ingress.kubernetes.io/frontend-nlb-healthcheck-success-codes: \"200\""),
        marks: ["\"200\""]),
    ],
    accepted: [
      Example(
        pair(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-TLS13-1-2-2021-06
          """,
          "alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": 80}, {\"HTTPS\": 443}]'"))
    ],
    check: .stacks { outcome, context, report in
      guard case .ingressGroup(let group) = outcome.owner, group.members.count > 1 else { return }
      let settings = ListenerSettings(of: group, outcome.listeners)
      guard settings.hasSharedPort else { return }
      var reported: Set<SourceSpan> = []
      settings.forEachAgreement(&report) { name, agreement, report in
        // The same two texts meet on each port that the members share.
        guard agreement.isBroken, let span = agreement.statements[1].span ?? agreement.statements[0].span,
          reported.insert(span).inserted
        else { return }
        report(conflict: agreement, about: name, in: group)
      }
    })

  /// What the rule compares.
  package static var annotationsOfConflictingListenerSettings: [AnnotationDefinition] { ListenerSettings.definitions }
}
