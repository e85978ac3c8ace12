extension SecurityGroup {
  /// Mirrors `SecurityGroupSpec` in `pkg/model/ec2/security_group.go`.
  func write(to plan: inout some PlanSink) {
    plan.object { plan in
      plan.member("groupName", name)
      plan.member("description", description)
      plan.member(tags: tags)
      plan.list("ingress", unlessEmpty: permissions) { $1.write(to: &$0) }
    }
  }
}

extension SecurityGroup.Permission {
  fileprivate func write(to plan: inout some PlanSink) {
    let (list, member, value): (StaticString, StaticString, String) =
      switch peer {
      case .ipv4(let cidr): ("ipRanges", "cidrIP", cidr)
      case .ipv6(let cidr): ("ipv6Ranges", "cidrIPv6", cidr)
      case .prefixList(let id): ("prefixLists", "listID", id)
      }
    plan.object(from: origin) { plan in
      plan.member("ipProtocol", ipProtocol)
      plan.member("fromPort", fromPort)
      plan.member("toPort", toPort)
      plan.list(list, [value]) { plan, value in
        plan.object { $0.member(member, value, from: origin) }
      }
    }
  }
}
