package import Manifests

/// Finds the ARN of a WAFv2 web ACL by its name.
///
/// Source: `pkg/ingress/model_builder.go`.
package struct WebACLNameResolver: Sendable {
  let facts: AWSFacts

  package init(_ world: World) { facts = world.aws }

  /// Throws `couldn't find WAFv2 WebACL with name: …`.
  package func arn(forName name: Located<String>) throws(BuildFailure) -> Planned<String> {
    Planned(unknown: .webACLs, from: Origin(.computed("web ACL name"), at: [name.span]))
  }
}
