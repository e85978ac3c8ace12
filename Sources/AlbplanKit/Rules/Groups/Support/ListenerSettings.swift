import LoadBalancerModel
import Manifests

/// What the members of a group say about the listeners that they share.
///
/// Mirrors `mergeListenPortConfigs` in `pkg/ingress/model_builder.go`, `buildIngressGroupListenerAttributes` in
/// `pkg/ingress/model_build_listener.go` and `mergeFrontendNlbListenPortConfigs` in
/// `pkg/ingress/model_build_frontend_nlb.go`.
struct ListenerSettings {
  private let group: IngressGroup
  private let listeners: [MemberListeners?]
  /// The members that listen on each port, in member order.
  private var membersByPort: [Int32: [Int]] = [:]
  private let hasFrontendNLB: Bool

  init(of group: IngressGroup, _ listeners: GroupListeners) {
    self.group = group
    self.listeners = listeners.members
    hasFrontendNLB = group.hasFrontendNLB
    for (index, own) in listeners.members.enumerated() {
      for port in own?.protocols.keys.sorted() ?? [] { membersByPort[port, default: []].append(index) }
    }
  }

  /// Two members can meet.
  var hasSharedPort: Bool { hasFrontendNLB || membersByPort.values.contains { $0.count > 1 } }

  typealias Visit = (_ name: String, GroupAgreement, inout LintRule.Report) -> Void

  /// Hands over what the members say of each thing that they share, port by port.
  func forEachAgreement(_ report: inout LintRule.Report, _ visit: Visit) {
    let shared = membersByPort.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
    if !shared.isEmpty {
      let sources = group.members.enumerated().map { inboundCIDRs(of: $0.element, $0.offset) }
      let lists = group.members.enumerated().map { prefixLists(of: $0.element, $0.offset) }
      let policies = group.members.enumerated().map { sslPolicy(of: $0.element, $0.offset) }
      let clients = group.members.enumerated().map { mutualAuthentication(of: $0.element, $0.offset) }
      for (port, members) in shared {
        visit("the protocol of port \(port)", protocols(of: port, members, &report), &report)
        visit("inbound-cidrs", agreement(members.compactMap { sources[$0] }), &report)
        visit("security-group-prefix-lists", agreement(members.compactMap { lists[$0] }), &report)
        let https = members.filter { listeners[$0]?.protocols[port] == .https }
        visit("ssl-policy", agreement(https.compactMap { policies[$0] }), &report)
        visit("mutual-authentication of port \(port)", agreement(https.compactMap { clients[$0][port] }), &report)
        for (key, agreement) in attributes(of: port, members) { visit("listener attribute \(key)", agreement, &report) }
      }
    }
    if hasFrontendNLB { forEachFrontendAgreement(&report, visit) }
  }

  private func agreement(_ statements: some Sequence<GroupStatement>) -> GroupAgreement {
    var agreement = GroupAgreement()
    for statement in statements { agreement.add(statement) }
    return agreement
  }
}

// MARK: Listeners of the application load balancer

extension ListenerSettings {
  private func protocols(of port: Int32, _ members: [Int], _ report: inout LintRule.Report) -> GroupAgreement {
    var agreement = GroupAgreement()
    // Finding a port's place means reading its list; that is worth it only where members differ.
    let differ = Set(members.compactMap { listeners[$0]?.protocols[port] }).count > 1
    guard differ else { return agreement }
    for index in members {
      guard let own = listeners[index], let listenerProtocol = own.protocols[port] else { continue }
      agreement.add(
        GroupStatement(
          value: listenerProtocol.rawValue, text: listenerProtocol.rawValue, span: own.place(of: port, &report),
          member: index))
    }
    return agreement
  }

  private func inboundCIDRs(of member: IngressGroupMember, _ index: Int) -> GroupStatement? {
    let ofClass = member.classParameters?.inboundCIDRs ?? []
    let annotation = member.annotations[AnnotationDefinition.Ingress.inboundCIDRs.key]
    return list(ofClass, else: annotation, index)
  }

