package import Manifests

/// Finds the ARN of a target group by its name.
///
/// Source: `pkg/shared_utils/target_group_arn_mapper.go`.
package struct TargetGroupNameResolver: Sendable {
  private let arns: [String: String]?

  package init(_ world: World) { arns = world.account.targetGroups }

  /// Throws AWS's text, bare: the caller adds `searching TargetGroup with name …`.
  package func arn(forName name: Located<String>) throws(BuildFailure) -> Planned<String> {
    let origin = Origin(.computed("the target group of that name"), at: name.span)
    guard let arns else { return Planned(unknown: .targetGroups, from: origin) }
    guard let arn = arns[name.value] else {
      throw BuildFailure(
        "unknown-target-group", "api error TargetGroupNotFound: One or more target groups not found", at: [name.span])
    }
    return Planned(arn, from: origin)
  }
}
