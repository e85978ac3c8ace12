import Manifests

extension IngressModelBuilder {
  /// Merges what the members want of one port; their settings must not contradict each other.
  ///
  /// Mirrors `mergeListenPortConfigs` in `pkg/ingress/model_builder.go`.
  func merge(_ entries: [(member: Int, settings: ListenPort)]) throws(BuildFailure) -> MergedListenPort {
    var merge = ListenPortMerge()
    for (index, settings) in entries {
      let member = group.members[index]
      try merge.add(settings, of: member.name)
    }
    return MergedListenPort(
      listener: merge.result(defaultSSLPolicy: world.controller.flags.defaultSSLPolicy),
      members: entries.map(\.member))
  }
}

/// Collects the settings of the members for one port.
private struct ListenPortMerge {
  /// A setting and the member that was the first to make it.
  private struct Provided<Value> {
    var value: Value
    var provider: ObjectName
    var spans: [SourceSpan]
  }

  private var listenerProtocol: Provided<ListenerProtocol>?
  private var origin = Origin.controllerDefault
  private var cidrs: Provided<InboundSources>?
  private var prefixLists: Provided<[Planned<String>]>?
  private var sslPolicy: Provided<Planned<String>>?
  private var mutualAuthentication: Provided<Listener.MutualAuthentication>?
  private var certificates = CertificateMerge()

  mutating func add(_ settings: ListenPort, of member: ObjectName) throws(BuildFailure) {
    try addProtocol(settings, of: member)
    try addCIDRs(settings.inbound, of: member)
    try addPrefixLists(settings.inbound.prefixLists.sortedSet, of: member)
    try addSSLPolicy(settings.sslPolicy, of: member)
    certificates.add(settings.certificates)
    try addMutualAuthentication(settings.mutualAuthentication, of: member)
  }

  func result(defaultSSLPolicy: String) -> ListenPort {
    var inbound = cidrs?.value ?? InboundSources()
    inbound.prefixLists = prefixLists?.value ?? []
    if inbound.ipv4CIDRs.isEmpty, inbound.ipv6CIDRs.isEmpty, inbound.prefixLists.isEmpty {
      inbound.ipv4CIDRs = [Planned("0.0.0.0/0", from: .controllerDefault)]
      inbound.ipv6CIDRs = [Planned("::/0", from: .controllerDefault)]
    }
    let listenerProtocol = listenerProtocol?.value ?? .http
    var sslPolicy = sslPolicy?.value
    if listenerProtocol == .https, sslPolicy == nil {
      sslPolicy = Planned(defaultSSLPolicy, from: Origin(.flag("default-ssl-policy")))
    }
    return ListenPort(
      listenerProtocol: listenerProtocol, origin: origin, inbound: inbound, sslPolicy: sslPolicy,
      certificates: certificates.result, mutualAuthentication: mutualAuthentication?.value)
  }

  private mutating func addProtocol(_ settings: ListenPort, of member: ObjectName) throws(BuildFailure) {
    guard let merged = listenerProtocol else {
      listenerProtocol = Provided(
        value: settings.listenerProtocol, provider: member, spans: settings.origin.spans)
      origin = settings.origin
      return
    }
    guard merged.value == settings.listenerProtocol else {
      throw BuildFailure(
        "conflicting-protocol",
        "conflicting protocol, \(merged.provider): \(merged.value.rawValue) | "
          + "\(member): \(settings.listenerProtocol.rawValue)",
        at: merged.spans + settings.origin.spans)
    }
    origin.add(settings.origin)
  }

