import LoadBalancerModel
import Manifests

/// Who may reach what: the security group of the load balancer first, then nodes and pods.
extension StackWords {
  /// What the managed security group of a load balancer lets in; `nil` when it has no managed group.
  func clientOpenings(_ loadBalancer: LoadBalancer) -> OutlineSection? {
    guard let group = managedGroup(of: loadBalancer) else { return nil }
    var section = OutlineSection("Open to clients")
    guard !group.permissions.isEmpty else {
      section.paragraph("\("nothing: the security group has no rule, so no client gets in", .caution)")
      return section
    }
    var openings = KeyPositions<Opening>()
    var sources: [[SecurityGroup.Permission]] = []
    for permission in group.permissions {
      let (isNew, position) = openings.insert(Opening(permission))
      if isNew { sources.append([]) }
      sources[position].append(permission)
    }
    section.items.append(.table(table(openings.keys, sources, of: loadBalancer)))
    return section
  }

  private func table(
    _ openings: [Opening], _ sources: [[SecurityGroup.Permission]], of loadBalancer: LoadBalancer
  ) -> OutlineTable {
    // Openings with the same sources share a row: "tcp 80, tcp 443 from 0.0.0.0/0".
    var rows = KeyPositions<[SecurityGroup.Permission.Peer]>()
    var grouped: [(openings: [Opening], permissions: [SecurityGroup.Permission], origins: [Origin])] = []
    for (opening, permissions) in zip(openings, sources) {
      let (isNew, row) = rows.insert(permissions.map(\.peer))
      if isNew { grouped.append(([], permissions, [])) }
      grouped[row].openings.append(opening)
      grouped[row].origins += permissions.map(\.origin)
    }
    var table = OutlineTable(
      [.init("port", isFlexible: true), .init("from", isFlexible: true), .init("note")], hidesTitles: true)
    for row in grouped {
      let isOpen = row.permissions.contains { $0.peer.isEverybody }
      table.rows.append(
        .init(
          [
            row.openings.map(\.words).joined(), "from \(row.permissions.map(\.peer.words).unique.joined("and"))",
            isOpen ? openness(of: loadBalancer) : "",
          ],
          origins: row.origins.unique, mark: isOpen ? .openToWorld : nil))
    }
    return table
  }

  /// How far "everybody" reaches.
  private func openness(of loadBalancer: LoadBalancer) -> PlanText {
    loadBalancer.scheme.isKnown(.internal)
      ? "\("open to all that reaches the VPC", .openToWorld)" : "\("open to the world", .openToWorld)"
  }

  func managedGroup(of loadBalancer: LoadBalancer) -> SecurityGroup? {
    for group in loadBalancer.securityGroups.known ?? [] {
      if case .reference(let reference)? = group.known {
        return stack.securityGroups.first { $0.id == reference.id }
      }
    }
    return nil
  }

  /// What the controller opens in the security groups of nodes and pods so that the load balancer gets through.
  func targetOpenings() -> OutlineSection? {
    struct Key: Hashable {
      var ports: PlanText
      var peers: PlanText
    }
    var section = OutlineSection("Opened on nodes and pods")
    var keys = KeyPositions<Key>()
    var groups: [(labels: [PlanText], isOpen: Bool, origins: [Origin])] = []
    for binding in stack.targetGroupBindings {
      for rule in binding.networking?.ingress ?? [] {
        let place = binding.targetType.known.map { $0 == .ip ? "on pods" : "on nodes" } ?? ""
        let ports = words(rule.ports)
        let key = Key(ports: place.isEmpty ? ports : "\(ports) \(words: place)", peers: words(rule.from))
        let (isNew, position) = keys.insert(key)
        if isNew { groups.append(([], rule.from.known??.contains { $0.isEverybody } ?? false, [])) }
        groups[position].labels.append(targetGroupLabels[binding.id] ?? PlanText(verbatim: binding.id))
        groups[position].origins += [rule.ports.origin, rule.from.origin]
      }
    }
    var table = OutlineTable(
      [.init("port", isFlexible: true), .init("from", isFlexible: true), .init("for", isFlexible: true)],
      hidesTitles: true)
    for (key, group) in zip(keys.keys, groups) {
      var target: PlanText = "for \(group.labels.joined())"
      if group.isOpen { target = "\("open to the world", .openToWorld) \(target)" }
      table.rows.append(
        .init(
          [key.ports, "from \(key.peers)", target], origins: group.origins.unique,
          mark: group.isOpen ? .openToWorld : nil))
    }
    if !table.rows.isEmpty { section.items.append(.table(table)) }
    let closed = stack.targetGroupBindings.filter { $0.networking == nil }
    if !closed.isEmpty {
      let labels = closed.map { targetGroupLabels[$0.id] ?? PlanText(verbatim: $0.id) }.joined()
      section.paragraph(
        """
        \("nothing for", .caution) \(labels): the controller adds no rule to the groups of nodes and pods; they must let \
        the load balancer in by themselves
        """
      )
    }
    return section.items.isEmpty ? nil : section
  }

