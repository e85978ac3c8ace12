/// Tells the security group that load balancers of the cluster share as the source of their traffic.
///
/// Source: `pkg/networking/backend_sg_provider.go`.
package struct BackendSecurityGroupProvider: Sendable {
  private let flag: String
  private let facts: AWSFacts
  private let clusterName: String?

  package init(_ world: World) {
    flag = world.controller.flags.backendSecurityGroup
    facts = world.aws
    clusterName = world.controller.clusterName
  }

  /// The id, a literal in the plan: of the flag `--backend-security-group`, else of the group that the controller has
  /// made for the cluster before, which it knows by its tags. Unknown while the controller has yet to make it.
  package func id() -> Planned<String> {
    if let fact = facts.backendSecurityGroup, !fact.isEmpty, flag.isEmpty || flag == fact {
      return Planned(fact, from: Origin(.context("aws.backendSecurityGroup")))
    }
    guard flag.isEmpty else { return Planned(flag, from: Origin(.flag("backend-security-group"))) }
    if let clusterName, let group = facts.securityGroups?.first(where: { $0.isShared(in: clusterName) }) {
      return Planned(group.id, from: Origin(.context("aws.securityGroups")))
    }
    return Planned(unknown: .backendSecurityGroup, from: Origin(.computed("the shared backend security group")))
  }
}

extension AWSFacts.ExistingSecurityGroup {
  fileprivate func isShared(in clusterName: String) -> Bool {
    tags["elbv2.k8s.aws/cluster"] == clusterName && tags["elbv2.k8s.aws/resource"] == "backend-sg"
  }
}
