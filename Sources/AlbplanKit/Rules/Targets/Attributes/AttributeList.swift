import LoadBalancerModel
import Manifests

/// A list of attributes in a manifest.
struct AttributeList {
  var resource: AttributeResource
  var source: PairSource

  /// Of a repeated key the last counts, as for the controller.
  var pairs: [TextPair] { source.pairs }
  var object: String { source.object }
}

extension LintRule.Check {
  /// Each attribute list that the controller reads: of Ingresses, Services and classes.
  static func attributes(_ check: @escaping @Sendable (AttributeList, inout LintRule.Report) -> Void) -> Self {
    .several([
      .values(of: AttributeList.definitions) { subject, _, report in
        guard let resource = subject.resourceOfAttributes, let source = subject.pairSource else { return }
        check(AttributeList(resource: resource, source: source), &report)
      },
      .input { context, report in
        for parameters in context.objects.ingressClassParams {
          let source = PairSource(parameters.loadBalancerAttributes, of: parameters)
          check(AttributeList(resource: .applicationLoadBalancer, source: source), &report)
          for listener in parameters.listeners {
            let source = PairSource(listener.attributes, of: parameters)
            check(AttributeList(resource: .applicationListener, source: source), &report)
          }
        }
      },
    ])
  }
}

extension AttributeList {
  fileprivate static let definitions = [
    AnnotationDefinition.Ingress.loadBalancerAttributes, AnnotationDefinition.Ingress.targetGroupAttributes,
    AnnotationDefinition.Ingress.listenerAttributes, AnnotationDefinition.Ingress.frontendNLBAttributes,
    AnnotationDefinition.Service.attributes, AnnotationDefinition.Service.targetGroupAttributes,
    AnnotationDefinition.Service.targetGroupAttributesOfPort, AnnotationDefinition.Service.listenerAttributes,
  ]
}

extension AnnotationSubject {
  /// The resource that gets the attributes in this text; `nil` where the controller does not read them.
  fileprivate var resourceOfAttributes: AttributeResource? {
    switch carrier {
    case .ingress(let subject):
      guard subject.isHandled else { return nil }
      if definition === AnnotationDefinition.Ingress.loadBalancerAttributes { return .applicationLoadBalancer }
      if definition === AnnotationDefinition.Ingress.targetGroupAttributes { return .applicationTargetGroup }
      if definition === AnnotationDefinition.Ingress.listenerAttributes { return .applicationListener }
      return definition === AnnotationDefinition.Ingress.frontendNLBAttributes ? .networkLoadBalancer : nil
    case .service(let subject):
      if definition === AnnotationDefinition.Ingress.targetGroupAttributes { return .applicationTargetGroup }
      guard subject.isHandled else { return nil }
      if definition === AnnotationDefinition.Service.attributes { return .networkLoadBalancer }
      if definition === AnnotationDefinition.Service.targetGroupAttributes
        || definition === AnnotationDefinition.Service.targetGroupAttributesOfPort
      {
        return .networkTargetGroup
      }
      return definition === AnnotationDefinition.Service.listenerAttributes ? .networkListener : nil
    case .ingressClass, .ingressClassParams: return nil
    }
  }
}
