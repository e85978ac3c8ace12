/// Tells the security group that load balancers of the cluster share as the source of their traffic.
///
/// Source: `pkg/networking/backend_sg_provider.go`.
package struct BackendSecurityGroupProvider: Sendable {
  private let flag: String
  private let fact: String?
  private let shared: String?

  package init(_ world: World) {
    flag = world.controller.flags.backendSecurityGroup
    fact = world.aws.backendSecurityGroup
    // The controller finds the group that it made before by these two tags.
    shared = world.aws.securityGroups?.first { group in
      world.controller.clusterName != nil && group.tags["elbv2.k8s.aws/cluster"] == world.controller.clusterName
        && group.tags["elbv2.k8s.aws/resource"] == "backend-sg"
    }?.id
  }

  /// The id: of the flag `--backend-security-group`, else of the group that the controller made; a literal in the plan.
  package func id() -> Planned<String> {
    if let fact, !fact.isEmpty, flag.isEmpty || flag == fact {
      return Planned(fact, from: Origin(.context("aws.backendSecurityGroup")))
    }
    guard flag.isEmpty else { return Planned(flag, from: Origin(.flag("backend-security-group"))) }
    if let shared { return Planned(shared, from: Origin(.context("aws.securityGroups"))) }
    return Planned(unknown: .backendSecurityGroup, from: Origin(.computed("the shared backend security group")))
  }
}
