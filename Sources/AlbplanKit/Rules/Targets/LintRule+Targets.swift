extension LintRule {
  /// Rules on target groups and health checks.
  static let targetRules: [LintRule] = []
}
