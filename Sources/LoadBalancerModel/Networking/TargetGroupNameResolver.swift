package import Manifests

/// Finds the ARN of a target group by its name.
///
/// Source: `pkg/shared_utils/target_group_arn_mapper.go`.
package struct TargetGroupNameResolver: Sendable {
  let facts: AWSFacts

  package init(_ world: World) { facts = world.aws }

  /// Throws AWS's text, bare: the caller adds `searching TargetGroup with name …`.
  package func arn(forName name: Located<String>) throws(BuildFailure) -> Planned<String> {
    Planned(unknown: .targetGroups, from: Origin(.computed("target group name"), at: [name.span]))
  }
}
