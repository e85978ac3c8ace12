import LoadBalancerModel
import Manifests

extension AnnotationSubject {
  /// The controller reads this annotation on this object, as far as the input can tell.
  ///
  /// A Service may be the backend of an Ingress that the input does not hold.
  var isReadByController: Bool {
    guard let definition, !definition.isInTreeOnly else { return false }
    switch carrier {
    case .ingress(let subject): return subject.isHandled && definition.locations.contains(.ingress)
    case .service(let subject):
      guard definition.locations.contains(.service) else { return false }
      return subject.isHandled || !definition.key.utf8.starts(with: "service.".utf8)
    case .ingressClass, .ingressClassParams: return false
    }
  }
}
