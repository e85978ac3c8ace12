package import Manifests

/// Chooses the subnets of a load balancer: named ones, those of an IngressClassParams, or discovered ones.
///
/// Every function answers unknown (as a whole, or item by item) where the world does not tell the VPC's subnets; ids
/// that are written out pass through. Source: `pkg/networking/subnet_resolver.go`.
package struct SubnetResolver: Sendable {
  /// What the load balancer wants of its subnets.
  package struct Request: Sendable {
    package var loadBalancerType: LoadBalancerType
    package var scheme: LoadBalancerScheme
    package var ipAddressType: LoadBalancerIPAddressType

    package init(
      loadBalancerType: LoadBalancerType, scheme: LoadBalancerScheme, ipAddressType: LoadBalancerIPAddressType
    ) {
      self.loadBalancerType = loadBalancerType
      self.scheme = scheme
      self.ipAddressType = ipAddressType
    }
  }

  let facts: AWSFacts
  let controller: ControllerConfiguration

  package init(_ world: World) {
    facts = world.aws
    controller = world.controller
  }

  /// Subnets by id (`subnet-…`) or `Name` tag, in the order written; failures name the annotation's place.
  package func resolve(
    namesOrIDs: Planned<[String]>, for request: Request
  ) throws(BuildFailure) -> Planned<[ResolvedSubnet]> {
    Planned(unknown: .subnets, from: namesOrIDs.origin)
  }

  /// The subnets of `spec.subnets` of an IngressClassParams: by id in AWS's order, or one per zone of those with the tags.
  package func resolve(
    selector: IngressClassParams.SubnetSelector, for request: Request
  ) throws(BuildFailure) -> Planned<[ResolvedSubnet]> {
    Planned(unknown: .subnets, from: .classParameters("spec.subnets", at: selector.span))
  }

  /// One subnet per zone by role tag, else by reachability. The failure has no wrapper: Ingresses add one
  /// (`couldn't auto-discover subnets`), Services and frontend NLBs do not.
  package func discover(for request: Request) throws(BuildFailure) -> Planned<[ResolvedSubnet]> {
    Planned(unknown: .subnets, from: Origin(.computed("subnet discovery")))
  }
}
