import LoadBalancerModel
import Manifests

extension LintRule {
  package static let backendWithoutPods = LintRule(
    id: "backend-without-pods",
    summary: "A Service behind a load balancer has no pods.",
    rationale: "The controller registers the pods that a Service selects. A Service of type ExternalName has none: the "
      + "target group stays empty and the load balancer answers 503. One without a selector has none either, unless "
      + "something writes EndpointSlices that name pods.",
    remedy:
      "Name a Service that selects pods; for a place outside the cluster use a redirect or a target group of your "
      + "own (an action with targetGroupARN).",
    severity: .error, mistakes: ["M100"],
    flagged: [
      Example(
        SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/target-type: ip"),
          SampleManifest.service(spec: "type: ExternalName\nexternalName: db.example.com\nports: [{port: 80}]")),
        marks: ["ExternalName"]),
      Example(
        SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/target-type: ip"),
          SampleManifest.service(spec: "ports: [{port: 80}]")), marks: ["web"]),
    ],
    accepted: [
      Example(
        SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/target-type: ip"),
          SampleManifest.service(spec: "clusterIP: None\nselector: {app: web}\nports: [{port: 80}]")))
    ],
    check: .stacks { outcome, context, report in
      for use in outcome.targetUses {
        guard let service = use.service, use.targetType?.known == .ip else { continue }
        var notes: [Finding.Note] = []
        if use.member != nil, let place = use.ports.first?.span {
          notes.append(Finding.Note(.note, "\(use.object) sends requests to it", at: place))
        }
        if service.effectiveType == "ExternalName" {
          report(
            .externalNameBackend(use.serviceObject), at: service.type?.span ?? service.metadata.name.span,
            in: use.serviceObject, notes: notes)
        } else if service.selectsNothing {
          report(
            .backendWithoutSelector(use.serviceObject), at: service.metadata.name.span, in: use.serviceObject,
            // Something else may write EndpointSlices for it.
            severity: context.world.isComplete && !context.holdsEndpoints ? .error : .info, notes: notes)
        }
      }
    })
}

extension LintContext {
  /// The input holds endpoints that somebody writes by hand.
  fileprivate var holdsEndpoints: Bool {
    objects.others.contains { $0["kind"]?.text == "EndpointSlice" || $0["kind"]?.text == "Endpoints" }
  }
}

extension Finding.Message {
  fileprivate static func externalNameBackend(_ service: String) -> Self {
    "\(service) has the type ExternalName and so no pods that could become targets"
  }
  fileprivate static func backendWithoutSelector(_ service: String) -> Self {
    "\(service) selects no pods: it gets targets only if something else writes EndpointSlices that name pods"
  }
}
