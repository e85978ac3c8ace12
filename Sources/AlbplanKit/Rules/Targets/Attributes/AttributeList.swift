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

extension AttributeList {
  /// The lists of all objects that the controller reads.
  static func all(in context: LintContext) -> [AttributeList] {
    let objects = context.objects
    let notManaged = Set(context.pipeline.loading.notManaged)
    var lists: [AttributeList] = []
    for ingress in objects.ingresses where !notManaged.contains(ingress.metadata.objectName) {
      add(ofIngress, ingress.metadata, "Ingress", to: &lists)
    }
    for (service, classification) in zip(objects.services, context.pipeline.classifications) {
      let resources = classification.isHandled ? ofService : ofBackend
      add(resources, service.metadata, "Service", to: &lists)
    }
    for parameters in objects.ingressClassParams {
      let source = PairSource(parameters.loadBalancerAttributes, of: parameters)
      lists.append(AttributeList(resource: .applicationLoadBalancer, source: source))
      for listener in parameters.listeners {
        let source = PairSource(listener.attributes, of: parameters)
        lists.append(AttributeList(resource: .applicationListener, source: source))
      }
    }
    return lists
  }

  /// By the annotation's definition.
  private typealias Resources = [ObjectIdentifier: AttributeResource]

  private static let ofIngress: Resources = [
    ObjectIdentifier(AnnotationDefinition.Ingress.loadBalancerAttributes): .applicationLoadBalancer,
    ObjectIdentifier(AnnotationDefinition.Ingress.targetGroupAttributes): .applicationTargetGroup,
    ObjectIdentifier(AnnotationDefinition.Ingress.listenerAttributes): .applicationListener,
    ObjectIdentifier(AnnotationDefinition.Ingress.frontendNLBAttributes): .networkLoadBalancer,
  ]
  private static let ofBackend: Resources = [
    ObjectIdentifier(AnnotationDefinition.Ingress.targetGroupAttributes): .applicationTargetGroup
  ]
  private static let ofService: Resources = [
    ObjectIdentifier(AnnotationDefinition.Ingress.targetGroupAttributes): .applicationTargetGroup,
    ObjectIdentifier(AnnotationDefinition.Service.attributes): .networkLoadBalancer,
    ObjectIdentifier(AnnotationDefinition.Service.targetGroupAttributes): .networkTargetGroup,
    ObjectIdentifier(AnnotationDefinition.Service.targetGroupAttributesOfPort): .networkTargetGroup,
    ObjectIdentifier(AnnotationDefinition.Service.listenerAttributes): .networkListener,
  ]

  private static func add(
    _ resources: Resources, _ metadata: ObjectMetadata, _ kind: String, to lists: inout [AttributeList]
  ) {
    for annotation in metadata.annotations.entries {
      guard let definition = AnnotationCatalogue.standard.definition(forKey: annotation.key.value),
        let resource = resources[ObjectIdentifier(definition)],
        let source = PairSource(annotation, of: kind, metadata.objectName)
      else { continue }
      lists.append(AttributeList(resource: resource, source: source))
    }
  }
}
