import LoadBalancerModel
import Manifests

extension LintRule {
  package static let healthCheckOnContainerPort = LintRule(
    id: "health-check-on-container-port",
    summary: "Instances are checked on a port of the pods.",
    rationale: "With instance targets the load balancer checks the nodes. Nothing answers there on the port of a "
      + "Service or container, only on node ports, so that all targets are unhealthy unless the pods use the network "
      + "of their hosts.",
    remedy: "Write traffic-port, the name of the Service's port, or its node port; or use ip targets.",
    severity: .warning, mistakes: ["M099"],
    flagged: [
      Example(
        SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/healthcheck-port: \"8080\""),
          SampleManifest.service(spec: "type: NodePort\nselector: {app: web}\nports: [{port: 80, targetPort: 8080}]")),
        marks: ["\"8080\""],
        fixed: SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/healthcheck-port: \"traffic-port\""),
          SampleManifest.service(spec: "type: NodePort\nselector: {app: web}\nports: [{port: 80, targetPort: 8080}]")))
    ],
    accepted: [
      Example(
        SampleManifest.file(
          SampleManifest.ingress(
            "web",
            """
            alb.ingress.kubernetes.io/target-type: ip
            alb.ingress.kubernetes.io/healthcheck-port: "8080"
            """),
          SampleManifest.service(spec: "type: NodePort\nselector: {app: web}\nports: [{port: 80, targetPort: 8080}]"))),
      Example(
        SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/healthcheck-port: \"31080\""),
          SampleManifest.service(spec: "type: NodePort\nselector: {app: web}\nports: [{port: 80, nodePort: 31080}]"))),
    ],
    check: .stacks { outcome, context, report in
      for use in outcome.targetUses {
        guard let service = use.service, use.targetType?.known == .instance,
          let annotation = use.reader.annotation(use.healthCheckPortDefinition),
          let number: Int32 = try? GoText.parseInteger(annotation.value.value), service.hasForPodsOnly(number)
        else { continue }
        let edit = report.editor(for: annotation.value.span)?.replaceValue(annotation.value, with: "traffic-port")
        report(
          .healthCheckOnContainerPort(number, use.serviceObject), at: annotation.value.span,
          in: outcome.carrier(at: annotation.value.span),
          fix: edit.map { Finding.Fix("check the port that takes the traffic", .unsafe, edits: [$0]) })
      }
    })
}

extension Service {
  /// The number is that of a port or container port, and of no node port.
  fileprivate func hasForPodsOnly(_ number: Int32) -> Bool {
    guard hasAllocatedNodePorts, !(30000...32767).contains(number), healthCheckNodePort?.value != number,
      !ports.contains(where: { $0.nodePort?.value == number })
    else { return false }
    return ports.contains { $0.port.value == number || $0.effectiveTargetPort.value == .number(number) }
  }
}

extension Finding.Message {
  fileprivate static func healthCheckOnContainerPort(_ number: Int32, _ service: String) -> Self {
    "\(number) is a port of \(service) and its pods, but the health check asks the nodes"
  }
}
