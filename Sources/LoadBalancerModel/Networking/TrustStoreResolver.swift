package import Manifests

/// Finds the ARNs of trust stores by name.
///
/// Source: `pkg/shared_utils/alb_listener_utils.go`.
package struct TrustStoreResolver: Sendable {
  let facts: AWSFacts

  package init(_ world: World) { facts = world.aws }

  /// ARN by name for all names of one Ingress at once; failures are bare.
  package func arns(forNames names: [Located<String>]) throws(BuildFailure) -> [String: Planned<String>] {
    Dictionary(
      names.map { ($0.value, Planned(unknown: .trustStores, from: Origin(.computed("trust store name"), at: [$0.span]))) },
      uniquingKeysWith: { first, _ in first })
  }
}
