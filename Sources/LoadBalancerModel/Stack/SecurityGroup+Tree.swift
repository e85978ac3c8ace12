extension SecurityGroup {
  /// Mirrors `SecurityGroupSpec` in `pkg/model/ec2/security_group.go`.
  var tree: PlanNode {
    var spec = PlanObject()
    spec.add("groupName", .planned(name))
    spec.add("description", description)
    spec.add(tags: tags)
    spec.add("ingress", unlessEmpty: permissions.map(\.tree))
    return spec.node
  }
}

extension SecurityGroup.Permission {
  fileprivate var tree: PlanNode {
    var permission = PlanObject()
    permission.add("ipProtocol", ipProtocol)
    permission.add("fromPort", .number(fromPort))
    permission.add("toPort", .number(toPort))
    let (list, member, value) =
      switch peer {
      case .ipv4(let cidr): ("ipRanges", "cidrIP", cidr)
      case .ipv6(let cidr): ("ipv6Ranges", "cidrIPv6", cidr)
      case .prefixList(let id): ("prefixLists", "listID", id)
      }
    var range = PlanObject()
    range.add(member, .text(value, from: origin))
    permission.add(list, PlanNode(.list([range.node])))
    var node = permission.node
    node.origin = origin
    return node
  }
}
