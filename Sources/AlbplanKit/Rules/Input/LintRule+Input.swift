extension LintRule {
  /// Rules on what cannot be read or is not what it seems.
  static let inputRules: [LintRule] = []
}
