package import Manifests

/// Why the controller would not start with the flags it is given.
package struct StartupRefusal: Error, Sendable {
  /// The controller's words.
  package var message: String
  /// What to do about it, when more can be said: `did you mean "default-tags"?`
  package var hint: String?
  /// Where the setting stands in a file; `nil` when it comes from the command line or the environment.
  package var span: SourceSpan?

  package init(_ message: String, hint: String? = nil, at span: SourceSpan? = nil) {
    self.message = message
    self.hint = hint
    self.span = span
  }
}

extension ControllerConfiguration {
  /// The controller's words when it would not start, else `nil`.
  package func startupRefusal() -> String? { refusal?.message }

  /// The first thing that keeps the controller from starting: a flag that cannot be read, then what
  /// `ControllerConfig.Validate` finds, in its order (`pkg/config/controller_config.go`).
  package var refusal: StartupRefusal? { flagProblem ?? validationProblem }

  /// Of several keys of `--default-tags` the bytewise smallest is reported; the controller walks a hash map.
  private var validationProblem: StartupRefusal? {
    if let clusterName, clusterName.isEmpty {
      return refusal("kubernetes cluster name must be specified", by: "cluster-name")
    }
    let tracking = Self.trackingTagKeys
    if let key = GoText.sortedBytewise(Array(flags.defaultTags.keys)).first(where: tracking.contains) {
      return refusal("tag key \(key) cannot be specified in default-tags flag", by: "default-tags")
    }
    if let key = flags.externalManagedTags.first(where: tracking.contains) {
      return refusal("tag key \(key) cannot be specified in external-managed-tags flag", by: "external-managed-tags")
    }
    if let key = flags.externalManagedTags.first(where: { flags.defaultTags[$0] != nil }) {
      return refusal(
        "tag key \(key) cannot be specified in both default-tags and external-managed-tags flag",
        by: "external-managed-tags")
    }
    if !["instance", "ip"].contains(flags.defaultTargetType) {
      return refusal("invalid value \(flags.defaultTargetType) for default target type", by: "default-target-type")
    }
    if LoadBalancerScheme(rawValue: flags.defaultLoadBalancerScheme) == nil {
      return refusal(
        "invalid value \(flags.defaultLoadBalancerScheme) for default scheme", by: "default-load-balancer-scheme")
    }
    let backendGroup = flags.backendSecurityGroup
    if !backendGroup.isEmpty, !backendGroup.utf8.starts(with: "sg-".utf8) {
      return refusal("invalid value \(backendGroup) for backend security group id", by: "backend-security-group")
    }
    if flags.enableManageBackendSecurityGroupRules, !flags.enableBackendSecurityGroup {
      return refusal(
        "backend security group must be enabled when manage backend security group rule is enabled",
        by: "enable-manage-backend-security-group-rules")
    }
    let label = flags.requiredSecretsLabel.unicodeScalars
    if !label.isEmpty {
      let equals = label.firstIndex(of: "=")
      guard let equals, equals != label.startIndex, label.index(after: equals) != label.endIndex else {
        return refusal(
          "invalid value \(GoText.quote(flags.requiredSecretsLabel)) for --required-secrets-label: "
            + "must be in key=value format",
          by: "required-secrets-label")
      }
    }
    return nil
  }

  private func refusal(_ message: String, by flag: String) -> StartupRefusal {
    StartupRefusal(message, at: flagSpans[flag])
  }

  /// Keys by which the controller knows its own resources.
  private static let trackingTagKeys: Set<String> = [
    "elbv2.k8s.aws/cluster", "elbv2.k8s.aws/resource", "ingress.k8s.aws/stack", "ingress.k8s.aws/resource",
    "service.k8s.aws/stack", "service.k8s.aws/resource", "gateway.k8s.aws.nlb/resource",
    "gateway.k8s.aws.alb/resource", "gateway.k8s.aws.nlb/stack", "gateway.k8s.aws.alb/stack",
  ]
}
