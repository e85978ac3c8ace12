/// One flag of the controller, by its own name.
///
/// Source: `BindFlags` of `pkg/config/*.go`, `pkg/aws/cloud_config.go` and `pkg/inject`.
package struct ControllerFlag: Sendable {
  /// How the controller reads the flag's text (`pflag`).
  package enum ValueType: Sendable, Hashable {
    case string, bool, int, duration
    /// Comma list (`StringSlice`).
    case list
    /// `key=value` pairs in a comma list (`StringToString`).
    case map
    /// `--feature-gates`.
    case featureGates
    /// `--aws-api-throttle`; not read here.
    case throttle
  }

  /// Without dashes: `default-target-type`.
  package var name: String
  package var type: ValueType
  /// The first release that has it.
  package var since: ControllerVersion
  /// What the flag does to a plan or to an admission decision; `nil` for a flag that does nothing to either.
  package var effect: String?

  private init(_ name: String, _ type: ValueType, since: ControllerVersion, _ effect: String? = nil) {
    self.name = name
    self.type = type
    self.since = since
    self.effect = effect
  }

  /// The flag of that name, or `nil`.
  package static func named(_ name: String) -> ControllerFlag? { byName[name] }

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// All flags of v3.5.0: first those that influence a plan, then the rest; each part by name.
  package static let all: [ControllerFlag] = [
    ControllerFlag(
      "allowed-certificate-authority-arns", .list, since: .init(2, 7, 2),
      "Only certificates of these authorities are discovered."),
    ControllerFlag("aws-region", .string, since: .init(2, 0), "The same as `aws.region`."),
    ControllerFlag("aws-vpc-id", .string, since: .init(2, 0), "The same as `aws.vpcID`."),
    ControllerFlag(
      "backend-security-group", .string, since: .init(2, 3), "The id of the shared backend security group."),
    ControllerFlag("cluster-name", .string, since: .init(2, 0), "The same as `controller.clusterName`."),
    ControllerFlag(
      "default-load-balancer-scheme", .string, since: .init(2, 11), "The scheme where a manifest sets none."),
    ControllerFlag("default-pca-arn", .string, since: .init(3, 3), "The private authority of managed certificates."),
    ControllerFlag("default-ssl-policy", .string, since: .init(2, 2), "The TLS policy where a manifest sets none."),
    ControllerFlag("default-tags", .map, since: .init(2, 1), "Tags on every resource."),
    ControllerFlag("default-target-type", .string, since: .init(2, 5), "The target type where a manifest sets none."),
    ControllerFlag(
      "disable-ingress-class-annotation", .bool, since: .init(2, 2),
      "The webhook denies new uses of `kubernetes.io/ingress.class`."),
    ControllerFlag(
      "disable-ingress-group-name-annotation", .bool, since: .init(2, 2),
      "The webhook denies new uses of `alb.ingress.kubernetes.io/group.name`."),
    ControllerFlag(
      "disable-restricted-sg-rules", .bool, since: .init(2, 3), "Node rules open all ports instead of those in use."),
    ControllerFlag(
      "enable-backend-security-group", .bool, since: .init(2, 3),
      "Load balancers share a security group as the source of their traffic."),
    ControllerFlag(
      "enable-manage-backend-security-group-rules", .bool, since: .init(2, 13),
      "The default of the annotations `manage-backend-security-group-rules`."),
    ControllerFlag("enable-shield", .bool, since: .init(2, 0), "Shield is deployed; the model stays the same."),
    ControllerFlag("enable-waf", .bool, since: .init(2, 0), "WAF classic is deployed; the model stays the same."),
    ControllerFlag("enable-wafv2", .bool, since: .init(2, 0), "WAFv2 is deployed; the model stays the same."),
    ControllerFlag("external-managed-tags", .list, since: .init(2, 2), "Tag keys that manifests must not set."),
    ControllerFlag("feature-gates", .featureGates, since: .init(2, 3, 1), "The same as `controller.featureGates`."),
    ControllerFlag("ingress-class", .string, since: .init(2, 0), "Which class annotation makes an Ingress ours."),
    ControllerFlag("load-balancer-class", .string, since: .init(2, 4), "Which class makes a Service ours."),
    ControllerFlag(
      "required-secrets-label", .string, since: .init(3, 5), "The label that a Secret needs before it is read."),
    ControllerFlag(
      "tolerate-non-existent-backend-action", .bool, since: .init(2, 6, 2),
      "A missing action annotation answers 503 instead of failing the group."),
    ControllerFlag(
      "tolerate-non-existent-backend-service", .bool, since: .init(2, 6, 2),
      "A missing Service answers 503 instead of failing the group."),
    ControllerFlag("watch-namespace", .string, since: .init(2, 0), "Only objects of this namespace are handled."),

    ControllerFlag("alb-gateway-max-concurrent-reconciles", .int, since: .init(2, 13)),
    ControllerFlag("aws-api-endpoints", .map, since: .init(2, 3)),
    ControllerFlag("aws-api-throttle", .throttle, since: .init(2, 0)),
    ControllerFlag("aws-max-retries", .int, since: .init(2, 0)),
    ControllerFlag("aws-vpc-tag-key", .string, since: .init(2, 9)),
    ControllerFlag("aws-vpc-tags", .map, since: .init(2, 9)),
    ControllerFlag("enable-endpoint-slices", .bool, since: .init(2, 3)),
    ControllerFlag("enable-leader-election", .bool, since: .init(2, 0)),
    ControllerFlag("enable-pod-readiness-gate-inject", .bool, since: .init(2, 0)),
    ControllerFlag("gateway-class-max-concurrent-reconciles", .int, since: .init(2, 13)),
    ControllerFlag("globalaccelerator-max-concurrent-reconciles", .int, since: .init(2, 14, 1)),
    ControllerFlag("globalaccelerator-max-exponential-backoff-delay", .duration, since: .init(2, 17)),
    ControllerFlag("health-probe-bind-addr", .string, since: .init(2, 0)),
    ControllerFlag("ingress-max-concurrent-reconciles", .int, since: .init(2, 0)),
    ControllerFlag("kube-ca-pem-filepath", .string, since: .init(2, 14)),
    ControllerFlag("kubeconfig", .string, since: .init(2, 0)),
    ControllerFlag("lb-stabilization-monitor-interval", .duration, since: .init(2, 11)),
    ControllerFlag("leader-election-id", .string, since: .init(2, 0)),
    ControllerFlag("leader-election-namespace", .string, since: .init(2, 0)),
    ControllerFlag("log-level", .string, since: .init(2, 0)),
    ControllerFlag("max-targets-per-target-group", .int, since: .init(2, 14, 1)),
    ControllerFlag("metrics-bind-addr", .string, since: .init(2, 0)),
    ControllerFlag("nlb-gateway-max-concurrent-reconciles", .int, since: .init(2, 13)),
    ControllerFlag("quic-environment-variable-name", .string, since: .init(2, 15)),
    ControllerFlag("service-max-concurrent-reconciles", .int, since: .init(2, 0)),
    ControllerFlag("service-target-eni-security-group-tags", .map, since: .init(2, 7)),
    ControllerFlag("sync-period", .duration, since: .init(2, 0)),
    ControllerFlag("targetgroupbinding-max-concurrent-reconciles", .int, since: .init(2, 0)),
    ControllerFlag("targetgroupbinding-max-exponential-backoff-delay", .duration, since: .init(2, 2, 1)),
    ControllerFlag("targetgroupbinding-requeue-duration", .duration, since: .init(3, 2)),
    ControllerFlag("webhook-bind-port", .int, since: .init(2, 0)),
    ControllerFlag("webhook-cert-dir", .string, since: .init(2, 2)),
    ControllerFlag("webhook-cert-file", .string, since: .init(2, 2)),
    ControllerFlag("webhook-key-file", .string, since: .init(2, 2)),
  ]
}
