extension LintRule {
  /// All rules, in the order of the documentation; those on suppression look at the findings of the others.
  package static let all: [LintRule] =
    inputRules + nameRules + valueRules + classRules + listenerRules + groupRules + routingRules + authenticationRules
    + targetRules + serviceRules + networkRules + limitRules + upkeepRules + validationRules
    + [refusedByController] + suppressionRules

  /// The rule with that id, or `nil`.
  package static func named(_ id: String) -> LintRule? { all.first { $0.id == id } }
}
