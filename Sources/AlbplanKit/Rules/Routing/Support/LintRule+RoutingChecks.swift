import LoadBalancerModel
import Manifests

extension LintRule.Check {
  /// Each Ingress of the controller that has an annotation of these definitions, once. The others cost nothing.
  static func ingresses(
    with definitions: [AnnotationDefinition],
    _ check: @escaping @Sendable (IngressSubject, LintContext, inout LintRule.Report) -> Void
  ) -> Self {
    .values(of: definitions) { subject, context, report in
      guard case .ingress(let ingress) = subject.carrier, ingress.isHandled, subject.isFirst(of: definitions) else {
        return
      }
      check(ingress, context, &report)
    }
  }
}

extension AnnotationSubject {
  /// No annotation before it belongs to these definitions.
  fileprivate func isFirst(of definitions: [AnnotationDefinition]) -> Bool {
    for entry in siblings.entries {
      if entry.key.span == annotation.key.span { return true }
      if let other = AnnotationCatalogue.standard.definition(forKey: entry.key.value),
        definitions.contains(where: { $0 === other })
      {
        return false
      }
    }
    return true
  }
}