  private func words(_ ports: Planned<[TargetGroupBinding.Networking.Port]?>) -> PlanText {
    guard let known = ports.known else { return .unknown }
    guard let ports = known, !ports.isEmpty else { return "no port" }
    return ports.map { port -> PlanText in
      let name = port.protocol == "TCP" || port.protocol == "UDP" ? port.protocol.lowercased() : port.protocol
      guard let number = port.port else { return "every \(words: name) port" }
      return "\(words: name) \(.planned(number) { PlanText(verbatim: $0.description) })"
    }.joined()
  }

  private func words(_ peers: Planned<[TargetGroupBinding.Networking.Peer]?>) -> PlanText {
    guard let known = peers.known else { return .unknown(peers.missingFact ?? .vpcCIDRs) }
    guard let peers = known, !peers.isEmpty else { return "nobody" }
    return peers.map { peer -> PlanText in
      switch peer {
      case .ipBlock(let cidr): peer.isEverybody ? .planned(cidr).marked(.openToWorld) : .planned(cidr)
      case .securityGroup(let group): words(securityGroup: group)
      }
    }.unique.joined("and")
  }

  /// A security group as a reader knows it.
  func words(securityGroup group: Planned<Identifier>) -> PlanText {
    switch group.knowledge {
    case .unknown(.backendSecurityGroup): "the shared backend group"
    case .unknown: .unknown
    case .known(.reference(let reference)):
      stack.securityGroups.first { $0.id == reference.id }.map { "the managed group \(.planned($0.name))" }
        ?? PlanText(verbatim: reference.id)
    case .known(.literal(let id)):
      isSharedBackend(id) ? "the shared backend group \(verbatim: id)" : PlanText(verbatim: id)
    }
  }

  private func isSharedBackend(_ id: String) -> Bool {
    id == world.aws.backendSecurityGroup || id == world.controller.flags.backendSecurityGroup
  }
}

/// A protocol and a port range of a security group rule.
private struct Opening: Hashable {
  var ipProtocol: String
  var fromPort: Int32
  var toPort: Int32

  init(_ permission: SecurityGroup.Permission) {
    ipProtocol = permission.ipProtocol
    fromPort = permission.fromPort
    toPort = permission.toPort
  }

  var words: PlanText {
    switch ipProtocol {
    // For ICMP the two numbers are a type and a code.
    case "icmp", "icmpv6": "\(words: ipProtocol) type \(fromPort) code \(toPort)"
    case "tcp", "udp": "\(words: ipProtocol) \(ports)"
    default: "\(verbatim: ipProtocol) \(ports)"
    }
  }

  private var ports: PlanText { fromPort == toPort ? "\(fromPort)" : "\(fromPort)-\(toPort)" }
}

extension SecurityGroup.Permission.Peer {
  /// The source is the whole address space.
  var isEverybody: Bool {
    switch self {
    case .ipv4(let cidr), .ipv6(let cidr): isWholeAddressSpace(cidr)
    case .prefixList: false
    }
  }

  var words: PlanText {
    switch self {
    case .ipv4(let cidr), .ipv6(let cidr): PlanText(verbatim: cidr, isEverybody ? .openToWorld : nil)
    case .prefixList(let id): "prefix list \(verbatim: id)"
    }
  }
}

extension TargetGroupBinding.Networking.Peer {
  fileprivate var isEverybody: Bool {
    if case .ipBlock(let cidr) = self { cidr.known.map(isWholeAddressSpace) ?? false } else { false }
  }
}

/// Whatever the address: a prefix of no bits holds all of them.
private func isWholeAddressSpace(_ cidr: String) -> Bool {
  guard let slash = cidr.utf8.lastIndex(of: UInt8(ascii: "/")) else { return false }
  let length = cidr.utf8[cidr.utf8.index(after: slash)...]
  return !length.isEmpty && length.allSatisfy { $0 == UInt8(ascii: "0") }
}
