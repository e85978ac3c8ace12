extension LintRule {
  /// Rules on classes, IngressClass and IngressClassParams.
  static let classRules: [LintRule] = [
    ingressWithoutClass, classGivenTwice, missingIngressClass, misspeltClassController, severalDefaultClasses,
    ineffectiveDefaultMark, wrongClassParameters, namespaceOutsideClass, overriddenByClass, ineffectiveRedirectPort,
    namespacedClassParameters, classParameterNotInRelease, deniedClassParameters, forbiddenAnnotation,
    deletionProtection,
  ]
}
