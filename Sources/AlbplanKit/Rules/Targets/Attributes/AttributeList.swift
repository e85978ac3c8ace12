import LoadBalancerModel
import Manifests

/// A list of attributes in a manifest.
struct AttributeList {
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

extension LintContext {
  /// Visits the attribute lists of all objects that the controller reads.
  func forEachAttributeList(_ visit: (AttributeList) -> Void) {
    let notManaged = Set(pipeline.loading.notManaged)
    for ingress in objects.ingresses where !notManaged.contains(ingress.metadata.objectName) {
      visitLists(of: ingress.metadata, "Ingress", Self.ingressLists, visit)
    }
    for (service, classification) in zip(objects.services, pipeline.classifications) {
      visitLists(of: service.metadata, "Service", Self.backendLists, visit)
      if classification.isHandled { visitLists(of: service.metadata, "Service", Self.serviceLists, visit) }
    }
    for parameters in objects.ingressClassParams {
      let object = "IngressClassParams \(parameters.metadata.objectName)"
      visit(AttributeList(parameters.loadBalancerAttributes, of: .applicationLoadBalancer, in: object))
      for listener in parameters.listeners {
        visit(AttributeList(listener.attributes, of: .applicationListener, in: object))
      }
    }
  }

  private typealias Lists = [(definition: AnnotationDefinition, resource: AttributeResource)]

  private static let ingressLists: Lists = [
    (AnnotationDefinition.Ingress.loadBalancerAttributes, .applicationLoadBalancer),
    (AnnotationDefinition.Ingress.targetGroupAttributes, .applicationTargetGroup),
    (AnnotationDefinition.Ingress.listenerAttributes, .applicationListener),
    (AnnotationDefinition.Ingress.frontendNLBAttributes, .networkLoadBalancer),
  ]
  private static let backendLists: Lists = [
    (AnnotationDefinition.Ingress.targetGroupAttributes, .applicationTargetGroup)
  ]
  private static let serviceLists: Lists = [
    (AnnotationDefinition.Service.attributes, .networkLoadBalancer),
    (AnnotationDefinition.Service.targetGroupAttributes, .networkTargetGroup),
    (AnnotationDefinition.Service.targetGroupAttributesOfPort, .networkTargetGroup),
    (AnnotationDefinition.Service.listenerAttributes, .networkListener),
  ]

  private func visitLists(
    of metadata: ObjectMetadata, _ kind: String, _ lists: Lists, _ visit: (AttributeList) -> Void
  ) {
    for annotation in metadata.annotations.entries {
      let key = annotation.key.value
      guard
        let resource = lists.first(where: { list in
          list.definition.isFamily
            ? list.definition.variable(ofKey: key) != nil : list.definition.key.isSameText(as: key)
        })?.resource,
        let list = AttributeList(annotation, of: resource, in: "\(kind) \(metadata.objectName)")
      else { continue }
      visit(list)
    }
  }
}
