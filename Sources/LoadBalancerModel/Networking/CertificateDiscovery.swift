package import Manifests

/// Finds certificates in ACM by host name. Make one per world: it indexes the account's certificates.
///
/// Source: `pkg/certs/cert_discovery.go`.
package struct CertificateDiscovery: Sendable {
  /// ARNs by domain: `example.com`, or what follows the star of `*.example.com`; `nil` while they are not known.
  private let index: Index?

  private struct Index: Sendable {
    var exact: [String: [String]] = [:]
    var wildcard: [String: [String]] = [:]
  }

  package init(_ world: World) {
    guard let certificates = world.aws.certificates else {
      index = nil
      return
    }
    let allowed = Set(world.controller.flags.allowedCertificateAuthorityARNs)
    let excludesManaged = world.controller.featureGates[.enableCertificateManagement]
    var index = Index()
    for certificate in certificates {
      // A certificate of another authority counts as one without domains.
      if !allowed.isEmpty, !allowed.contains(certificate.certificateAuthorityARN ?? "") { continue }
      if excludesManaged, certificate.isManagedByController { continue }
      for domain in certificate.domains {
        if domain.utf8.starts(with: "*.".utf8) {
          index.wildcard[String(domain.unicodeScalars.dropFirst()), default: []].append(certificate.arn)
        } else {
          index.exact[domain, default: []].append(certificate.arn)
        }
      }
    }
    self.index = index
  }

  /// The ARNs of all certificates for any of the hosts, sorted bytewise; unknown as a whole without the account's list.
  ///
  /// Throws `no certificate found for host: …` (bare) for the first host without one, in the order given: the caller
  /// gives distinct hosts sorted bytewise.
  package func discover(hosts: [Located<String>]) throws(BuildFailure) -> Planned<[String]> {
    let origin = Origin(.computed("the certificates in ACM for these hosts"), at: hosts.map(\.span))
    guard !hosts.isEmpty else { return Planned([], from: origin) }
    guard let index else { return Planned(unknown: .certificates, from: origin) }
    var arns: Set<String> = []
    for host in hosts {
      var found = index.exact[host.value] ?? []
      // A star stands for the whole first label, so the rest of the host has to be the domain's rest.
      if let dot = host.value.unicodeScalars.firstIndex(of: ".") {
        found += index.wildcard[String(host.value.unicodeScalars[dot...])] ?? []
      }
      guard !found.isEmpty else {
        throw BuildFailure("no-certificate", "no certificate found for host: \(host.value)", at: [host.span])
      }
      arns.formUnion(found)
    }
    return Planned(GoText.sortedBytewise(Array(arns)), from: origin)
  }
}

extension AWSFacts.ACMCertificate {
  /// The controller made it for an Ingress: it carries the stack's tags, whatever their values.
  fileprivate var isManagedByController: Bool {
    tags["elbv2.k8s.aws/cluster"] != nil && tags["ingress.k8s.aws/stack"] != nil
  }
}