  private func prefixLists(of member: IngressGroupMember, _ index: Int) -> GroupStatement? {
    var ofClass = member.classParameters?.prefixListIDs ?? []
    if ofClass.isEmpty { ofClass = member.classParameters?.legacyPrefixListIDs ?? [] }
    return list(ofClass, else: member.annotations[AnnotationDefinition.Ingress.securityGroupPrefixLists.key], index)
  }

  /// A set of the class, else of the annotation; `nil` for none.
  private func list(_ ofClass: [Located<String>], else annotation: Annotation?, _ index: Int) -> GroupStatement? {
    let items = ofClass.isEmpty ? annotation.map { AnnotationReader.items($0.value.value) } ?? [] : ofClass.map(\.value)
    guard !items.isEmpty, let span = ofClass.first?.span ?? annotation?.value.span else { return nil }
    return GroupStatement(
      value: GroupStatement.sorted(Array(Set(items))).joined(separator: ","),
      text: items.joined(separator: ",").inWords,
      span: span, member: index)
  }

  private func sslPolicy(of member: IngressGroupMember, _ index: Int) -> GroupStatement? {
    let ofClass = member.classParameters?.sslPolicy.flatMap { $0.value.isEmpty ? nil : $0 }
    let policy = ofClass ?? member.annotations[AnnotationDefinition.Ingress.sslPolicy.key]?.value
    return policy.map { GroupStatement(value: $0.value, text: $0.value.inWords, span: $0.span, member: index) }
  }

  private func mutualAuthentication(of member: IngressGroupMember, _ index: Int) -> [Int32: GroupStatement] {
    guard let annotation = member.annotations[AnnotationDefinition.Ingress.mutualAuthentication.key],
      let entries = try? MutualAuthenticationConfiguration.parse(annotation)
    else { return [:] }
    var settings: [Int32: GroupStatement] = [:]
    for (position, entry) in entries.enumerated() {
      let verifies = entry.mode == MutualAuthenticationConfiguration.verifyMode
      let store = entry.trustStore ?? ""
      // The name of a trust store may stand for any ARN.
      let isNamed = verifies && !store.utf8.starts(with: "arn:".utf8)
      let ignores = entry.ignoreClientCertificateExpiry ?? (verifies ? false : nil)
      settings[entry.port] = GroupStatement(
        value: "\(entry.mode) \(isNamed ? "" : store) \(ignores.map { "\($0)" } ?? "-") "
          + (entry.advertiseTrustStoreCANames ?? "-"),
        text: entry.mode, span: annotation.span(ofJSON: [.element(position)]), member: index)
    }
    return settings
  }

  /// By attribute, without those that the class of the port's first member decides.
  private func attributes(of port: Int32, _ members: [Int]) -> [String: GroupAgreement] {
    guard let first = members.first, let listenerProtocol = listeners[first]?.protocols[port]?.rawValue else {
      return [:]
    }
    let key = AnnotationDefinition.Ingress.listenerAttributes.key("\(listenerProtocol)-\(port)")
    let annotated = members.compactMap { index in group.members[index].annotations[key].map { (index, $0) } }
    guard annotated.count > 1 else { return [:] }
    let ofClass = group.members[first].classParameters?.listeners.first {
      ($0.listenerProtocol?.value ?? "") == listenerProtocol && ($0.port?.value ?? 0) == port
    }
    let settled = Set((ofClass?.attributes ?? []).map(\.key.value))
    var agreements: [String: GroupAgreement] = [:]
    for (index, annotation) in annotated {
      for statement in GroupStatement.pairs(of: annotation, except: settled, member: index) {
        agreements[statement.key, default: GroupAgreement()].add(statement)
      }
    }
    return agreements
  }
}

