import Manifests

extension IngressModelBuilder {
  /// The listeners of one member by port, with what it says about certificates, TLS and who may connect.
  ///
  /// Mirrors `computeIngressListenPortConfigByPort` in `pkg/ingress/model_build_listener.go`.
  func listenPorts(
    of member: IngressGroupMember, managedCertificate: ListenerCertificate?
  ) throws(BuildFailure) -> [Int32: ListenPort] {
    var explicitCertificates = explicitCertificates(of: member)
    if explicitCertificates.known?.isEmpty == true, let managedCertificate {
      explicitCertificates = Planned([managedCertificate], from: managedCertificate.origin)
    }
    let hasExplicitCertificates = explicitCertificates.known?.isEmpty == false
    let sslPolicy = explicitSSLPolicy(of: member)
    let inbound = try inboundSources(of: member)
    let mutualAuthentication = try mutualAuthentication(of: member)
    let (ports, origin) = try listenPortProtocols(
      of: member, certificates: hasExplicitCertificates ? explicitCertificates.origin : nil)

    var certificates = explicitCertificates
    if !hasExplicitCertificates, ports.values.contains(.https) {
      certificates = try discoveredCertificates(for: member)
    }
    return ports.reduce(into: [:]) { listeners, entry in
      var listener = ListenPort(
        listenerProtocol: entry.value, origin: origin, inbound: inbound,
        certificates: Planned([], from: .controllerDefault))
      if entry.value == .https {
        listener.certificates = certificates
        listener.sslPolicy = sslPolicy
        listener.mutualAuthentication = mutualAuthentication[entry.key]
      }
      listeners[entry.key] = listener
    }
  }

  /// Mirrors `computeIngressListenPorts`.
  private func listenPortProtocols(
    of member: IngressGroupMember, certificates: Origin?
  ) throws(BuildFailure) -> ([Int32: ListenerProtocol], Origin) {
    guard let annotation = member.annotations[AnnotationDefinition.Ingress.listenPorts.key] else {
      if let certificates { return ([443: .https], certificates) }
      return ([80: .http], .controllerDefault)
    }
    return (try ListenPortsConfiguration.parse(annotation).listeners(), .annotation(annotation))
  }

  /// Mirrors `computeIngressExplicitSSLPolicy`.
  private func explicitSSLPolicy(of member: IngressGroupMember) -> Planned<String>? {
    if let policy = member.settings?.parameters?.sslPolicy, !policy.value.isEmpty {
      return Planned(policy.value, from: .classParameters("spec.sslPolicy", at: policy.span))
    }
    return AnnotationReader(member.annotations).string(AnnotationDefinition.Ingress.sslPolicy)
  }
}

// MARK: Certificates

extension IngressModelBuilder {
  /// The certificates that the class or the Ingress names. Mirrors `computeIngressExplicitTLSCertARNs`.
  private func explicitCertificates(of member: IngressGroupMember) -> Planned<[ListenerCertificate]> {
    if let arns = member.settings?.parameters?.certificateARNs, let first = arns.first {
      return Planned(
        arns.map { .existing(Planned($0.value, from: .classParameters("spec.certificateArn", at: $0.span))) },
        from: .classParameters("spec.certificateArn", at: first.span))
    }
    guard
      let arns = AnnotationReader(member.annotations).stringList(AnnotationDefinition.Ingress.certificateARN)
    else { return Planned([], from: .controllerDefault) }
    return arns.map { list in list.map { .existing(Planned($0, from: arns.origin)) } }
  }

  /// Mirrors `computeIngressInferredTLSCertARNs`.
  private func discoveredCertificates(
    for member: IngressGroupMember
  ) throws(BuildFailure) -> Planned<[ListenerCertificate]> {
    let hosts = member.ingress.certificateHosts
    let origin = Origin(.computed("certificate discovery"), at: hosts.map(\.span))
    guard !hosts.isEmpty else { return Planned([], from: origin) }
    let arns = try CertificateDiscovery(world).discover(hosts: hosts)
    if arns.missingFact != nil {
      assume(
        Assumption(
          .certificates, "ACM has an issued certificate for \(hosts.map(\.value).joined(separator: ", "))",
          at: hosts.map(\.span)))
    }
    return arns.map { list in list.map { .existing(Planned($0, from: arns.origin)) } }
  }
}

extension ListenerCertificate {
  var origin: Origin {
    switch self {
    case .existing(let arn): arn.origin
    case .managed(_, let origin): origin
    }
  }
}

// MARK: Who may connect

extension IngressModelBuilder {
  private func inboundSources(of member: IngressGroupMember) throws(BuildFailure) -> InboundSources {
    let prefixLists = prefixLists(of: member)
    var sources = try inboundCIDRs(of: member)
    sources.prefixLists = prefixLists
    return sources
  }

  /// Mirrors `computeIngressExplicitPrefixListIDs`.
  private func prefixLists(of member: IngressGroupMember) -> [Planned<String>] {
    if let parameters = member.settings?.parameters {
      if !parameters.prefixListIDs.isEmpty {
        return parameters.prefixListIDs.planned(field: "spec.prefixListsIDs")
      }
      if !parameters.legacyPrefixListIDs.isEmpty {
        return parameters.legacyPrefixListIDs.planned(field: "spec.PrefixListsIDs")
      }
    }
    return AnnotationReader(member.annotations).stringList(AnnotationDefinition.Ingress.securityGroupPrefixLists).items
  }

  /// Mirrors `computeIngressExplicitInboundCIDRs`.
  private func inboundCIDRs(of member: IngressGroupMember) throws(BuildFailure) -> InboundSources {
    let ofClass = member.settings?.parameters?.inboundCIDRs ?? []
    let cidrs =
      ofClass.isEmpty
      ? AnnotationReader(member.annotations).stringList(AnnotationDefinition.Ingress.inboundCIDRs).items
      : ofClass.planned(field: "spec.inboundCIDRs")
    var sources = InboundSources()
    for cidr in cidrs {
      let text = cidr.known ?? ""
      guard CIDR(text) != nil else {
        let subject =
          ofClass.isEmpty
          ? "invalid inbound-cidrs settings on Ingress: \(member.name)"
          : "invalid CIDR in IngressClassParams InboundCIDR \(text)"
        throw BuildFailure("malformed-cidr", "\(subject): invalid CIDR address: \(text)", at: cidr.origin.spans)
      }
      if text.utf8.contains(UInt8(ascii: ":")) {
        sources.ipv6CIDRs.append(cidr)
      } else {
        sources.ipv4CIDRs.append(cidr)
      }
    }
    return sources
  }
}

extension [Located<String>] {
  /// The items as planned values of a field of the IngressClassParams.
  func planned(field: String) -> [Planned<String>] {
    map { Planned($0.value, from: .classParameters(field, at: $0.span)) }
  }
}

extension Planned<[String]>? {
  /// The items as planned values of their own; none for `nil`.
  var items: [Planned<String>] {
    guard let list = self, let texts = list.known else { return [] }
    return texts.map { Planned<String>($0, from: list.origin) }
  }
}
