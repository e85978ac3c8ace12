package import Manifests

/// Chooses the subnets of a load balancer: named ones, those of an IngressClassParams, or discovered ones.
///
/// Every function answers unknown (as a whole, or item by item) where the world does not tell the VPC's subnets; ids
/// that are written out pass through, and subnets that are not known are taken for suitable: in ordinary zones of their
/// own, with IPv6 where it is needed. Source: `pkg/networking/subnet_resolver.go`.
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

  /// In the order in which AWS answers; `nil` while they are not known.
  let subnets: [AWSFacts.Subnet]?
  let account: AccountIndex
  let clusterName: String?
  let gates: FeatureGates

  package init(_ world: World) {
    subnets = world.aws.subnets
    account = world.account
    clusterName = world.controller.clusterName
    gates = world.controller.featureGates
  }

  /// Subnets by id (`subnet-…`) or `Name` tag, in the order written; failures name the annotation's place.
  package func resolve(
    namesOrIDs: Planned<[String]>, for request: Request
  ) throws(BuildFailure) -> Planned<[ResolvedSubnet]> {
    let origin = namesOrIDs.origin
    switch namesOrIDs.knowledge {
    case .unknown(let fact): return Planned(unknown: fact, from: origin)
    case .known(let items):
      let resolved: [ResolvedSubnet]
      do throws(BuildFailure) {
        resolved = try find(namesOrIDs: items, at: origin)
      } catch {
        throw error.wrapped("failed to list subnets by names or IDs")
      }
      try validateNamed(resolved, for: request, at: origin.spans)
      return Planned(resolved, from: origin)
    }
  }

  /// The subnets of `spec.subnets` of an IngressClassParams: by id in AWS's order, or one per zone of those that have
  /// every tag with one of its values.
  package func resolve(
    selector: IngressClassParams.SubnetSelector, for request: Request
  ) throws(BuildFailure) -> Planned<[ResolvedSubnet]> {
    let origin = Origin.classParameters("spec.subnets", at: selector.span)
    guard selector.ids.isEmpty else {
      let resolved: [ResolvedSubnet]
      do throws(BuildFailure) {
        resolved = try find(ids: selector.ids.map(\.value), at: origin)
      } catch {
        throw error.wrapped("failed to list subnets by IDs")
      }
      try validateNamed(resolved, for: request, at: origin.spans)
      return Planned(resolved, from: origin)
    }
    guard let subnets else { return Planned(unknown: .subnets, from: origin) }
    let tags = selector.tags ?? []
    let candidates = subnets.filter { subnet in
      tags.allSatisfy { tag in
        guard let own = subnet.tags[tag.key.value] else { return false }
        return tag.values.contains { $0.value.isSameText(as: own) }
      }
    }
    return try choosePerZone(candidates, for: request, from: origin)
  }

  /// One subnet per zone: of those with the role tag, else of those that reach the internet, or do not, as the scheme
  /// asks. The failure has no wrapper: application load balancers of an Ingress add one (`couldn't auto-discover
  /// subnets`), Services and frontend NLBs do not.
  package func discover(for request: Request) throws(BuildFailure) -> Planned<[ResolvedSubnet]> {
    let isPublic = request.scheme == .internetFacing
    let role = isPublic ? "kubernetes.io/role/elb" : "kubernetes.io/role/internal-elb"
    guard let subnets else { return Planned(unknown: .subnets, from: Origin(.computed("the subnets tagged \(role)"))) }
    var origin = Origin(.computed("the subnets of aws.subnets tagged \(role)"))
    var candidates = subnets.filter { $0.tags[role] == "" || $0.tags[role] == "1" }
    if candidates.isEmpty, gates[.subnetDiscoveryByReachability] {
      let reach = isPublic ? "with a route to an internet gateway" : "without a route to an internet gateway"
      origin = Origin(.computed("the subnets of aws.subnets \(reach)"))
      candidates = subnets.filter { $0.isPublic == isPublic }
    }
    return try choosePerZone(candidates, for: request, from: origin)
  }
}
