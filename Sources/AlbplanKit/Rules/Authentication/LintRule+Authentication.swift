extension LintRule {
  /// Rules on authentication and mutual TLS.
  static let authenticationRules: [LintRule] = []
}
