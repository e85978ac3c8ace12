package import Manifests

/// Finds the ARNs of trust stores by name.
///
/// Source: `pkg/shared_utils/alb_listener_utils.go`.
package struct TrustStoreResolver: Sendable {
  private let arns: [String: String]?

  package init(_ world: World) { arns = world.account.trustStores }

  /// ARN by name for all names of one Ingress at once; throws AWS's text, bare, when one is missing.
  package func arns(forNames names: [Located<String>]) throws(BuildFailure) -> [String: Planned<String>] {
    var found: [String: Planned<String>] = [:]
    for name in names {
      let origin = Origin(.computed("the trust store of that name"), at: name.span)
      guard let arns else {
        found[name.value] = Planned(unknown: .trustStores, from: origin)
        continue
      }
      guard let arn = arns[name.value] else {
        throw BuildFailure(
          "unknown-trust-store", "api error TrustStoreNotFound: One or more trust stores not found", at: [name.span])
      }
      found[name.value] = Planned(arn, from: origin)
    }
    return found
  }
}
