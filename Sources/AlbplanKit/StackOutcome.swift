package import LoadBalancerModel
package import Manifests

/// What the controller makes of one IngressGroup or one Service.
package struct StackOutcome: Sendable {
  package enum Owner: Sendable {
    case ingressGroup(IngressGroup)
    case service(Service)
  }
  package enum Result: Sendable {
    case plan(LoadBalancerStack)
    case refused(BuildFailure)
  }
  /// The controller's stack id.
  package var id: String
  package var owner: Owner
  package var result: Result

  package init(id: String, owner: Owner, result: Result) {
    self.id = id
    self.owner = owner
    self.result = result
  }

  /// The controller cannot even tell the members of the group.
  package var isRefusedAtLoading: Bool {
    if case .refused(let failure) = result { failure.stage == .load } else { false }
  }
}
