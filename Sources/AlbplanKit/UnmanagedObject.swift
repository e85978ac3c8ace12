import LoadBalancerModel
package import Manifests

/// An object that the controller leaves alone without a word.
package struct UnmanagedObject: Sendable {
  /// Kind and name: `Service shop/web`.
  package var object: String
  /// The second half of a sentence, without a full stop: "its loadBalancerClass is eks.amazonaws.com/nlb".
  package var reason: String
  package var spans: [SourceSpan]
  /// Nobody expects a load balancer of it: worth a word only where there is no load balancer at all.
  package var isUnexpected: Bool

  package init(object: String, reason: String, spans: [SourceSpan] = [], isUnexpected: Bool = false) {
    self.object = object
    self.reason = reason
    self.spans = spans
    self.isUnexpected = isUnexpected
  }
}

extension UnmanagedObject {
  /// The Ingresses that the controller passes over, in the order of the input.
  static func ingresses(_ pipeline: Pipeline) -> [UnmanagedObject] {
    guard !pipeline.loading.notManaged.isEmpty else { return [] }
    let objects = pipeline.world.objects
    // Of several Ingresses of one name the last one counts.
    let byName = Dictionary(objects.ingresses.map { ($0.metadata.objectName, $0) }, uniquingKeysWith: { $1 })
    return pipeline.loading.notManaged.map { name in
      guard let ingress = byName[name] else { return UnmanagedObject(object: "Ingress \(name)", reason: "") }
      let (reason, span) = reason(ingress, pipeline.world.controller.flags)
      return UnmanagedObject(
        object: "Ingress \(name)", reason: reason, spans: [span ?? ingress.metadata.name.span])
    }
  }

  private static func reason(_ ingress: Ingress, _ flags: ControllerFlags) -> (String, SourceSpan?) {
    let watched = flags.watchNamespace
    guard watched.isEmpty || watched == ingress.metadata.objectName.namespace else {
      let span = ingress.metadata.namespace?.span
      return ("the controller watches the namespace \(watched) only (--watch-namespace)", span)
    }
    if ingress.metadata.hasDeletionTimestamp { return ("it is being deleted", nil) }
    if let annotation = ingress.metadata.annotations["kubernetes.io/ingress.class"] {
      let value = annotation.value.value
      return (
        "its annotation kubernetes.io/ingress.class is \"\(value)\", not \"\(flags.ingressClass)\"",
        annotation.value.span
      )
    }
    if let className = ingress.className {
      return ("its class \"\(className.value)\" belongs to another controller", className.span)
    }
    return ("it names no class, and no IngressClass is the default", nil)
  }

  /// Services without a load balancer of the controller's. Somebody may expect one of type LoadBalancer, or of one with
  /// an annotation for network load balancers; others are left out where an Ingress may need them.
  static func services(_ pipeline: Pipeline) -> [UnmanagedObject] {
    let objects = pipeline.world.objects
    return zip(objects.services, pipeline.classifications).compactMap { service, classification in
      guard !classification.isHandled else { return nil }
      let isAnnotated = service.metadata.annotations.entries.contains {
        $0.key.value.utf8.starts(with: "service.beta.kubernetes.io/".utf8)
      }
      let isExpected = classification.wantsLoadBalancer || isAnnotated
      guard isExpected || objects.ingresses.isEmpty else { return nil }
      return UnmanagedObject(
        object: "Service \(classification.service)", reason: classification.reason.description,
        spans: classification.spans, isUnexpected: !isExpected)
    }
  }
}
