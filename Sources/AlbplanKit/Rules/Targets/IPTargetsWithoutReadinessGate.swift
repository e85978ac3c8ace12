import LoadBalancerModel
import Manifests

extension LintRule {
  package static let ipTargetsWithoutReadinessGate = LintRule(
    id: "ip-targets-without-readiness-gate",
    summary: "Pods are targets, but their namespace does not ask for readiness gates.",
    rationale:
      "A rolling update goes on as soon as a new pod is ready by itself, be its target healthy or not, so that "
      + "for a while no healthy target may be left. With the label the controller adds a readiness gate to each new "
      + "pod.",
    remedy: "Label the namespace elbv2.k8s.aws/pod-readiness-gate-inject: enabled, and let pods wait before they stop "
      + "(preStop).",
    severity: .info, mistakes: ["M102"],
    flagged: [Example(manifest(labels: "{team: web}"), marks: ["shop"])],
    accepted: [Example(manifest(labels: "{elbv2.k8s.aws/pod-readiness-gate-inject: enabled}"))],
    check: .input { context, report in
      guard !context.objects.namespaces.isEmpty else { return }
      var seen: Set<String> = []
      for use in BackendUse.all(in: context) {
        let name = use.service.metadata.objectName.namespace
        guard use.targetType(context).type == TargetType.ip.rawValue,
          let namespace = context.objects.namespace(name),
          namespace.metadata.labels["elbv2.k8s.aws/pod-readiness-gate-inject"] != "enabled", seen.insert(name).inserted
        else { continue }
        report(
          "new pods of the namespace count as ready before their targets are healthy", at: namespace.metadata.name.span,
          in: "Namespace \(name)", notes: [Finding.Note(.note, "\(use.object) has ip targets", at: use.backend.span)])
      }
    })

  private static func manifest(labels: String) -> String {
    """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: web
      namespace: shop
      annotations:
        alb.ingress.kubernetes.io/target-type: ip
    spec:
      ingressClassName: alb
      defaultBackend: {service: {name: web, port: {number: 80}}}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: shop}
    spec:
      selector: {app: web}
      ports: [{port: 80}]
    ---
    apiVersion: v1
    kind: Namespace
    metadata:
      name: shop
      labels: \(labels)
    """
  }
}
