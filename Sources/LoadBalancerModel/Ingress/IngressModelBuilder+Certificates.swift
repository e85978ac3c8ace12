import Manifests

extension IngressModelBuilder {
  /// Builds the certificate that a member asks the controller to make; `nil` when it asks for none.
  ///
  /// Mirrors `buildACMCertificates` in `pkg/ingress/model_build_certificates.go`.
  func managedCertificate(of member: IngressGroupMember, at index: Int) throws(BuildFailure) -> ListenerCertificate? {
    // Quirk (since v3.3.0): a value that is no bool counts as absent.
    guard world.controller.featureGates[.enableCertificateManagement],
      let request = member.annotations[AnnotationDefinition.Ingress.createACMCert.key],
      GoText.parseBool(request.value.value) == true
    else { return nil }
    let reader = AnnotationReader(member.annotations)
    guard reader.stringList(AnnotationDefinition.Ingress.certificateARN).items.isEmpty else { return nil }
    let hosts = member.ingress.certificateHosts.map(\.value)
    guard let domain = hosts.first else {
      throw BuildFailure(
        "certificate-without-hosts",
        "ingress \(member.name) has create-acm-cert enabled but no hostnames defined in spec.rules[].host or "
          + "spec.tls[].hosts — cannot create a certificate without at least one hostname",
        at: [request.value.span])
    }
    var authority = reader.string(AnnotationDefinition.Ingress.acmPCAARN)?.known ?? ""
    if authority.isEmpty { authority = world.controller.flags.defaultPCAARN }
    // Quirk (since v3.3.0): here the default tags win, whatever the gate `EnableDefaultTagsLowPriority` says.
    let tags = resourceTags.defaultTags.over(try self.tags(ofMember: index))
    let certificate = ManagedCertificate(
      id: certificateID(domain: domain, isPrivate: !authority.isEmpty, member: member.name),
      type: authority.isEmpty ? "AMAZON_ISSUED" : "PRIVATE", certificateAuthorityARN: authority, domainName: domain,
      subjectAlternativeNames: hosts, tags: tags, origin: .annotation(request))
    stack.managedCertificates.append(certificate)
    return .managed(.certificate(certificate.id), certificate.origin)
  }

  /// Mirrors `buildCertificateResourceID`.
  private func certificateID(domain: String, isPrivate: Bool, member: ObjectName) -> String {
    let name = domain.unicodeScalars.reduce(into: "") { name, scalar in
      if scalar == "*" { name += "wildcard" } else { name.unicodeScalars.append(scalar) }
    }
    let hash = SHA256.hexadecimal(of: member.description, digits: 8)
    return "\(isPrivate ? "private" : "amazon_issued")/\(name)-\(hash)"
  }
}
