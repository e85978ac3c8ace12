import LoadBalancerModel
import Manifests

extension LintRule {
  package static let instanceTargetsWithoutNodePort = LintRule(
    id: "instance-targets-without-node-port",
    summary: "The targets are instances, but the Service has no node port for them.",
    rationale: "With the target type instance, which is the default, a load balancer sends to a port that every node "
      + "opens for the Service. A Service of type ClusterIP has none, and a LoadBalancer can decline them; the "
      + "controller then refuses the whole load balancer.",
    remedy: "Use ip targets (target-type: ip), or give the Service the type NodePort.",
    severity: .error, mistakes: ["M090", "M100", "M120"],
    refusals: ["target-group-port-empty", "cluster-ip-with-instance-targets", "node-port-declined"],
    flagged: [
      Example(
        SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/scheme: internal"),
          SampleManifest.service(spec: "type: ClusterIP\nselector: {app: web}\nports: [{port: 80}]")),
        marks: ["ClusterIP"],
        fixed: SampleManifest.file(
          SampleManifest.ingress(
            "web", "alb.ingress.kubernetes.io/scheme: internal\nalb.ingress.kubernetes.io/target-type: ip"),
          SampleManifest.service(spec: "type: ClusterIP\nselector: {app: web}\nports: [{port: 80}]"))),
      Example(
        SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/target-type: instance"),
          SampleManifest.service("web", spec: "selector: {app: web}\nports: [{port: 80}]")),
        marks: ["web"],
        fixed: SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/target-type: ip"),
          SampleManifest.service("web", spec: "selector: {app: web}\nports: [{port: 80}]"))),
      Example(
        SampleManifest.loadBalancer(spec: "allocateLoadBalancerNodePorts: false\nports: [{port: 53}]"),
        marks: ["false"],
        fixed: SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip
          """, spec: "allocateLoadBalancerNodePorts: false\nports: [{port: 53}]")),
      Example(
        SampleManifest.service(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-type: external
          service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: instance
          service.beta.kubernetes.io/aws-load-balancer-scheme: internal
          """, spec: "selector: {app: dns}\nports: [{port: 53}]"), marks: ["dns"]),
    ],
    accepted: [
      Example(
        SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/target-type: ip"),
          SampleManifest.service(spec: "type: ClusterIP\nselector: {app: web}\nports: [{port: 80}]"))),
      Example(
        SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/scheme: internal"), SampleManifest.service())),
      Example(
        SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/scheme: internal"),
          SampleManifest.service(
            "web", "alb.ingress.kubernetes.io/target-type: ip", spec: "selector: {app: web}\nports: [{port: 80}]"))),
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip",
          spec: "allocateLoadBalancerNodePorts: false\nports: [{port: 53}]")),
    ],
    check: .stacks { outcome, context, report in
      for use in outcome.targetUses {
        guard let service = use.service, use.targetType?.known == .instance,
          use.lacksNodePort(service)
        else { continue }
        let span =
          service.isLoadBalancer
          ? service.allocateLoadBalancerNodePorts?.span : service.type?.span
        var notes = [Finding.Note(.help, "let the load balancer send straight to the pods: target type ip")]
        if let settings = use.member?.settings, settings.ingressClass == nil {
          notes.append(Finding.Note(.note, "unless the IngressClassParams of its class set targetType: ip"))
        }
        if use.member != nil, let place = use.ports.first?.span {
          notes.append(Finding.Note(.note, "\(use.object) sends requests to it", at: place))
        }
        report(
          .instanceTargetsWithoutNodePort(use.serviceObject, service), at: span ?? service.metadata.name.span,
          in: use.serviceObject, notes: notes, fix: use.ipTargetsFix(&report))
      }
    })
}

extension TargetUse {
  /// One of the ports that are named has no node port and will get none.
  fileprivate func lacksNodePort(_ service: Service) -> Bool {
    let backend = BackendService(service)
    return ports.contains { backend.port($0.port)?.nodePort.known == 0 }
  }

  /// Makes pods the targets, where a single annotation does that.
  fileprivate func ipTargetsFix(_ report: inout LintRule.Report) -> Finding.Fix? {
    let definition =
      kind == .application ? AnnotationDefinition.Ingress.targetType : AnnotationDefinition.Service.nlbTargetType
    guard member?.classParameters?.targetType == nil else { return nil }
    let edit: Finding.Edit?
    if let written = reader.annotation(definition) {
      edit = report.editor(for: written.value.span)?.replaceValue(written.value, with: "ip")
    } else if let sibling = reader.maps.last?.entries.last {
      edit = report.editor(for: sibling.key.span)?.insert(definition.key, "ip", after: sibling)
    } else {
      edit = nil
    }
    return edit.map { Finding.Fix("use ip targets", .unsafe, edits: [$0]) }
  }
}

extension Finding.Message {
  fileprivate static func instanceTargetsWithoutNodePort(_ object: String, _ service: Service) -> Self {
    service.isLoadBalancer
      ? "\(object) declines node ports, which instance targets need"
      : "\(object) has the type \(service.effectiveType) and so no node port, which instance targets need"
  }
}
