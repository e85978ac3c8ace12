package import Manifests

/// Finds the ARN of a WAFv2 web ACL by its name.
///
/// Source: `webACLNameToArnMapper` of `pkg/ingress/model_builder.go`.
package struct WebACLNameResolver: Sendable {
  private let arns: [String: String]?

  package init(_ world: World) { arns = world.account.webACLs }

  /// Throws `couldn't find WAFv2 WebACL with name: …`. The word `none` is the caller's matter.
  package func arn(forName name: Located<String>) throws(BuildFailure) -> Planned<String> {
    let origin = Origin(.computed("the web ACL of that name"), at: name.span)
    guard let arns else { return Planned(unknown: .webACLs, from: origin) }
    guard let arn = arns[name.value] else {
      throw BuildFailure("unknown-web-acl", "couldn't find WAFv2 WebACL with name: \(name.value)", at: [name.span])
    }
    return Planned(arn, from: origin)
  }
}
