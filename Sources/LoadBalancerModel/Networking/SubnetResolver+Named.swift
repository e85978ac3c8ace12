import Manifests

/// Subnets that a manifest names.
extension SubnetResolver {
  /// `listSubnetsByNameOrIDs`: ids are looked up before names, the result is in the order written.
  func find(namesOrIDs items: [String], at origin: Origin) throws(BuildFailure) -> [ResolvedSubnet] {
    let ids = items.filter(isID)
    let names = items.filter { !isID($0) }
    if !ids.isEmpty { _ = try find(ids: ids, at: origin) }
    guard let subnets else {
      return items.map { item in
        ResolvedSubnet(
          id: isID(item) ? Planned(item, from: origin) : Planned(unknown: .subnets, from: origin), facts: nil)
      }
    }
    let byName = try find(names: names, in: subnets, at: origin)
    var uses: [String: Int] = [:]
    var resolved: [ResolvedSubnet] = []
    for item in items {
      if isID(item) {
        guard let position = account.subnetsByID[item] else {
          throw BuildFailure("unknown-subnet", "subnet ID not found: \(item)", at: origin.spans)
        }
        resolved.append(ResolvedSubnet(id: Planned(item, from: origin), facts: subnets[position]))
        continue
      }
      // A name that several subnets carry stands for the next of them each time it is written.
      let named = byName[item] ?? []
      let use = uses[item, default: 0]
      guard use < named.count else {
        throw BuildFailure(
          "subnet-name-repeated",
          "subnet with Name tag \(GoText.quote(item)) requested \(use + 1) times "
            + "but only \(named.count) subnet(s) found with that name",
          at: origin.spans)
      }
      uses[item] = use + 1
      resolved.append(ResolvedSubnet(id: Planned(named[use].id, from: origin), facts: named[use]))
    }
    return resolved
  }

  /// `listSubnetsByIDs`: in AWS's order; as written while the VPC's subnets are not known.
  func find(ids: [String], at origin: Origin) throws(BuildFailure) -> [ResolvedSubnet] {
    let found: [ResolvedSubnet]
    if let subnets {
      if let missing = ids.first(where: { account.subnetsByID[$0] == nil }) {
        throw BuildFailure(
          "unknown-subnet",
          "api error InvalidSubnetID.NotFound: The subnet ID '\(missing)' does not exist", at: origin.spans)
      }
      found = Set(ids.compactMap { account.subnetsByID[$0] }).sorted().map { position in
        ResolvedSubnet(id: Planned(subnets[position].id, from: origin), facts: subnets[position])
      }
    } else {
      found = distinct(ids).map { ResolvedSubnet(id: Planned($0, from: origin), facts: nil) }
    }
    guard found.count == ids.count else {
      throw BuildFailure(
        "subnet-repeated",
        "couldn't find all subnets, want: \(GoText.list(ids)), found: \(GoText.list(found.compactMap(\.id.known)))",
        at: origin.spans)
    }
    return found
  }

  /// `listSubnetsByNames`: for each name its subnets, by id.
  private func find(
    names: [String], in subnets: [AWSFacts.Subnet], at origin: Origin
  ) throws(BuildFailure) -> [String: [AWSFacts.Subnet]] {
    guard !names.isEmpty else { return [:] }
    var byName: [String: [AWSFacts.Subnet]] = [:]
    for name in names { byName[name] = (account.subnetsByName[name] ?? []).map { subnets[$0] } }
    let missing = distinct(names).filter { byName[$0]?.isEmpty ?? true }
    guard missing.isEmpty else {
      throw BuildFailure(
        "unknown-subnet", "couldn't find all subnets, missing names: \(GoText.list(missing))", at: origin.spans)
    }
    return byName.mapValues { $0.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) } }
  }

  private func isID(_ item: String) -> Bool { item.utf8.starts(with: "subnet-".utf8) }
}

/// The items without repetitions, in the order of their first mention.
func distinct(_ items: [String]) -> [String] {
  var seen: Set<String> = []
  return items.filter { seen.insert($0).inserted }
}
