package import LoadBalancerModel
import Manifests

/// What a report on plans says besides the load balancers themselves: what the plans were made from, and what has no
/// load balancer and why.
package struct PlanContext: Sendable {
  /// Reports look Services up in it and read the controller's version.
  package var world: World
  /// Why the controller would not even start with these flags; there are no outcomes then.
  package var startupRefusal: String?
  /// What to do about that, when more can be said.
  package var startupHint: String?
  /// Ingresses that would be the controller's but are in no group: a bad class or a bad group name.
  package var ingressesWithoutGroup: [IngressWithoutGroup] = []
  /// What the controller's webhooks would deny at creation. The plans are made as if they were off.
  package var admissionDenials: [AdmissionDenial] = []
  /// Ingresses of other controllers, and Services that somebody may expect the controller to handle and it does not.
  package var unmanaged: [UnmanagedObject] = []

  package init(world: World) { self.world = world }

  package init(_ pipeline: Pipeline) {
    self.init(world: pipeline.world)
    startupRefusal = pipeline.startupRefusal
    startupHint = startupRefusal == nil ? nil : pipeline.world.controller.refusal?.hint
    ingressesWithoutGroup = pipeline.loading.withoutGroup
    admissionDenials = pipeline.admissionDenials
    unmanaged = UnmanagedObject.ingresses(pipeline) + UnmanagedObject.services(pipeline)
  }

  /// Those of `unmanaged` that are worth a word, with load balancers beside them or without.
  func unmanaged(besideOthers: Bool) -> [UnmanagedObject] {
    besideOthers ? unmanaged.filter { !$0.isUnexpected } : unmanaged
  }

  /// The controller gives up on something before it comes to a load balancer.
  package var hasRefusal: Bool {
    startupRefusal != nil || !ingressesWithoutGroup.isEmpty || !admissionDenials.isEmpty
  }
}
