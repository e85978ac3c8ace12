extension LintRule {
  /// Rules on texts of annotations.
  static let valueRules: [LintRule] = [
    lookalikeCharacters, blankAroundValue, malformedBoolean, malformedInteger, unknownValue, malformedPairs,
    malformedList, malformedRange, malformedCapacity, malformedJSON, reservedTag,
    unfilledPlaceholder,
  ]
}
