extension LintRule {
  /// Rules on target groups and health checks.
  static let targetRules: [LintRule] = [
    instanceTargetsWithoutNodePort, backendWithoutPods, ipv6TargetsWithoutDualstack, stickyInstanceTargets,
    http2TargetsOnHTTPListener, nodeLabelsWithIPTargets, unusableTargetControlPort, ipTargetsDisabled,
    overriddenByService, healthCheckNumberOutOfRange, healthCheckTimeoutTooLong, healthCheckSettingIgnored,
    healthCheckPathWithoutSlash, successCodesRefused, invalidHealthCheckPort, healthCheckOnContainerPort,
    unknownAttribute, misplacedAttribute,
    attributeValueRefused, attributesDisagree, stickinessWithinTargetGroups, fargatePodsAsInstances,
    healthCheckUnlikeReadinessProbe, ipTargetsWithoutReadinessGate,
  ]
}
