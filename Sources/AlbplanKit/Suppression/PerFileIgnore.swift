/// A setting that turns rules off for the files of a pattern: `"charts/**": [unknown-annotation]`.
package struct PerFileIgnore: Sendable {
  package var pattern: PathPattern
  /// Ids, patterns, or `all`.
  package var rules: RuleSelection

  package init(_ pattern: String, rules: [String]) {
    self.pattern = PathPattern(pattern)
    self.rules = RuleSelection(select: rules)
  }

  func hides(_ rule: String, in path: String) -> Bool {
    rules.verdict(on: rule) == .selected && pattern.matches(path)
  }
}
