extension LintRule {
  /// Rules on tags, names, undoing, upgrades and migration.
  static let upkeepRules: [LintRule] = []
}
