extension LintRule {
  /// Rules on classes, IngressClass and IngressClassParams.
  static let classRules: [LintRule] = []
}
