package import Manifests

/// Finds the load balancer that the controller made for a stack before.
///
/// Source: `ListLoadBalancers` with the stack's tags (`pkg/deploy/tracking/provider.go`).
package struct ExistingLoadBalancers: Sendable {
  let world: World

  package init(_ world: World) { self.world = world }

  /// `nil` when there is none; none is assumed where the account's load balancers are not known.
  package func loadBalancer(of group: IngressGroupID) -> Planned<AWSFacts.ExistingLoadBalancer?> {
    loadBalancer(ofStack: AccountIndex.StackTag.ingress.key(of: group.description))
  }

  package func loadBalancer(ofService service: ObjectName) -> Planned<AWSFacts.ExistingLoadBalancer?> {
    loadBalancer(ofStack: AccountIndex.StackTag.service.key(of: service.description))
  }

  private func loadBalancer(ofStack key: String) -> Planned<AWSFacts.ExistingLoadBalancer?> {
    let origin = Origin(.context("aws.loadBalancers"))
    guard let loadBalancers = world.aws.loadBalancers else { return Planned(nil, from: origin) }
    guard let positions = world.account.loadBalancersByStack[key] else { return Planned(nil, from: origin) }
    guard let cluster = world.controller.clusterName else { return Planned(unknown: .clusterName, from: origin) }
    return Planned(
      positions.map { loadBalancers[$0] }.first { $0.tags["elbv2.k8s.aws/cluster"] == cluster }, from: origin)
  }
}
