extension LintRule {
  /// Rules on tags, names, undoing, upgrades and migration.
  static let upkeepRules: [LintRule] = [
    refusedTag, overriddenTag, refusedLoadBalancerName, logsWithoutBucket,
    partialDeletionProtection, controllerWrittenAnnotation, wrongWebACL, nginxAnnotation, autoModeAnnotation,
    securityGroupsTooLate,
  ]
}
