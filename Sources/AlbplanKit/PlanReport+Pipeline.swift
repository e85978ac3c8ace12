import LoadBalancerModel
import Manifests

extension PlanReport {
  /// Everything that a run finds out, held at once: what the previews are drawn from.
  package init(_ pipeline: Pipeline) {
    self.init(world: pipeline.world)
    controllerRefusal = pipeline.startupRefusal
    guard controllerRefusal == nil else { return }
    pipeline.forEachIngressGroup { outcomes.append($0) }
    pipeline.forEachService { outcomes.append($0) }
    ingressesWithoutGroup = pipeline.loading.withoutGroup.map { lost in
      ObjectRefusal(
        object: ObjectReference(kind: "Ingress", name: lost.ingress), failure: lost.failure)
    }
    admissionDenials = pipeline.admissionDenials.map { denial in
      // `Ingress shop/web`: the kind, then the name.
      let words = denial.object.split(separator: " ", maxSplits: 1)
      let parts = (words.last ?? "").split(separator: "/", maxSplits: 1)
      let name = ObjectName(
        namespace: parts.count == 2 ? String(parts[0]) : "", name: String(parts.last ?? ""))
      return ObjectRefusal(
        object: ObjectReference(kind: String(words.first ?? ""), name: name), failure: denial.failure)
    }
    notManaged =
      pipeline.loading.notManaged.map { name in
        UnmanagedObject(
          object: ObjectReference(kind: "Ingress", name: name),
          reason: "its class belongs to another controller, or it has none")
      }
      + pipeline.servicesWorthMention.map { classification in
        UnmanagedObject(
          object: ObjectReference(kind: "Service", name: classification.service),
          reason: classification.reason.description, spans: classification.spans)
      }
  }

  /// The controller gives up on something.
  package var hasRefusal: Bool {
    controllerRefusal != nil || !ingressesWithoutGroup.isEmpty || !admissionDenials.isEmpty
      || outcomes.contains { if case .refused = $0.result { true } else { false } }
  }
}

extension Pipeline {
  /// Services without a load balancer of the controller's, where somebody may expect one: of type LoadBalancer, with an
  /// annotation for network load balancers, or in an input without any Ingress that they could stand behind.
  fileprivate var servicesWorthMention: [ServiceClassification] {
    zip(world.objects.services, classifications).compactMap { service, classification in
      guard !classification.isHandled else { return nil }
      let isAnnotated = service.metadata.annotations.entries.contains {
        $0.key.value.utf8.starts(with: "service.beta.kubernetes.io/".utf8)
      }
      return classification.wantsLoadBalancer || isAnnotated || world.objects.ingresses.isEmpty ? classification : nil
    }
  }
}
