extension LintRule {
  /// Rules on what the API server refuses.
  static let validationRules: [LintRule] = [refusedByAPIServer]
}
