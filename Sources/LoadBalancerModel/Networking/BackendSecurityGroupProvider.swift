/// Tells the security group that load balancers of the cluster share as the source of their traffic.
///
/// Source: `pkg/networking/backend_sg_provider.go`.
package struct BackendSecurityGroupProvider: Sendable {
  let world: World

  package init(_ world: World) { self.world = world }

  /// The id: of the flag `--backend-security-group`, else of the group that the controller made; a literal in the plan.
  package func id() -> Planned<String> {
    if !world.controller.flags.backendSecurityGroup.isEmpty {
      return Planned(world.controller.flags.backendSecurityGroup, from: Origin(.flag("backend-security-group")))
    }
    guard let id = world.aws.backendSecurityGroup, !id.isEmpty else {
      return Planned(unknown: .backendSecurityGroup, from: Origin(.computed("the shared backend security group")))
    }
    return Planned(id, from: Origin(.context("aws.backendSecurityGroup")))
  }
}
