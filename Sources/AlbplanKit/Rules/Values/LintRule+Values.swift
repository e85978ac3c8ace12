extension LintRule {
  /// Rules on texts of annotations.
  static let valueRules: [LintRule] = []
}
