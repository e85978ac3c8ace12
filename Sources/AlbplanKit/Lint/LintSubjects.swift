package import LoadBalancerModel
package import Manifests

/// An annotation with the object that carries it.
package struct AnnotationSubject: Sendable {
  package enum Carrier: Sendable {
    case ingress(Ingress)
    case service(Service)
    case ingressClass(IngressClass)
    case ingressClassParams(IngressClassParams)
  }
  package var annotation: Annotation
  /// What the key is, exactly or as a member of a family; `nil` for a key that no release knows.
  package var definition: AnnotationDefinition?
  package var carrier: Carrier
  /// `Ingress shop/web`.
  package var object: String

  package var key: String { annotation.key.value }
  package var value: String { annotation.value.value }
}

/// An Ingress that the controller handles, with its class settings.
package struct IngressSubject: Sendable {
  package var member: IngressGroupMember
  /// The printed id of its group.
  package var group: String
  package var object: String

  package var ingress: Ingress { member.ingress }
  package var annotations: AnnotationReader { AnnotationReader(member.annotations) }
}

/// A Service of the input and what it is to the controller.
package struct ServiceSubject: Sendable {
  package var service: Service
  /// The controller builds a network load balancer for it.
  package var isHandled: Bool
  /// An Ingress that the controller handles names it as a backend.
  package var isIngressBackend: Bool
  package var object: String

  package var annotations: AnnotationReader { AnnotationReader(service.metadata.annotations) }
}
