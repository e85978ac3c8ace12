import LoadBalancerModel
import Manifests

extension LintRule.Check {
  /// Each list of tags that the controller reads: of Ingresses, Services and classes. Texts that cannot be read, and
  /// templates, are left out.
  static func tags(_ check: @escaping @Sendable (PairSource, LintContext, inout LintRule.Report) -> Void) -> Self {
    .several([
      .values(of: [
        AnnotationDefinition.Ingress.tags, AnnotationDefinition.Ingress.frontendNLBTags,
        AnnotationDefinition.Service.additionalResourceTags,
      ]) { subject, context, report in
        guard subject.holdsTags, !subject.value.holdsPlaceholder, let source = subject.pairSource,
          !source.pairs.isEmpty
        else { return }
        check(source, context, &report)
      },
      .input { context, report in
        for parameters in context.objects.ingressClassParams where !parameters.tags.isEmpty {
          check(PairSource(parameters.tags, of: parameters), context, &report)
        }
      },
    ])
  }
}

extension AnnotationSubject {
  /// The controller reads tags here.
  fileprivate var holdsTags: Bool {
    switch carrier {
    case .ingress(let subject):
      guard case .member = subject.handling else { return false }
      if definition === AnnotationDefinition.Ingress.tags { return true }
      return definition === AnnotationDefinition.Ingress.frontendNLBTags
        && subject.member.annotations[AnnotationDefinition.Ingress.enableFrontendNLB.key] != nil
    case .service(let subject):
      if definition === AnnotationDefinition.Ingress.tags { return subject.isIngressBackend }
      return definition === AnnotationDefinition.Service.additionalResourceTags && subject.isHandled
    case .ingressClass, .ingressClassParams: return false
    }
  }
}

extension PairSource {
  /// The positions of the tags that count: of an annotation's equal keys the last one.
  var positionsOfTags: [Int] {
    // Few tags are compared faster than hashed.
    if pairs.count <= 8 {
      return pairs.indices.filter { position in
        !isText || !pairs[(position + 1)...].contains { $0.key == pairs[position].key }
      }
    }
    guard isText else { return Array(pairs.indices) }
    return Array(
      Dictionary(pairs.indices.map { (pairs[$0].key, $0) }, uniquingKeysWith: { $1 }).values)
  }
}
