extension LintRule {
  /// Rules on members of an IngressGroup.
  static let groupRules: [LintRule] = []
}
