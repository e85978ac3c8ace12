extension LintRule {
  /// Rules on names of annotations and where they stand.
  static let nameRules: [LintRule] = [
    unknownAnnotation, annotationOnWrongKind, misplacedAnnotation, inTreeAnnotation, annotationNotInRelease,
    valueNotInRelease,
    deprecatedAnnotation, emptyAnnotation,
  ]
}
