import LoadBalancerModel
import Manifests

/// A setting of the whole load balancer on which all members of a group that make it must agree.
///
/// What a class parameter hides, and what nobody reads, contradicts nothing.
struct ExclusiveSetting: Sendable {
  /// `scheme`; with a key `tag Env`.
  var name: String
  /// The annotations that it reads.
  var definitions: [AnnotationDefinition]
  /// What the members say, in member order; what cannot be read is left out.
  var statements: @Sendable (IngressGroup, World) -> [GroupStatement]

  typealias Ingress = AnnotationDefinition.Ingress

  /// In the controller's order. Source: `pkg/ingress/model_build_load_balancer.go` and its neighbours.
  static let all: [ExclusiveSetting] = [
    .text(Ingress.scheme, parameter: { $0.scheme }),
    .text(Ingress.ipAddressType, parameter: { $0.ipAddressType }),
    .subnets,
    .list(Ingress.securityGroups, ordered: true),
    .bool(Ingress.manageBackendSecurityGroupRules) { group, _ in group.hasOwnSecurityGroups },
    .text(Ingress.customerOwnedIPv4Pool, skipsEmpty: true),
    .pairs(Ingress.loadBalancerAttributes, "load balancer attribute") { group, _ in
      Set((group.members.first?.classParameters?.loadBalancerAttributes ?? []).map(\.key.value))
    },
    .tags,
    .text(Ingress.loadBalancerName, parameter: { nonEmpty($0.loadBalancerName) }),
    .pairs(Ingress.minimumLoadBalancerCapacity, "minimum capacity") { group, world in
      let isRead =
        world.controller.featureGates[.lbCapacityReservation]
        && group.members.first?.classParameters?.minimumCapacityUnits == nil
      return isRead ? [] : nil
    },
    .text(
      Ingress.ipamIPv4PoolID, skipsEmpty: true,
      isRead: { group, _ in group.members.first?.classParameters?.ipv4IPAMPoolID == nil }),
    .sslRedirect,
    .text(Ingress.wafv2ACLName, skipsEmpty: true, parameter: { nonEmpty($0.wafv2ACLName) }),
    .text(
      Ingress.wafv2ACLARN, isRead: { group, _ in !group.namesWebACL }, parameter: { nonEmpty($0.wafv2ACLARN) }),
    .classicWebACL,
    .bool(Ingress.shieldAdvancedProtection),
    .bool(Ingress.enableFrontendNLB),
    .text(Ingress.frontendNLBScheme, isRead: hasFrontendNLB),
    .list(Ingress.frontendNLBSecurityGroups, ordered: true, isRead: hasFrontendNLB),
    .list(Ingress.frontendNLBSubnets, ordered: false, isRead: hasFrontendNLB),
    .list(Ingress.frontendNLBEIPAllocations, ordered: false, isRead: hasFrontendNLB),
    .wholeMap(Ingress.frontendNLBTags, countsAbsent: false),
    .wholeMap(Ingress.frontendNLBAttributes, countsAbsent: true),
  ]

  private static func nonEmpty(_ text: Located<String>?) -> Located<String>? {
    text.flatMap { $0.value.isEmpty ? nil : $0 }
  }

  @Sendable private static func hasFrontendNLB(_ group: IngressGroup, _ world: World) -> Bool { group.hasFrontendNLB }
}

// MARK: Kinds

extension ExclusiveSetting {
  private typealias Condition = @Sendable (IngressGroup, World) -> Bool
  private typealias Parameter = @Sendable (IngressClassParams) -> Located<String>?

  /// A text that members must write alike.
  private static func text(
    _ definition: AnnotationDefinition, skipsEmpty: Bool = false, isRead: @escaping Condition = { _, _ in true },
    parameter: @escaping Parameter = { _ in nil }
  ) -> Self {
    Self(name: AnnotationName.short(definition.key), definitions: [definition]) { group, world in
      guard isRead(group, world) else { return [] }
      return group.statements { member, index in
        let text = member.classParameters.flatMap(parameter) ?? member.annotations[definition.key]?.value
        guard let text, !skipsEmpty || !text.value.isEmpty else { return [] }
        return [GroupStatement(value: text.value, text: text.value.inWords, span: text.span, member: index)]
      }
    }
  }

