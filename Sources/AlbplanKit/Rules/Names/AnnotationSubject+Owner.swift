import LoadBalancerModel
import Manifests

extension AnnotationSubject {
  var belongsToAnotherController: Bool {
    switch carrier {
    case .ingress(let subject):
      guard case .notManaged = subject.handling else { return false }
      return subject.member.annotations[AnnotationDefinition.Ingress.ingressClass.key] != nil
        || subject.ingress.className != nil
    case .service(let subject):
      if case .otherClass = subject.classification.reason { return true }
      return false
    case .ingressClass(let object): return object.controller?.value != "ingress.k8s.aws/alb"
    case .ingressClassParams: return false
    }
  }

  var isOnIngress: Bool { if case .ingress = carrier { true } else { false } }

  /// The Service gets a load balancer from the controller.
  var isOnHandledService: Bool { if case .service(let subject) = carrier { subject.isHandled } else { false } }

  /// The kind of object that carries it.
  var location: AnnotationDefinition.Location? {
    switch carrier {
    case .ingress: .ingress
    case .service: .service
    case .ingressClass: .ingressClass
    case .ingressClassParams: nil
    }
  }

  /// Whether another annotation of the object has this key.
  func hasSibling(_ key: String) -> Bool { siblings[key] != nil }
}
