extension LintRule {
  /// Rules on rules, paths, hosts, actions, conditions and transforms.
  static let routingRules: [LintRule] = []
}
