package import LoadBalancerModel
package import Manifests

/// An annotation with the object that carries it.
package struct AnnotationSubject: Sendable {
  package enum Carrier: Sendable {
    case ingress(IngressSubject)
    case service(ServiceSubject)
    case ingressClass(IngressClass)
    case ingressClassParams(IngressClassParams)
  }
  package var annotation: Annotation
  /// What the key is, exactly or as a member of a family; `nil` for a key that no release knows.
  package var definition: AnnotationDefinition?
  package var carrier: Carrier
  /// `Ingress shop/web`.
  package var object: String
  /// Whether the controller reads the annotation here, as far as the input shows.
  private(set) var isReadHere = false
  /// What is wrong with the text, whatever it is for.
  private(set) var textFlaw: TextFlaw?

  init(_ annotation: Annotation, _ definition: AnnotationDefinition?, on carrier: Carrier, of object: String) {
    self.annotation = annotation
    self.definition = definition
    self.carrier = carrier
    self.object = object
    // Many rules ask for these.
    isReadHere = mayBeRead
    textFlaw = TextFlaw(of: self)
  }

  package var key: String { annotation.key.value }
  package var value: String { annotation.value.value }

  /// All annotations of the object, this one included.
  package var siblings: Annotations {
    switch carrier {
    case .ingress(let subject): subject.ingress.metadata.annotations
    case .service(let subject): subject.service.metadata.annotations
    case .ingressClass(let object): object.metadata.annotations
    case .ingressClassParams(let object): object.metadata.annotations
    }
  }
}

/// An Ingress of the input and what it is to the controller.
package struct IngressSubject: Sendable {
  package enum Handling: Sendable {
    case member(of: IngressGroupID)
    /// The controller would handle it but for a bad class or a bad group name.
    case withoutGroup
    /// Of another class, of no class, or being deleted.
    case notManaged
  }
  /// The Ingress with its class settings, as far as they are known.
  package var member: IngressGroupMember
  package var handling: Handling
  /// `Ingress shop/web`.
  package var object: String

  package init(_ member: IngressGroupMember, handling: Handling) {
    self.member = member
    self.handling = handling
    object = "Ingress \(member.name)"
  }

  package var ingress: Ingress { member.ingress }
  package var annotations: AnnotationReader { AnnotationReader(member.annotations) }
  /// It is meant for the controller, be its class or group wrong.
  package var isHandled: Bool {
    if case .notManaged = handling { false } else { true }
  }
}

/// A Service of the input and what it is to the controller.
package struct ServiceSubject: Sendable {
  package var service: Service
  package var classification: ServiceClassification
  /// An Ingress that the controller handles sends requests to it.
  package var isIngressBackend: Bool
  /// `Service shop/web`.
  package var object: String

  package init(_ service: Service, classification: ServiceClassification, isIngressBackend: Bool) {
    self.service = service
    self.classification = classification
    self.isIngressBackend = isIngressBackend
    object = "Service \(service.metadata.objectName)"
  }

  package var annotations: AnnotationReader { AnnotationReader(service.metadata.annotations) }
  /// The controller builds a network load balancer for it.
  package var isHandled: Bool { classification.isHandled }
}