  /// A comma list; without order when only its items matter.
  private static func list(
    _ definition: AnnotationDefinition, ordered: Bool, isRead: @escaping Condition = { _, _ in true }
  ) -> Self {
    Self(name: AnnotationName.short(definition.key), definitions: [definition]) { group, world in
      guard isRead(group, world) else { return [] }
      return group.statements { member, index in
        guard let annotation = member.annotations[definition.key] else { return [] }
        return [listStatement(annotation, ordered: ordered, member: index)]
      }
    }
  }

  private static func listStatement(_ annotation: Annotation, ordered: Bool, member: Int) -> GroupStatement {
    let items = AnnotationReader.items(annotation.value.value)
    let compared = ordered ? items : GroupStatement.sorted(items)
    return GroupStatement(
      value: compared.joined(separator: ","), text: items.joined(separator: ",").inWords, span: annotation.value.span,
      member: member)
  }

  private static func bool(
    _ definition: AnnotationDefinition, isRead: @escaping Condition = { _, _ in true }
  ) -> Self {
    Self(name: AnnotationName.short(definition.key), definitions: [definition]) { group, world in
      guard isRead(group, world) else { return [] }
      return group.statements { member, index in
        guard let annotation = member.annotations[definition.key],
          let value = GoText.parseBool(annotation.value.value)
        else { return [] }
        return [GroupStatement(value: "\(value)", text: "\(value)", span: annotation.value.span, member: index)]
      }
    }
  }

  /// Pairs of which each key must agree.
  ///
  /// - Parameter settled: the keys that the class decides; `nil` when the annotation is not read at all.
  private static func pairs(
    _ definition: AnnotationDefinition, _ name: String,
    settled: @escaping @Sendable (IngressGroup, World) -> Set<String>?
  ) -> Self {
    Self(name: name, definitions: [definition]) { group, world in
      guard let settled = settled(group, world) else { return [] }
      return group.statements { member, index in
        guard let annotation = member.annotations[definition.key] else { return [] }
        return GroupStatement.pairs(of: annotation, except: settled, member: index)
      }
    }
  }

  /// Pairs that must be the same as a whole, in a frontend NLB.
  ///
  /// - Parameter countsAbsent: after a member that has the annotation none may lack it.
  private static func wholeMap(_ definition: AnnotationDefinition, countsAbsent: Bool) -> Self {
    Self(name: AnnotationName.short(definition.key), definitions: [definition]) { group, _ in
      guard group.hasFrontendNLB else { return [] }
      var isGiven = false
      return group.statements { member, index in
        guard let annotation = member.annotations[definition.key] else {
          guard countsAbsent, isGiven else { return [] }
          return [
            GroupStatement(
              value: "absent", text: "absent", span: member.ingress.metadata.name.span, member: index)
          ]
        }
        guard let pairs = AnnotationReader.pairs(annotation.value.value) else { return [] }
        isGiven = true
        let texts = Dictionary(pairs, uniquingKeysWith: { $1 }).map { "\($0)=\($1)" }
        return [
          GroupStatement(
            value: "{" + GroupStatement.sorted(texts).joined(separator: "\n"),
            text: annotation.value.value.inWords, span: annotation.value.span, member: index)
        ]
      }
    }
  }
}

// MARK: Settings of their own kind

extension ExclusiveSetting {
  /// Class parameters and annotations contradict each other by being there.
  private static let subnets = Self(name: "subnets", definitions: [Ingress.subnets]) { group, _ in
    group.statements { member, index in
      if let selector = member.classParameters?.subnets {
        let ids = selector.hasIDs ? selector.ids.map(\.value).joined(separator: ",") : "-"
        let tags = (selector.tags ?? []).map { "\($0.key.value)=\($0.values.map(\.value))" }
        let text = "class:\(ids):\(selector.tags == nil)" + GroupStatement.sorted(tags).joined(separator: "\n")
        return [
          GroupStatement(value: text, text: "set by the class", span: selector.span, member: index)
        ]
      }
      guard let annotation = member.annotations[Ingress.subnets.key] else { return [] }
      return [listStatement(annotation, ordered: false, member: index)]
    }
  }

