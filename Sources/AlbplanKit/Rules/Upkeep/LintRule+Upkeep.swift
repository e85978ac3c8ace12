extension LintRule {
  /// Rules on tags, names, undoing, upgrades and migration.
  static let upkeepRules: [LintRule] = [
    refusedTag, overriddenTag, refusedLoadBalancerName, logsWithoutBucket,
    partialDeletionProtection, controllerWrittenAnnotation, controllerWrittenCheckpoint, wrongWebACL, nginxAnnotation,
    autoModeAnnotation,
    securityGroupsTooLate,
  ]
}
