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

extension String {
  /// A template, a shell or a deployment tool is still to fill something in: `{{ … }}`, `${…}`, `$(…)`, `$NAME`.
  var holdsPlaceholder: Bool {
    zip(utf8, utf8.dropFirst()).contains { first, second in
      switch first {
      case UInt8(ascii: "{"): second == UInt8(ascii: "{")
      case UInt8(ascii: "$"): "{(_".utf8.contains(second) || (0x41...0x5A).contains(second & 0xDF)
      default: false
      }
    }
  }
}