  /// The tags of a member's class hide those of its annotation.
  private static let tags = Self(name: "tag", definitions: [Ingress.tags]) { group, _ in
    group.statements { member, index in
      var statements: [GroupStatement] = []
      var settled: Set<String> = []
      for tag in (member.classParameters?.tags ?? []).reversed() where settled.insert(tag.key.value).inserted {
        statements.append(
          GroupStatement(
            key: tag.key.value, value: tag.value.value, text: tag.value.value.inWords, span: tag.value.span,
            member: index))
      }
      if let annotation = member.annotations[Ingress.tags.key] {
        statements += GroupStatement.pairs(of: annotation, except: settled, member: index)
      }
      return statements
    }
  }

  /// A class parameter that is no number switches the redirect off for the whole group.
  private static let sslRedirect = Self(name: "ssl-redirect", definitions: [Ingress.sslRedirect]) { group, _ in
    let isOff = group.members.contains { member in
      guard let text = member.classParameters?.sslRedirectPort?.value, !text.isEmpty else { return false }
      return (try? GoText.parseInteger(text) as Int32) == nil
    }
    guard !isOff else { return [] }
    return group.statements { member, index in
      guard let redirect = member.sslRedirect else { return [] }
      return [
        GroupStatement(value: "\(redirect.port)", text: "\(redirect.port)", span: redirect.span, member: index)
      ]
    }
  }

  /// The old key counts where the new one is absent.
  private static let classicWebACL = Self(
    name: "waf-acl-id", definitions: [Ingress.wafACLID, Ingress.webACLID]
  ) { group, _ in
    group.statements { member, index in
      guard
        let annotation = member.annotations[Ingress.wafACLID.key] ?? member.annotations[Ingress.webACLID.key],
        !annotation.value.value.isEmpty
      else { return [] }
      let text = annotation.value.value
      return [GroupStatement(value: text, text: text, span: annotation.value.span, member: index)]
    }
  }
}

// MARK: Reading

extension GroupStatement {
  /// Each pair of a `key=value` list; none for a text that cannot be read.
  static func pairs(of annotation: Annotation, except settled: Set<String> = [], member: Int) -> [GroupStatement] {
    guard let pairs = AnnotationReader.pairs(annotation.value.value) else { return [] }
    let places = annotation.pairPlaces
    return Dictionary(pairs, uniquingKeysWith: { $1 }).filter { !settled.contains($0.key) }.map { key, value in
      GroupStatement(
        key: key, value: value, text: value.inWords, span: places[key]?.value ?? annotation.value.span, member: member)
    }
  }

  static func sorted(_ items: [String]) -> [String] { GoText.sortedBytewise(items) }
}

extension String {
  /// As a message says it: long texts are cut, none is `empty`.
  var inWords: String {
    if isEmpty { return "empty" }
    return utf8.count > 80 ? "\(prefix(60))…" : self
  }
}

extension IngressGroup {
  /// What each member says, in member order.
  func statements(_ of: (IngressGroupMember, Int) -> [GroupStatement]) -> [GroupStatement] {
    members.enumerated().flatMap { of($0.element, $0.offset) }
  }

  /// Some member names security groups of its own.
  fileprivate var hasOwnSecurityGroups: Bool {
    members.contains { member in
      member.annotations[AnnotationDefinition.Ingress.securityGroups.key].map {
        !AnnotationReader.items($0.value.value).isEmpty
      } ?? false
    }
  }

  /// Some member names a web ACL by its name, which hides all ARNs.
  fileprivate var namesWebACL: Bool {
    members.contains { member in
      if member.classParameters?.wafv2ACLName?.value.isEmpty == false { return true }
      return member.annotations[AnnotationDefinition.Ingress.wafv2ACLName.key]?.value.value.isEmpty == false
    }
  }

  /// The members that say anything about it want a frontend NLB.
  var hasFrontendNLB: Bool {
    let texts = members.compactMap { $0.annotations[AnnotationDefinition.Ingress.enableFrontendNLB.key]?.value.value }
    return !texts.isEmpty && texts.allSatisfy { GoText.parseBool($0) == true }
  }
}
