import LoadBalancerModel
import Manifests

extension LintRule {
  package static let fargatePodsAsInstances = LintRule(
    id: "fargate-pods-as-instances",
    summary: "The targets are instances, but the pods are to run on Fargate.",
    rationale: "A pod on Fargate is on no EC2 instance that could be registered: the target group stays empty or holds "
      + "other nodes, and the load balancer answers with 503.",
    remedy: "Set target-type: ip.",
    severity: .error, mistakes: ["M091"],
    flagged: [
      Example(
        SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/target-type: instance"), SampleManifest.service(),
          deployment), marks: ["instance"])
    ],
    accepted: [
      Example(
        SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/target-type: ip"), SampleManifest.service(),
          deployment))
    ],
    check: .input { context, report in
      let workloads = Workloads(context.files) { $0.computeType?.text == "fargate" }
      guard !workloads.isEmpty else { return }
      for use in BackendUse.all(in: context) {
        let (type, span) = use.targetType(context)
        guard type == TargetType.instance.rawValue, let workload = workloads.first(behind: use.service) else {
          continue
        }
        report(
          .onFargate(workload.object), at: span ?? use.backend.span, in: use.object,
          notes: workload.computeType.map { [Finding.Note(.note, "the pods run on Fargate", at: $0.span)] } ?? [])
      }
    })

  private static let deployment = """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
    spec:
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          nodeSelector: {eks.amazonaws.com/compute-type: fargate}
          containers: [{name: web, image: web}]
    """
}

extension Finding.Message {
  fileprivate static func onFargate(_ workload: String) -> Self {
    "the targets are instances, but the pods of \(workload) run on Fargate and are on none"
  }
}
