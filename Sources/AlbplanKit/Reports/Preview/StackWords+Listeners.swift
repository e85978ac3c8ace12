import LoadBalancerModel
import Manifests

/// Listeners with their certificates and their rules in the order in which they are tried.
extension StackWords {
  func sections(listenersOf loadBalancer: LoadBalancer) -> [OutlineSection] {
    stack.listeners.filter { $0.loadBalancer.id == loadBalancer.id }.map { section($0, of: loadBalancer) }
  }

  private func section(_ listener: Listener, of loadBalancer: LoadBalancer) -> OutlineSection {
    var section = OutlineSection(
      "Listener \(listener.listenerProtocol.words) \(listener.port)", origins: [listener.origin])
    if listener.listenerProtocol == .https || listener.listenerProtocol == .tls {
      section.line("certificates", words(listener.certificates), from: origins(listener.certificates))
    }
    if let policy = listener.sslPolicy { section.line("TLS policy", .planned(policy), from: policy.origin) }
    if let mutual = listener.mutualAuthentication {
      section.line("client certs", words(mutual), from: mutual.origin)
    }
    if let alpn = listener.alpnPolicy { section.line("ALPN", .planned(alpn), from: alpn.origin) }
    if !listener.attributes.isEmpty {
      section.line(
        "attributes", .attributes(listener.attributes), from: listener.attributes.map(\.value.origin).unique)
    }
    if !listener.tags.isSame(as: loadBalancer.tags) {
      section.line("tags", listener.tags.isEmpty ? "none" : .tags(listener.tags))
    }
    let defaultActions = words(listener.defaultActions)
    let defaultOrigins = listener.defaultActions.map(\.origin).unique
    if let rules = rules[listener.id], !rules.isEmpty {
      section.items.append(.table(table(rules, otherwise: defaultActions, from: defaultOrigins)))
    } else {
      section.line(listener.everything, defaultActions, from: defaultOrigins)
    }
    return section
  }

  private func table(_ rules: [ListenerRule], otherwise: PlanText, from origins: [Origin]) -> OutlineTable {
    var table = OutlineTable([.init("#"), .init("when", isFlexible: true), .init("then", isFlexible: true)])
    var member: ObjectName?
    for rule in rules {
      var group: PlanText?
      if hasSeveralMembers, rule.member != member {
        member = rule.member
        group = "Ingress \(verbatim: rule.member.description)"
      }
      let causes = [rule.origin] + rule.conditions.map(\.origin) + rule.transforms.map(\.origin)
      let actions = words(rule.actions, transforms: rule.transforms)
      table.rows.append(
        .init(
          ["\(rule.priority)", rule.conditions.words, actions],
          origins: (causes + rule.actions.map(\.origin)).unique, mark: actions.isOdd ? .caution : nil, group: group))
    }
    table.rows.append(
      .init(["else", "any other request", otherwise], origins: origins, mark: otherwise.isOdd ? .caution : nil))
    return table
  }

  private func words(_ certificates: Planned<[ListenerCertificate]>) -> PlanText {
    guard let list = certificates.known else { return discovered }
    guard !list.isEmpty else { return "\("none, and AWS refuses a TLS listener without a certificate", .caution)" }
    let managed = Dictionary(stack.managedCertificates.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let names = list.map { certificate -> PlanText in
      switch certificate {
      case .existing(let arn): arn.known.map { PlanText(verbatim: $0) } ?? discovered
      case .managed(let reference, _):
        managed[reference.id].map {
          "a new certificate for \($0.subjectAlternativeNames.map { PlanText(verbatim: $0) }.joined())"
        } ?? PlanText(verbatim: reference.id)
      }
    }
    guard names.count > 1, let first = names.first else { return names.joined() }
    return (["\(first) (default)"] + names.dropFirst()).joined()
  }

  private var discovered: PlanText { "found in ACM by host name \(.unknown)" }

  private func origins(_ certificates: Planned<[ListenerCertificate]>) -> [Origin] {
    guard let list = certificates.known, !list.isEmpty else { return [certificates.origin] }
    return list.map { certificate in
      switch certificate {
      case .existing(let arn): arn.origin
      case .managed(_, let origin): origin
      }
    }.unique
  }

  private func words(_ mutual: Listener.MutualAuthentication) -> PlanText {
    var text: PlanText
    switch mutual.mode {
    case "verify": text = "verified against the trust store \(mutual.trustStoreARN.map { .planned($0) } ?? .unknown)"
    case "passthrough": text = "passed on to the targets, not verified"
    case "off": return "not asked for"
    default: text = PlanText(verbatim: mutual.mode)
    }
    if mutual.ignoreClientCertificateExpiry == true { text.add(words: "; expired ones are accepted", .caution) }
    if mutual.advertiseTrustStoreCANames == "on" { text.add("; names of the CAs are advertised") }
    return text
  }
}

extension Listener {
  /// What a listener without rules passes on.
  fileprivate var everything: String {
    switch listenerProtocol {
    case .http, .https: "any request"
    case .tcp, .tls, .quic: "any connection"
    case .udp, .tcpUDP, .tcpQUIC, .sctp, .other: "any packet"
    }
  }
}

extension Tags {
  /// The same keys with the same values.
  func isSame(as other: Tags) -> Bool {
    count == other.count && zip(self, other).allSatisfy { $0.key == $1.key && $0.value.known == $1.value.known }
  }
}
