import Manifests

extension IngressModelBuilder {
  /// What a member says about client certificates, by port; a later entry for a port replaces an earlier one.
  ///
  /// Mirrors `computeIngressMutualAuthentication` and `parseMtlsConfigEntries` in `pkg/ingress/model_build_listener.go`.
  func mutualAuthentication(
    of member: IngressGroupMember
  ) throws(BuildFailure) -> [Int32: Listener.MutualAuthentication] {
    guard let annotation = member.annotations[AnnotationDefinition.Ingress.mutualAuthentication.key] else { return [:] }
    var settings: [Int32: Listener.MutualAuthentication] = [:]
    for entry in try MutualAuthenticationConfiguration.parse(annotation) {
      try entry.validate()
      let verifies = entry.mode == MutualAuthenticationConfiguration.verifyMode
      settings[entry.port] = Listener.MutualAuthentication(
        mode: entry.mode, trustStoreARN: Planned(entry.trustStore ?? "", from: entry.origin),
        ignoreClientCertificateExpiry: entry.ignoreClientCertificateExpiry ?? (verifies ? false : nil),
        advertiseTrustStoreCANames: entry.advertiseTrustStoreCANames, origin: entry.origin)
    }
    try resolveTrustStoreNames(in: &settings, culprit: annotation.value.span)
    return settings
  }

  /// Mirrors `parseMtlsAttributesForTrustStoreNames`.
  private func resolveTrustStoreNames(
    in settings: inout [Int32: Listener.MutualAuthentication], culprit: SourceSpan
  ) throws(BuildFailure) {
    var names: Set<String> = []
    for entry in settings.values {
      if let name = entry.trustStoreName { names.insert(name) }
    }
    guard !names.isEmpty else { return }
    let arns = try TrustStoreResolver(world).arns(
      forNames: GoText.sortedBytewise(Array(names)).map { Located($0, at: culprit) })
    for (port, entry) in settings.sorted(by: { $0.key < $1.key }) {
      guard let name = entry.trustStoreName, let arn = arns[name] else { continue }
      settings[port]?.trustStoreARN = arn
      if arn.missingFact != nil {
        assume(Assumption(.trustStores, "the account has a trust store named \(name)", at: [culprit]))
      }
    }
  }
}

extension Listener.MutualAuthentication {
  /// The name of the trust store to look up; `nil` when there is none or its ARN is written.
  fileprivate var trustStoreName: String? {
    guard mode == MutualAuthenticationConfiguration.verifyMode, let text = trustStoreARN?.known,
      !text.utf8.starts(with: "arn:".utf8)
    else { return nil }
    return text
  }

  /// The same settings, as far as they are known.
  func isSame(as other: Self) -> Bool {
    mode == other.mode && ignoreClientCertificateExpiry == other.ignoreClientCertificateExpiry
      && advertiseTrustStoreCANames == other.advertiseTrustStoreCANames
      && trustStoreARN?.known == other.trustStoreARN?.known
  }
}
