package import Manifests

/// Finds certificates in ACM by host name.
///
/// Source: `pkg/certs/cert_discovery.go`.
package struct CertificateDiscovery: Sendable {
  let facts: AWSFacts
  let controller: ControllerConfiguration

  package init(_ world: World) {
    facts = world.aws
    controller = world.controller
  }

  /// The ARNs of all certificates for any of the hosts, sorted bytewise; unknown as a whole without the account's list.
  ///
  /// Throws `no certificate found for host: …` (bare) for the first host without one, in the order given: the caller
  /// gives distinct hosts sorted bytewise.
  package func discover(hosts: [Located<String>]) throws(BuildFailure) -> Planned<[String]> {
    Planned(unknown: .certificates, from: Origin(.computed("certificate discovery"), at: hosts.map(\.span)))
  }
}
