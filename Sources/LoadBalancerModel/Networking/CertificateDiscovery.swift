package import Manifests

/// Finds certificates in ACM by host name.
///
/// Source: `pkg/certs/cert_discovery.go`.
package struct CertificateDiscovery: Sendable {
  private let certificates: [AWSFacts.ACMCertificate]?
  private let account: AccountIndex
  private let allowedAuthorities: [String]
  private let passesOverManaged: Bool

  package init(_ world: World) {
    certificates = world.aws.certificates
    account = world.account
    allowedAuthorities = world.controller.flags.allowedCertificateAuthorityARNs
    passesOverManaged = world.controller.featureGates[.enableCertificateManagement]
  }

  /// The ARNs of all certificates for any of the hosts, sorted bytewise; unknown as a whole without the account's list.
  ///
  /// Throws `no certificate found for host: …` (bare) for the first host without one, in the order given: the caller
  /// gives distinct hosts sorted bytewise.
  package func discover(hosts: [Located<String>]) throws(BuildFailure) -> Planned<[String]> {
    let origin = Origin(.computed("the certificates in ACM for these hosts"), at: hosts.map(\.span))
    guard !hosts.isEmpty else { return Planned([], from: origin) }
    guard let certificates else { return Planned(unknown: .certificates, from: origin) }
    var arns: Set<String> = []
    for host in hosts {
      var positions = account.certificatesByDomain[host.value] ?? []
      // A star stands for the whole first label, so the rest of the host has to be the domain's rest.
      if let dot = host.value.unicodeScalars.firstIndex(of: ".") {
        positions += account.certificatesByWildcard[String(host.value.unicodeScalars[dot...])] ?? []
      }
      let found = positions.lazy.map { certificates[$0] }.filter(isEligible)
      guard !found.isEmpty else {
        throw BuildFailure("no-certificate", "no certificate found for host: \(host.value)", at: [host.span])
      }
      arns.formUnion(found.map(\.arn))
    }
    return Planned(GoText.sortedBytewise(Array(arns)), from: origin)
  }

  /// A certificate of another authority counts as one without domains.
  private func isEligible(_ certificate: AWSFacts.ACMCertificate) -> Bool {
    let isAllowed =
      allowedAuthorities.isEmpty || allowedAuthorities.contains(certificate.certificateAuthorityARN ?? "")
    return isAllowed && !(passesOverManaged && certificate.isManagedByController)
  }
}

extension AWSFacts.ACMCertificate {
  /// The controller made it for an Ingress: it carries the stack's tags, whatever their values.
  fileprivate var isManagedByController: Bool {
    tags["elbv2.k8s.aws/cluster"] != nil && tags["ingress.k8s.aws/stack"] != nil
  }
}
