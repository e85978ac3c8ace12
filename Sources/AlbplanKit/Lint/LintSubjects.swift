package import LoadBalancerModel
package import Manifests

/// An annotation with the object that carries it.
///
/// What many rules ask of it is worked out when the first one asks.
package final class AnnotationSubject {
  package enum Carrier {
    case ingress(IngressSubject)
    case service(ServiceSubject)
    case ingressClass(IngressClass)
    case ingressClassParams(IngressClassParams)
  }
  package let annotation: Annotation
  /// What the key is, exactly or as a member of a family; `nil` for a key that no release knows.
  package let definition: AnnotationDefinition?
  package let carrier: Carrier
  /// Whether the controller reads the annotation here, as far as the input shows.
  private(set) lazy var isReadHere = mayBeRead
  /// The object is plainly another controller's, and so are its annotations.
  private(set) lazy var isOfAnotherController = belongsToAnotherController
  /// The text read as listen ports; `nil` when it is none of the usual form.
  private(set) lazy var usualListenPorts = UsualListenPorts.listeners(in: value)
  /// The text read as pairs; `nil` when the controller cannot read it.
  private(set) lazy var pairSource = PairSource(annotation, in: object)
  /// What is wrong with the text, whatever it is for.
  private(set) lazy var textFlaw = TextFlaw(of: self)

  init(_ annotation: Annotation, _ definition: AnnotationDefinition?, on carrier: Carrier) {
    self.annotation = annotation
    self.definition = definition
    self.carrier = carrier
  }

  /// `Ingress shop/web`.
  package var object: String {
    switch carrier {
    case .ingress(let subject): subject.object
    case .service(let subject): subject.object
    case .ingressClass(let object): "IngressClass \(object.metadata.objectName)"
    case .ingressClassParams(let object): "IngressClassParams \(object.metadata.objectName)"
    }
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
package final class IngressSubject {
  package enum Handling {
    case member(of: IngressGroupID)
    /// The controller would handle it but for a bad class or a bad group name.
    case withoutGroup
    /// Of another class, of no class, or being deleted.
    case notManaged
  }
  /// The Ingress with its class settings, as far as they are known.
  package let member: IngressGroupMember
  package let handling: Handling
  /// `Ingress shop/web`.
  package private(set) lazy var object = "Ingress \(member.name)"
  /// What it listens on; `nil` where that cannot be told.
  private(set) lazy var listeners = MemberListeners(member, in: world)
  private let world: World

  init(_ member: IngressGroupMember, handling: Handling, in world: World) {
    self.member = member
    self.handling = handling
    self.world = world
  }

  package var ingress: Ingress { member.ingress }
  package var annotations: AnnotationReader { AnnotationReader(member.annotations) }
  /// It is meant for the controller, be its class or group wrong.
  package var isHandled: Bool {
    if case .notManaged = handling { false } else { true }
  }
}

/// A Service of the input and what it is to the controller.
package final class ServiceSubject {
  package let service: Service
  package let classification: ServiceClassification
  /// An Ingress that the controller handles sends requests to it.
  package let isIngressBackend: Bool
  /// `Service shop/web`.
  package private(set) lazy var object = "Service \(service.metadata.objectName)"

  package init(_ service: Service, classification: ServiceClassification, isIngressBackend: Bool) {
    self.service = service
    self.classification = classification
    self.isIngressBackend = isIngressBackend
  }

  package var annotations: AnnotationReader { AnnotationReader(service.metadata.annotations) }
  /// The controller builds a network load balancer for it.
  package var isHandled: Bool { classification.isHandled }
}
