/// Tells the security group that load balancers of the cluster share as the source of their traffic.
///
/// Source: `pkg/networking/backend_sg_provider.go`.
package struct BackendSecurityGroupProvider: Sendable {
  private let flag: String
  private let fact: String?
  /// The group that the controller made before, known by its tags.
  private let shared: String?

  package init(_ world: World) {
    flag = world.controller.flags.backendSecurityGroup
    fact = world.aws.backendSecurityGroup
    let cluster = world.controller.clusterName
    shared = world.aws.securityGroups?.first { group in
      cluster != nil && group.tags["elbv2.k8s.aws/cluster"] == cluster
        && group.tags["elbv2.k8s.aws/resource"] == "backend-sg"
    }?.id
  }

  /// The id: of the flag `--backend-security-group`, else of the group that the controller made; a literal in the plan.
  /// It is not known where the controller is still to make the group.
  package func id() -> Planned<String> {
    if let fact, !fact.isEmpty, flag.isEmpty || flag == fact {
      return Planned(fact, from: Origin(.context("aws.backendSecurityGroup")))
    }
    guard flag.isEmpty else { return Planned(flag, from: Origin(.flag("backend-security-group"))) }
    if let shared { return Planned(shared, from: Origin(.context("aws.securityGroups"))) }
    return Planned(unknown: .backendSecurityGroup, from: Origin(.computed("the shared backend security group")))
  }
}
