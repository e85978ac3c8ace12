import LoadBalancerModel
import Manifests

extension LintRule {
  package static let stickyInstanceTargets = LintRule(
    id: "sticky-instance-targets",
    summary: "Sticky sessions are switched on, but the targets are instances.",
    rationale:
      "The cookie ties a client to a node; kube-proxy then spreads its requests over the pods of all nodes, so "
      + "that a session still hops from pod to pod.",
    remedy: "Use ip targets (target-type: ip).",
    severity: .warning, mistakes: ["M093"],
    flagged: [
      Example(
        SampleManifest.file(
          SampleManifest.ingress(
            "web",
            "alb.ingress.kubernetes.io/target-group-attributes: stickiness.enabled=true,stickiness.type=lb_cookie"),
          SampleManifest.service()),
        marks: ["true"])
    ],
    accepted: [
      Example(
        SampleManifest.file(
          SampleManifest.ingress(
            "web",
            """
            alb.ingress.kubernetes.io/target-type: ip
            alb.ingress.kubernetes.io/target-group-attributes: stickiness.enabled=true
            """), SampleManifest.service())),
      Example(
        SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/target-group-attributes: stickiness.enabled=true"),
          SampleManifest.service(
            spec: """
              type: NodePort
              externalTrafficPolicy: Local
              selector: {app: web}
              ports: [{port: 80}]
              """))),
    ],
    check: .stacks { outcome, context, report in
      for use in outcome.targetUses where use.kind == .application {
        guard use.targetType?.known == .instance, use.service?.keepsTrafficTogether != true,
          let annotation = use.reader.annotation(AnnotationDefinition.Ingress.targetGroupAttributes),
          let attributes = try? AnnotationReader.stringMap(annotation).known,
          attributes["stickiness.enabled"] == "true"
        else { continue }
        report(
          .stickyInstanceTargets, at: annotation.pairPlaces["stickiness.enabled"]?.value ?? annotation.value.span,
          in: use.object, notes: [Finding.Note(.help, "set target-type: ip, so that a target is one pod")])
      }
    })
}

extension Service {
  /// Requests stay on their node, or with one pod for each client address.
  fileprivate var keepsTrafficTogether: Bool {
    hasLocalTrafficPolicy || metadata.node?["spec"]?["sessionAffinity"]?.text == "ClientIP"
  }
}

extension Finding.Message {
  fileprivate static let stickyInstanceTargets: Self =
    "the stickiness holds for a node, not for a pod: the targets are instances"
}
