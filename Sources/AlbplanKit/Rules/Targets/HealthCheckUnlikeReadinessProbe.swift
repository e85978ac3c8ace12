import LoadBalancerModel
import Manifests

extension LintRule {
  package static let healthCheckUnlikeReadinessProbe = LintRule(
    id: "health-check-unlike-readiness-probe",
    summary: "The load balancer checks targets at /, their own readiness probe asks for another path.",
    rationale: "Without healthcheck-path the check asks for / and wants 200. An application that answers / with a "
      + "redirect, a login or 404 has no healthy targets then.",
    remedy: "Set healthcheck-path to the path of the probe, or see to it that / answers with 200.",
    severity: .info, mistakes: ["M096"],
    flagged: [Example(manifest(annotations: "alb.ingress.kubernetes.io/target-type: ip"), marks: ["web"])],
    accepted: [
      Example(
        manifest(
          annotations: "alb.ingress.kubernetes.io/target-type: ip\nalb.ingress.kubernetes.io/healthcheck-path: /healthz"
        ))
    ],
    check: .input { context, report in
      let workloads = Workloads(context.files) { $0.readinessPath.map { $0.text != "/" } ?? false }
      guard !workloads.isEmpty else { return }
      var seen: Set<SourceSpan> = []
      for use in BackendUse.all(in: context) {
        guard
          [
            AnnotationDefinition.Ingress.healthcheckPath, AnnotationDefinition.Ingress.successCodes,
            AnnotationDefinition.Ingress.backendProtocolVersion,
          ].allSatisfy({ use.reader.annotation($0) == nil }), let workload = workloads.first(behind: use.service),
          let path = workload.readinessPath, seen.insert(use.backend.span).inserted
        else { continue }
        report(
          .unlike(path.text, workload.object), at: use.backend.span, in: use.object,
          notes: [Finding.Note(.note, "the probe", at: path.span)])
      }
    })

  private static func manifest(annotations: String) -> String {
    SampleManifest.file(
      SampleManifest.ingress("web", annotations), SampleManifest.service(),
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
              - {name: web, image: web, readinessProbe: {httpGet: {path: /healthz, port: 8080}}}
      """)
  }
}

extension Finding.Message {
  fileprivate static func unlike(_ path: String, _ workload: String) -> Self {
    "the health check asks for /, the readiness probe of \(workload) for \(path)"
  }
}
