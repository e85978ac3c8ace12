extension LintRule {
  /// Rules on listeners, certificates and redirects to HTTPS.
  static let listenerRules: [LintRule] = []
}
