/// Finds the ids of security groups that a manifest names.
///
/// Source: `pkg/networking/security_group_resolver.go`.
package struct SecurityGroupResolver: Sendable {
  /// In the order in which AWS answers; `nil` while they are not known.
  let groups: [AWSFacts.ExistingSecurityGroup]?

  package init(_ world: World) { groups = world.aws.securityGroups }

  /// Ids: first those written as ids (`sg-…`), then those found by their `Name` tag, each in AWS's order.
  ///
  /// Where the VPC's groups are not known, ids pass through and each name stands for one unknown id.
  package func resolve(namesOrIDs: Planned<[String]>) throws(BuildFailure) -> Planned<[Planned<String>]> {
    let origin = namesOrIDs.origin
    let items: [String]
    switch namesOrIDs.knowledge {
    case .unknown(let fact): return Planned(unknown: fact, from: origin)
    case .known(let known): items = known
    }
    let ids = items.filter(isID)
    let names = distinct(items.filter { !isID($0) })
    let answers = [ids.isEmpty ? nil : find(ids: ids), names.isEmpty ? nil : find(names: names)].compactMap(\.self)
    let problems = answers.compactMap(\.problem)
    guard problems.isEmpty else {
      throw BuildFailure(
        "unknown-security-group", "couldn't find all security groups: \(problems.joined(separator: ", "))",
        at: origin.spans)
    }
    return Planned(answers.flatMap(\.ids).map { Planned($0, from: origin) }, from: origin)
  }

  /// What one query brings: ids, or a text that says what went wrong.
  private struct Answer {
    var ids: [Planned<String>.Knowledge] = []
    var problem: String?
  }

  private func find(ids: [String]) -> Answer {
    let found: [String]
    if let groups {
      let known = Set(groups.map(\.id))
      if let missing = ids.first(where: { !known.contains($0) }) {
        return Answer(problem: "api error InvalidGroup.NotFound: The security group '\(missing)' does not exist")
      }
      let wanted = Set(ids)
      found = groups.map(\.id).filter(wanted.contains)
    } else {
      found = distinct(ids)
    }
    guard found.count == ids.count else { return Answer(problem: mismatch("ids", ids, found)) }
    return Answer(ids: found.map { .known($0) })
  }

  private func find(names: [String]) -> Answer {
    guard let groups else { return Answer(ids: names.map { _ in .unknown(.securityGroups) }) }
    let wanted = Set(names)
    let found = groups.filter { $0.tags["Name"].map(wanted.contains) ?? false }
    let foundNames = distinct(found.compactMap { $0.tags["Name"] })
    guard foundNames.count == names.count else { return Answer(problem: mismatch("names", names, foundNames)) }
    return Answer(ids: found.map { .known($0.id) })
  }

  private func mismatch(_ noun: String, _ wanted: [String], _ found: [String]) -> String {
    "requested \(noun) [\(wanted.joined(separator: ", "))] but found [\(found.joined(separator: ", "))]"
  }

  private func isID(_ item: String) -> Bool { item.utf8.starts(with: "sg-".utf8) }
}

extension Assumption {
  /// That the VPC has the security groups that are named; `nil` where the look-up found them all.
  package static func securityGroupsExist(_ resolved: Planned<[Planned<String>]>) -> Assumption? {
    let isKnown = resolved.known?.allSatisfy { $0.missingFact == nil } == true
    return isKnown
      ? nil : Assumption(.securityGroups, "the VPC has the security groups that are named", at: resolved.origin.spans)
  }
}
