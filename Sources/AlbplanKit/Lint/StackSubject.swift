import LoadBalancerModel
import Manifests

/// What the controller makes of one IngressGroup or one Service, as rules look at it.
///
/// What many rules ask of it is worked out when the first one asks.
package final class StackSubject {
  package let owner: StackOutcome.Owner
  package let result: StackOutcome.Result
  /// The members of the group; none for a Service.
  let members: [IngressSubject]
  private let context: LintContext
  /// The ways from this load balancer to Services.
  private(set) lazy var targetUses = TargetUse.all(of: owner, context)
  /// What the members of the group listen on.
  private(set) lazy var listeners = GroupListeners(members.map(\.listeners))
  /// The redirects that members of the group ask for; `nil` where there are none, or one cannot be read.
  private(set) lazy var sslRedirects = ingressGroup?.sslRedirects
  /// It is asked for no IPv6 address.
  private(set) lazy var isIPv4Only = hasIPv4Only

  init(_ outcome: StackOutcome, members: [IngressSubject], _ context: LintContext) {
    owner = outcome.owner
    result = outcome.result
    self.members = members
    self.context = context
  }

  private var ingressGroup: IngressGroup? { if case .ingressGroup(let group) = owner { group } else { nil } }
}
