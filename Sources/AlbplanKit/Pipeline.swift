package import LoadBalancerModel
import Manifests

/// The way from the objects of the input to what the controller makes of them.
///
/// Nothing in here reads a file, the clock or the environment. Stacks are built one by one and handed over, so that a
/// run over many thousand documents holds one of them at a time.
package struct Pipeline: Sendable {
  package let world: World
  /// Why the controller would not even start with these flags; nothing else is worked out then.
  package let startupRefusal: String?
  package let loading: IngressGroupLoading
  /// What the controller's webhooks would deny at creation.
  package let admissionDenials: [AdmissionDenial]
  /// One a Service, in the order of the input.
  package let classifications: [ServiceClassification]

  package init(world: World) {
    self.world = world
    startupRefusal = world.controller.startupRefusal()
    guard startupRefusal == nil else {
      loading = IngressGroupLoading()
      admissionDenials = []
      classifications = []
      return
    }
    var loader = IngressGroupLoader(world: world)
    loading = loader.load()
    var admission = IngressAdmission(world: world)
    admissionDenials = admission.review()
    classifications = world.objects.services.map { ServiceClassification($0, controller: world.controller) }
  }

  /// Builds each IngressGroup.
  package func forEachIngressGroup(_ visit: (StackOutcome) -> Void) {
    for loaded in loading.groups {
      let group = loaded.group(in: world.objects)
      visit(outcome(of: group, loadFailure: loaded.failure))
    }
  }

  /// Builds each Service that the controller handles.
  package func forEachService(_ visit: (StackOutcome) -> Void) {
    for (service, classification) in zip(world.objects.services, classifications) where classification.isHandled {
      let result: StackOutcome.Result
      do throws(BuildFailure) {
        result = .plan(try ServiceModelBuilder(service, in: world).build())
      } catch {
        result = .refused(error)
      }
      visit(StackOutcome(id: service.metadata.objectName.description, owner: .service(service), result: result))
    }
  }

  /// The input holds nothing that could become a load balancer.
  package var isEmpty: Bool { world.objects.ingresses.isEmpty && world.objects.services.isEmpty }

  /// Services of type LoadBalancer that the controller leaves to others.
  package var servicesOfOthers: some Sequence<ServiceClassification> {
    classifications.lazy.filter { !$0.isHandled && $0.wantsLoadBalancer }
  }

  private func outcome(of group: IngressGroup, loadFailure: BuildFailure?) -> StackOutcome {
    let result: StackOutcome.Result
    if let loadFailure {
      result = .refused(loadFailure)
    } else {
      do throws(BuildFailure) {
        result = .plan(try IngressModelBuilder(world: world, group: group).build())
      } catch {
        result = .refused(error)
      }
    }
    return StackOutcome(id: group.id.description, owner: .ingressGroup(group), result: result)
  }
}