// MARK: Listeners of the frontend network load balancer

extension ListenerSettings {
  private typealias Ingress = AnnotationDefinition.Ingress

  private static let healthCheckNumbers = [
    Ingress.frontendNLBHealthcheckIntervalSeconds, Ingress.frontendNLBHealthcheckTimeoutSeconds,
    Ingress.frontendNLBHealthcheckHealthyThresholdCount, Ingress.frontendNLBHealthcheckUnhealthyThresholdCount,
  ]
  private static let healthCheckTexts = [
    Ingress.frontendNLBHealthcheckProtocol, Ingress.frontendNLBHealthcheckPath, Ingress.frontendNLBHealthcheckPort,
  ]

  /// The annotations that are compared.
  static let definitions =
    [
      Ingress.listenPorts, Ingress.inboundCIDRs, Ingress.securityGroupPrefixLists, Ingress.sslPolicy,
      Ingress.mutualAuthentication, Ingress.listenerAttributes, Ingress.frontendNLBListenerPortMapping,
      Ingress.frontendNLBHealthcheckSuccessCodes,
    ] + healthCheckNumbers + healthCheckTexts

  private func forEachFrontendAgreement(_ report: inout LintRule.Report, _ visit: Visit) {
    var targets: [Int32: [GroupStatement]] = [:]
    for index in group.members.indices {
      for (port, statement) in frontendTargets(of: index) { targets[port, default: []].append(statement) }
    }
    for (port, statements) in targets.sorted(by: { $0.key < $1.key }) where statements.count > 1 {
      visit("the ALB port behind the frontend NLB's port \(port)", agreement(statements), &report)
      let members = statements.map(\.member)
      for definition in Self.healthCheckNumbers + Self.healthCheckTexts {
        visit(AnnotationName.short(definition.key), healthCheck(definition, of: members), &report)
      }
      visit(
        AnnotationName.short(Ingress.frontendNLBHealthcheckSuccessCodes.key),
        healthCheck(Ingress.frontendNLBHealthcheckSuccessCodes, of: members, neverAgrees: true), &report)
    }
  }

  /// The ports of the NLB that a member asks for, with the port of the ALB behind each.
  private func frontendTargets(of index: Int) -> [Int32: GroupStatement] {
    guard let own = listeners[index] else { return [:] }
    func target(_ port: Int32, _ span: SourceSpan?) -> GroupStatement {
      GroupStatement(value: "\(port)", text: "\(port)", span: span, member: index)
    }
    guard let annotation = group.members[index].annotations[Ingress.frontendNLBListenerPortMapping.key],
      let pairs = AnnotationReader.pairs(annotation.value.value), !pairs.isEmpty
    else {
      return own.protocols.reduce(into: [:]) { $0[$1.key] = target($1.key, own.annotation?.value.span) }
    }
    let places = annotation.pairPlaces
    var targets: [Int32: GroupStatement] = [:]
    for (key, value) in pairs {
      guard let port: Int32 = try? GoText.parseInteger(key), let other: Int32 = try? GoText.parseInteger(value),
        own.protocols[other] != nil
      else { continue }
      targets[port] = target(other, places[key]?.value ?? annotation.value.span)
    }
    return targets
  }

  /// - Parameter neverAgrees: the controller compares addresses, so that two members contradict each other with equal
  ///   values too.
  private func healthCheck(
    _ definition: AnnotationDefinition, of members: [Int], neverAgrees: Bool = false
  ) -> GroupAgreement {
    agreement(
      members.lazy.compactMap { index in
        group.members[index].annotations[definition.key].map { annotation in
          let text = annotation.value.value
          let number: Int32? = definition.type == .int32 ? try? GoText.parseInteger(text) : nil
          return GroupStatement(
            value: neverAgrees ? "\(index)" : number.map { "\($0)" } ?? text, text: text.inWords,
            span: annotation.value.span, member: index)
        }
      })
  }
}
