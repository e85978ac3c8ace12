extension LintRule {
  /// Rules on schemes, subnets, security groups and sources.
  static let networkRules: [LintRule] = []
}
