extension LintRule {
  /// Rules on Services and their network load balancers.
  static let serviceRules: [LintRule] = []
}
