package import Manifests

/// Whether the controller handles a Service, and why.
///
/// Mirrors `IsServiceSupported` in `pkg/service/service_utils.go`, for a Service that is created now: the mutating
/// webhook has its say first (`webhooks/core/service_mutator.go`).
package struct ServiceClassification: Sendable {
  package enum Reason: Hashable, Sendable {
    // Handled.
    case ownClass(String)
    case classSetByWebhook(String)
    case typeNLBIP
    case typeExternal(targetType: String)
    // Not handled.
    case controllerOff
    case otherNamespace(watched: String)
    case beingDeleted
    case typeNotLoadBalancer(type: String)
    case otherClass(String, own: String)
    /// No class, and annotations that do not ask for this controller.
    case typeAnnotation(String?, targetType: String?, serviceType: String)
    /// Nothing in it asks for a load balancer.
    case noLoadBalancerWanted(type: String)
  }

  package var service: ObjectName
  package var isHandled: Bool
  package var reason: Reason
  /// What decides: the class, the annotation, or else the name of the Service.
  package var spans: [SourceSpan]
  /// `spec.type` is LoadBalancer: somebody expects a load balancer of it, whoever makes it.
  package var wantsLoadBalancer: Bool

  package init(_ service: Service, controller: ControllerConfiguration) {
    self.service = service.metadata.objectName
    wantsLoadBalancer = service.isLoadBalancer
    let verdict = Self.verdict(service, controller)
    isHandled = verdict.isHandled
    reason = verdict.reason
    spans = verdict.spans.isEmpty ? [service.metadata.name.span] : verdict.spans
  }
}

extension ServiceClassification {
  private typealias Verdict = (isHandled: Bool, reason: Reason, spans: [SourceSpan])

  private static func verdict(_ service: Service, _ controller: ControllerConfiguration) -> Verdict {
    let typeSpans = service.type.map { [$0.span] } ?? []
    guard controller.featureGates[.enableServiceController] else { return (false, .controllerOff, []) }
    let watched = controller.flags.watchNamespace
    guard watched.isEmpty || watched == service.metadata.objectName.namespace else {
      return (false, .otherNamespace(watched: watched), service.metadata.namespace.map { [$0.span] } ?? [])
    }
    guard !service.metadata.hasDeletionTimestamp else { return (false, .beingDeleted, []) }
    if controller.featureGates[.serviceTypeLoadBalancerOnly], !service.isLoadBalancer {
      return (false, .typeNotLoadBalancer(type: service.effectiveType), typeSpans)
    }
    let ownClass = controller.flags.loadBalancerClass
    let isSetByWebhook =
      controller.hasServiceMutatorWebhook && service.isLoadBalancer
      && service.loadBalancerClass?.value.isEmpty != false
    if isSetByWebhook { return (true, .classSetByWebhook(ownClass), typeSpans) }
    if let written = service.loadBalancerClass {
      return written.value.utf8.elementsEqual(ownClass.utf8)
        ? (true, .ownClass(ownClass), [written.span])
        : (false, .otherClass(written.value, own: ownClass), [written.span])
    }
    return annotationVerdict(service)
  }

  /// Mirrors `checkAWSLoadBalancerTypeAnnotation`.
  private static func annotationVerdict(_ service: Service) -> Verdict {
    let reader = AnnotationReader(service.metadata.annotations)
    let type = reader.annotation(AnnotationDefinition.Service.type)
    let targetType = reader.annotation(AnnotationDefinition.Service.nlbTargetType)
    if let type, type.value.value == "nlb-ip" { return (true, .typeNLBIP, [type.value.span]) }
    if let type, type.value.value == "external", let targetType, ["ip", "instance"].contains(targetType.value.value) {
      return (
        true, .typeExternal(targetType: targetType.value.value), [type.value.span, targetType.value.span]
      )
    }
    guard service.isLoadBalancer || type != nil else {
      return (false, .noLoadBalancerWanted(type: service.effectiveType), service.type.map { [$0.span] } ?? [])
    }
    let cause = [type, type?.value.value == "external" ? targetType : nil].compactMap { $0?.value.span }
    let reason = Reason.typeAnnotation(
      type?.value.value, targetType: targetType?.value.value, serviceType: service.effectiveType)
    return (false, reason, cause)
  }
}