  private mutating func addCIDRs(_ inbound: InboundSources, of member: ObjectName) throws(BuildFailure) {
    var own = InboundSources()
    own.ipv4CIDRs = inbound.ipv4CIDRs.sortedSet
    own.ipv6CIDRs = inbound.ipv6CIDRs.sortedSet
    guard !own.ipv4CIDRs.isEmpty || !own.ipv6CIDRs.isEmpty else { return }
    let spans = (own.ipv4CIDRs + own.ipv6CIDRs).distinctSpans
    guard let merged = cidrs else {
      cidrs = Provided(value: own, provider: member, spans: spans)
      return
    }
    let (before, now) = (merged.value, own)
    guard before.ipv4CIDRs.texts == now.ipv4CIDRs.texts, before.ipv6CIDRs.texts == now.ipv6CIDRs.texts else {
      func lists(_ sources: InboundSources) -> String {
        "\(GoText.list(sources.ipv4CIDRs.texts)), \(GoText.list(sources.ipv6CIDRs.texts))"
      }
      throw BuildFailure(
        "conflicting-inbound-cidrs",
        "conflicting inbound-cidrs, \(merged.provider): \(lists(before)) | \(member): \(lists(now))",
        at: merged.spans + spans)
    }
  }

  private mutating func addPrefixLists(_ own: [Planned<String>], of member: ObjectName) throws(BuildFailure) {
    guard !own.isEmpty else { return }
    guard let merged = prefixLists else {
      prefixLists = Provided(value: own, provider: member, spans: own.distinctSpans)
      return
    }
    guard merged.value.texts == own.texts else {
      throw BuildFailure(
        "conflicting-prefix-lists",
        "conflicting inbound-prefix-lists, \(merged.provider): \(GoText.list(merged.value.texts)) | "
          + "\(member): \(GoText.list(own.texts))",
        at: merged.spans + own.distinctSpans)
    }
  }

  private mutating func addSSLPolicy(_ own: Planned<String>?, of member: ObjectName) throws(BuildFailure) {
    guard let own else { return }
    guard let merged = sslPolicy else {
      sslPolicy = Provided(value: own, provider: member, spans: own.origin.spans)
      return
    }
    let (before, now) = (merged.value.known ?? "", own.known ?? "")
    guard before.isSameText(as: now) else {
      throw BuildFailure(
        "conflicting-ssl-policy", "conflicting sslPolicy, \(merged.provider): \(before) | \(member): \(now)",
        at: merged.spans + own.origin.spans)
    }
  }

  private mutating func addMutualAuthentication(
    _ own: Listener.MutualAuthentication?, of member: ObjectName
  ) throws(BuildFailure) {
    guard let own else { return }
    guard let merged = mutualAuthentication else {
      mutualAuthentication = Provided(value: own, provider: member, spans: own.origin.spans)
      return
    }
    guard merged.value.isSame(as: own) else {
      // The controller prints structures with memory addresses here; the modes say as much.
      throw BuildFailure(
        "conflicting-mutual-authentication",
        "conflicting mTLS Attributes, \(merged.provider): &{\(merged.value.mode)} | \(member): &{\(own.mode)}",
        at: merged.spans + own.origin.spans)
    }
  }
}

/// Collects the certificates of one port: the default one, then every other once.
private struct CertificateMerge {
  private var certificates: [ListenerCertificate] = []
  private var seen: Set<String> = []
  private var unknown: Planned<[ListenerCertificate]>?
  private var origin: Origin?

  var result: Planned<[ListenerCertificate]> {
    unknown ?? Planned(certificates, from: origin ?? .controllerDefault)
  }

  mutating func add(_ own: Planned<[ListenerCertificate]>) {
    guard let list = own.known else {
      unknown = unknown ?? own
      return
    }
    var rest = list[...]
    // Quirk (since v2.13.0): the default certificate does not count as seen, so that naming it again repeats it.
    if certificates.isEmpty, let first = rest.popFirst() {
      certificates.append(first)
      origin = own.origin
    }
    for certificate in rest where seen.insert(certificate.identity).inserted { certificates.append(certificate) }
  }
}

extension ListenerCertificate {
  fileprivate var identity: String {
    switch self {
    case .existing(let arn): arn.known ?? ""
    case .managed(let reference, _): "\(reference.type.rawValue)/\(reference.id)"
    }
  }
}

extension [Planned<String>] {
  /// The places of the values, each once.
  fileprivate var distinctSpans: [SourceSpan] {
    var seen: Set<SourceSpan> = []
    return flatMap(\.origin.spans).filter { seen.insert($0).inserted }
  }
}
