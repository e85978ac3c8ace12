extension LintRule {
  /// Rules on what cannot be read or is not what it seems.
  static let inputRules: [LintRule] = [
    invalidYAML, wrongEncoding, inputLimit, unrenderedTemplate, ignoredText, removedAPIVersion, unknownAPIVersion,
    missingField, wrongType, unquotedAnnotation, duplicateKey, replacedObject, unknownField,
  ]
}
