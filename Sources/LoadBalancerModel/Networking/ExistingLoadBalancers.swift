package import Manifests

/// Finds the load balancer that the controller made for a stack before.
///
/// Source: `ListLoadBalancers` with the stack's tags (`pkg/deploy/tracking/provider.go`).
package struct ExistingLoadBalancers: Sendable {
  let world: World

  package init(_ world: World) { self.world = world }

  /// `nil` when there is none; none is assumed where the account's load balancers are not known.
  package func loadBalancer(of group: IngressGroupID) -> Planned<AWSFacts.ExistingLoadBalancer?> {
    loadBalancer(stackTag: "ingress.k8s.aws/stack", id: group.description)
  }

  package func loadBalancer(ofService service: ObjectName) -> Planned<AWSFacts.ExistingLoadBalancer?> {
    loadBalancer(stackTag: "service.k8s.aws/stack", id: service.description)
  }

  private func loadBalancer(stackTag: String, id: String) -> Planned<AWSFacts.ExistingLoadBalancer?> {
    let origin = Origin(.context("aws.loadBalancers"))
    guard let loadBalancers = world.aws.loadBalancers else { return Planned(nil, from: origin) }
    let candidates = loadBalancers.filter { $0.tags[stackTag] == id }
    guard !candidates.isEmpty else { return Planned(nil, from: origin) }
    guard let cluster = world.controller.clusterName else { return Planned(unknown: .clusterName, from: origin) }
    return Planned(candidates.first { $0.tags["elbv2.k8s.aws/cluster"] == cluster }, from: origin)
  }
}
