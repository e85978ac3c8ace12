extension LintRule {
  /// Rules on quotas and ranges of AWS, and cost.
  static let limitRules: [LintRule] = []
}
