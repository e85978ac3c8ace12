/// Tells the security group that load balancers of the cluster share as the source of their traffic.
///
/// Source: `pkg/networking/backend_sg_provider.go`.
package struct BackendSecurityGroupProvider: Sendable {
  private let flag: String
  private let fact: String?
  private let clusterName: String?
  private let groups: [AWSFacts.ExistingSecurityGroup]

  package init(_ world: World) {
    flag = world.controller.flags.backendSecurityGroup
    fact = world.aws.backendSecurityGroup
    clusterName = world.controller.clusterName
    groups = world.aws.securityGroups ?? []
  }

  /// The id: of the flag `--backend-security-group`, else of the group that the controller made; a literal in the plan.
  package func id() -> Planned<String> {
    if let fact, !fact.isEmpty, flag.isEmpty || flag == fact {
      return Planned(fact, from: Origin(.context("aws.backendSecurityGroup")))
    }
    guard flag.isEmpty else { return Planned(flag, from: Origin(.flag("backend-security-group"))) }
    if let made { return Planned(made.id, from: Origin(.context("aws.securityGroups"))) }
    return Planned(unknown: .backendSecurityGroup, from: Origin(.computed("the shared backend security group")))
  }

  /// The group that the controller made for the cluster before, known by its tags. Mirrors `getBackendSGFromEC2`.
  private var made: AWSFacts.ExistingSecurityGroup? {
    guard let clusterName else { return nil }
    return groups.first { group in
      group.tags["elbv2.k8s.aws/cluster"] == clusterName && group.tags["elbv2.k8s.aws/resource"] == "backend-sg"
    }
  }
}
