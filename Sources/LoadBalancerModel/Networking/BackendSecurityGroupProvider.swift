/// Tells the security group that load balancers of the cluster share as the source of their traffic.
///
/// Source: `pkg/networking/backend_sg_provider.go`.
package struct BackendSecurityGroupProvider: Sendable {
  private let flag: String
  private let fact: String?

  package init(_ world: World) {
    flag = world.controller.flags.backendSecurityGroup
    fact = world.aws.backendSecurityGroup
  }

  /// The id: of the flag `--backend-security-group`, else of the group that the controller made; a literal in the plan.
  package func id() -> Planned<String> {
    if let fact, !fact.isEmpty, flag.isEmpty || flag == fact {
      return Planned(fact, from: Origin(.context("aws.backendSecurityGroup")))
    }
    guard flag.isEmpty else { return Planned(flag, from: Origin(.flag("backend-security-group"))) }
    return Planned(unknown: .backendSecurityGroup, from: Origin(.computed("the shared backend security group")))
  }
}
