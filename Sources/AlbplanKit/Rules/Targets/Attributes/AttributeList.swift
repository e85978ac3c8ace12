import LoadBalancerModel
import Manifests

/// A list of attributes in a manifest.
struct AttributeList: Sendable {
  var resource: AttributeResource
  /// Of a repeated key the last counts, as for the controller.
  var pairs: [(key: Located<String>, value: Located<String>)]
  var object: String
}

extension AttributeList {
  /// The pairs of an annotation; `nil` where the controller refuses the text.
  fileprivate init?(_ annotation: Annotation, of resource: AttributeResource, in object: String) {
    guard let pairs = AnnotationReader.pairs(annotation.value.value) else { return nil }
    let places = annotation.pairPlaces
    self.resource = resource
    self.object = object
    self.pairs = pairs.map { key, value in
      let place = places[key]
      return (
        Located(key, at: place?.key ?? annotation.value.span), Located(value, at: place?.value ?? annotation.value.span)
      )
    }
  }

  fileprivate init(_ pairs: [KeyValue], of resource: AttributeResource, in object: String) {
    self.resource = resource
    self.object = object
    self.pairs = pairs.map { ($0.key, $0.value) }
  }
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
      let object = "IngressClassParams \(parameters.metadata.objectName)"
      lists.append(AttributeList(parameters.loadBalancerAttributes, of: .applicationLoadBalancer, in: object))
      for listener in parameters.listeners {
        lists.append(AttributeList(listener.attributes, of: .applicationListener, in: object))
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
        let list = AttributeList(annotation, of: resource, in: "\(kind) \(metadata.objectName)")
      else { continue }
      lists.append(list)
    }
  }
}
