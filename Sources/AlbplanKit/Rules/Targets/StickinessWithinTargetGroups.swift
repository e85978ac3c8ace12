import LoadBalancerModel
import Manifests

extension LintRule {
  package static let stickinessWithinTargetGroups = LintRule(
    id: "stickiness-within-target-groups",
    summary: "Sessions are sticky within each target group, but an action spreads them over several.",
    rationale: "The cookie of a target group ties a client to one of its targets. Which target group a request goes to "
      + "is drawn anew each time by the weights, unless the action has a targetGroupStickinessConfig.",
    remedy: "Add targetGroupStickinessConfig to forwardConfig: {\"enabled\": true, \"durationSeconds\": 3600}.",
    severity: .warning, mistakes: ["M078"],
    flagged: [Example(manifest(stickiness: ""), marks: ["true"])],
    accepted: [
      Example(manifest(stickiness: #", "targetGroupStickinessConfig": {"enabled": true, "durationSeconds": 600}"#))
    ],
    check: .ingresses(with: [AnnotationDefinition.Ingress.actions]) { subject, context, report in
      var seen: Set<SourceSpan> = []
      for (_, json, action) in subject.member.actionsInUse() {
        guard action.type == ActionConfiguration.forwardType, let forward = action.forward,
          forward.targetGroups.count > 1, !json.hasGroupStickiness
        else { continue }
        for case let name? in forward.targetGroups.map(\.serviceName) {
          let service = context.objects.service(ObjectName(namespace: subject.member.name.namespace, name: name))
          let reader = AnnotationReader(service?.metadata.annotations ?? Annotations(), subject.member.annotations)
          guard let annotation = reader.annotation(AnnotationDefinition.Ingress.targetGroupAttributes),
            let attributes = try? AnnotationReader.stringMap(annotation).known,
            attributes["stickiness.enabled"] == "true", seen.insert(annotation.value.span).inserted
          else { continue }
          let isOfService = service?.metadata.span.contains(annotation.key.span) == true
          report(
            "this pins no client across the target groups of an action that has several",
            at: annotation.pairPlaces["stickiness.enabled"]?.value ?? annotation.value.span,
            in: isOfService ? "Service \(subject.member.name.namespace)/\(name)" : subject.object,
            notes: [
              Finding.Note(.note, "the action, without targetGroupStickinessConfig", at: json.annotation.key.span)
            ])
        }
      }
    })

  private static func manifest(stickiness: String) -> String {
    SampleManifest.ingress(
      "web",
      """
      alb.ingress.kubernetes.io/target-type: ip
      alb.ingress.kubernetes.io/target-group-attributes: stickiness.enabled=true
      alb.ingress.kubernetes.io/actions.split: |
        {"type": "forward", "forwardConfig": {"targetGroups": [
          {"serviceName": "blue", "servicePort": 80, "weight": 90},
          {"serviceName": "green", "servicePort": 80, "weight": 10}]\(stickiness)}}
      """, spec: "defaultBackend: {service: {name: split, port: {name: use-annotation}}}")
  }
}

extension AnnotationJSON {
  /// The action ties clients to one of its target groups.
  fileprivate var hasGroupStickiness: Bool {
    guard let enabled = value("forwardConfig", "targetGroupStickinessConfig", "enabled") else { return false }
    return kind(of: enabled) == .bool && tree.text(of: enabled) == "true"
  }
}
