package import LoadBalancerModel
package import Manifests

/// What a run found out about load balancers: one outcome for each IngressGroup and each Service that the controller
/// handles, and what it leaves alone and why.
package struct PlanReport: Sendable {
  /// What the plans were made from. Reports look Services up in it and read the controller's version.
  package var world: World
  /// IngressGroups first, then Services, each in the order in which they are to be shown.
  package var outcomes: [StackOutcome] = []
  /// Ingresses that would be the controller's but are in no group: a bad class or a bad group name.
  package var ingressesWithoutGroup: [ObjectRefusal] = []
  /// Ingresses of other controllers, and Services that the controller does not take.
  package var notManaged: [UnmanagedObject] = []
  /// What the controller's webhooks would refuse at creation. The plans are made as if they were off.
  package var admissionDenials: [ObjectRefusal] = []
  /// What was taken for granted besides the assumptions of the stacks themselves.
  package var assumptions: [Assumption] = []
  /// Why the controller would not even start with these flags; there are no outcomes then.
  package var controllerRefusal: String?

  package init(world: World) { self.world = world }
}

/// An object as a report names it: `Ingress shop/web`.
package struct ObjectReference: Hashable, Sendable {
  package var kind: String
  package var name: ObjectName
  /// Where its name stands; `nil` when unknown.
  package var span: SourceSpan?

  package init(kind: String, name: ObjectName, span: SourceSpan? = nil) {
    self.kind = kind
    self.name = name
    self.span = span
  }
}

/// An object that the controller leaves out, or that its webhook denies, and why.
package struct ObjectRefusal: Sendable {
  package var object: ObjectReference
  package var failure: BuildFailure

  package init(object: ObjectReference, failure: BuildFailure) {
    self.object = object
    self.failure = failure
  }
}

/// An object that the controller leaves alone without a word.
package struct UnmanagedObject: Sendable {
  package var object: ObjectReference
  /// Our own words, without a full stop: "its loadBalancerClass is eks.amazonaws.com/nlb".
  package var reason: String
  package var spans: [SourceSpan]

  package init(object: ObjectReference, reason: String, spans: [SourceSpan] = []) {
    self.object = object
    self.reason = reason
    self.spans = spans
  }
}
