import LoadBalancerModel
import Manifests

extension AnnotationSubject {
  /// Whether the controller reads the annotation here, as far as the input shows: it knows the key, the object is one
  /// of its own and of a kind that may carry it, and no field of the IngressClassParams takes the annotation's place.
  var mayBeRead: Bool {
    guard let definition, definition.since != nil, !definition.isWrittenByController else { return false }
    switch carrier {
    case .ingress(let subject):
      guard subject.isHandled, definition.locations.contains(.ingress) else { return false }
      if let parameters = subject.member.classParameters {
        if parameters.parameter(over: definition) != nil { return false }
        let isCapacity = definition === AnnotationDefinition.Ingress.minimumLoadBalancerCapacity
        if isCapacity, parameters.minimumCapacityUnits != nil { return false }
      }
      return !definition.isOfFrontendNLB || subject.mayHaveFrontendNLB
    case .service(let subject):
      guard definition.locations.contains(.service) else { return false }
      // The Ingress that sends requests to the Service may stand elsewhere.
      return subject.isHandled || key.startsBytewise(with: ControllerPrefix.ingress)
    case .ingressClass: return definition.locations.contains(.ingressClass)
    case .ingressClassParams: return false
    }
  }

  /// The key without its prefix, for messages.
  var shortKey: String {
    guard let slash = key.utf8.firstIndex(of: UInt8(ascii: "/")) else { return key }
    return String(key[key.utf8.index(after: slash)...])
  }

  /// The value's place; of an empty value, its key's too.
  var visibleSpan: SourceSpan {
    guard annotation.value.span.start == annotation.value.span.end else { return annotation.value.span }
    return annotation.key.span
  }
}

extension AnnotationDefinition {
  /// A setting of the network load balancer in front of an ALB.
  fileprivate var isOfFrontendNLB: Bool { key.startsBytewise(with: "alb.ingress.kubernetes.io/frontend-nlb-") }
}

extension IngressSubject {
  /// The Ingress asks for a frontend NLB, or another member of its group may.
  fileprivate var mayHaveFrontendNLB: Bool {
    if case .member(of: .explicit) = handling { return true }
    let wish = member.annotations[AnnotationDefinition.Ingress.enableFrontendNLB.key]
    return wish.flatMap { GoText.parseBool($0.value.value) } == true
  }
}
