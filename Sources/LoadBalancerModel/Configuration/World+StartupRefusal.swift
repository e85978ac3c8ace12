extension World {
  /// Why the controller would not start with its flags, in its own words; `nil` when it starts.
  ///
  /// Mirrors the parsing of flags and then `Validate` in `pkg/config/controller_config.go`, in its order.
  package var startupRefusal: String? {
    if let refusal = controller.flagRefusals.first { return refusal }
    if controller.clusterName?.isEmpty == true { return "kubernetes cluster name must be specified" }
    let flags = controller.flags
    for key in GoText.sortedBytewise(Array(flags.defaultTags.keys)) where Self.trackingTagKeys.contains(key) {
      return "tag key \(key) cannot be specified in default-tags flag"
    }
    for key in flags.externalManagedTags where Self.trackingTagKeys.contains(key) {
      return "tag key \(key) cannot be specified in external-managed-tags flag"
    }
    for key in flags.externalManagedTags where flags.defaultTags[key] != nil {
      return "tag key \(key) cannot be specified in both default-tags and external-managed-tags flag"
    }
    guard ["instance", "ip"].contains(flags.defaultTargetType) else {
      return "invalid value \(flags.defaultTargetType) for default target type"
    }
    guard LoadBalancerScheme(rawValue: flags.defaultLoadBalancerScheme) != nil else {
      return "invalid value \(flags.defaultLoadBalancerScheme) for default scheme"
    }
    // The shared group that the facts name is given to the controller by its flag.
    let group = flags.backendSecurityGroup.isEmpty ? aws.backendSecurityGroup ?? "" : flags.backendSecurityGroup
    guard group.isEmpty || group.utf8.starts(with: "sg-".utf8) else {
      return "invalid value \(group) for backend security group id"
    }
    guard !flags.enableManageBackendSecurityGroupRules || flags.enableBackendSecurityGroup else {
      return "backend security group must be enabled when manage backend security group rule is enabled"
    }
    let label = flags.requiredSecretsLabel
    if !label.isEmpty {
      let halves = label.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty }) else {
        return "invalid value \(GoText.quote(label)) for --required-secrets-label: must be in key=value format"
      }
    }
    return nil
  }

  /// Source: `pkg/config/controller_config.go`.
  private static let trackingTagKeys: Set<String> = [
    "elbv2.k8s.aws/cluster", "elbv2.k8s.aws/resource", "ingress.k8s.aws/stack", "ingress.k8s.aws/resource",
    "service.k8s.aws/stack", "service.k8s.aws/resource", "gateway.k8s.aws.nlb/stack", "gateway.k8s.aws.nlb/resource",
    "gateway.k8s.aws.alb/stack", "gateway.k8s.aws.alb/resource",
  ]
}
