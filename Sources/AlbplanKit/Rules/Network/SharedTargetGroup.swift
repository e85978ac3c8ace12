import LoadBalancerModel
import Manifests

extension LintRule {
  package static let sharedTargetGroup = LintRule(
    id: "shared-target-group",
    summary: "Two TargetGroupBindings name one target group.",
    rationale:
      "The controller's webhook refuses the second one (\"is already bound to following TargetGroupBindings\") "
      + "unless all of them set spec.multiClusterTargetGroup: each would take the other's targets out.",
    remedy: "Bind a target group once, or set multiClusterTargetGroup: true on all its bindings.",
    severity: .error, mistakes: ["M139"],
    flagged: [
      Example(
        """
        apiVersion: elbv2.k8s.aws/v1beta1
        kind: TargetGroupBinding
        metadata:
          name: a
        spec:
          targetGroupARN: arn:aws:elasticloadbalancing:us-west-2:111122223333:targetgroup/web/0123456789abcdef
          serviceRef: {name: a, port: 80}
        ---
        apiVersion: elbv2.k8s.aws/v1beta1
        kind: TargetGroupBinding
        metadata:
          name: b
        spec:
          targetGroupARN: arn:aws:elasticloadbalancing:us-west-2:111122223333:targetgroup/web/0123456789abcdef
          serviceRef: {name: b, port: 80}
        """, marks: ["arn:aws:elasticloadbalancing:us-west-2:111122223333:targetgroup/web/0123456789abcdef"])
    ],
    accepted: [
      Example(
        """
        apiVersion: elbv2.k8s.aws/v1beta1
        kind: TargetGroupBinding
        metadata:
          name: a
        spec:
          targetGroupARN: arn:aws:elasticloadbalancing:us-west-2:111122223333:targetgroup/web/0123456789abcdef
          multiClusterTargetGroup: true
          serviceRef: {name: a, port: 80}
        ---
        apiVersion: elbv2.k8s.aws/v1beta1
        kind: TargetGroupBinding
        metadata:
          name: b
        spec:
          targetGroupARN: arn:aws:elasticloadbalancing:us-west-2:111122223333:targetgroup/web/0123456789abcdef
          multiClusterTargetGroup: true
          serviceRef: {name: b, port: 80}
        """)
    ],
    check: .input { context, report in
      var bindings: [String: TargetGroupBindingDocument] = [:]
      for binding in context.objects.others.lazy.compactMap({ TargetGroupBindingDocument($0) }) {
        guard let first = bindings[binding.targetGroup.value] else {
          bindings[binding.targetGroup.value] = binding
          continue
        }
        guard first.name != binding.name || first.namespace != binding.namespace,
          !(first.isMultiCluster && binding.isMultiCluster)
        else { continue }
        report(
          .sharedTargetGroup(first.name), at: binding.targetGroup.span, in: "TargetGroupBinding \(binding.name)",
          notes: [Finding.Note(.note, "the other one", at: first.targetGroup.span)])
      }
    })
}

/// What matters of a TargetGroupBinding.
private struct TargetGroupBindingDocument {
  var name: String
  var namespace: String?
  var targetGroup: Located<String>
  var isMultiCluster: Bool

  init?(_ root: YAMLNode) {
    guard root["kind"]?.text == "TargetGroupBinding", let name = root["metadata"]?["name"]?.text,
      let spec = root["spec"], let targetGroup = spec["targetGroupARN"]?.located, !targetGroup.value.isEmpty,
      !targetGroup.value.holdsPlaceholder
    else { return nil }
    self.name = name
    namespace = root["metadata"]?["namespace"]?.text
    self.targetGroup = targetGroup
    isMultiCluster = if case .bool(true) = spec["multiClusterTargetGroup"]?.scalar { true } else { false }
  }
}

extension Finding.Message {
  fileprivate static func sharedTargetGroup(_ other: String) -> Self {
    "TargetGroupBinding \(other) is bound to this target group already"
  }
}
