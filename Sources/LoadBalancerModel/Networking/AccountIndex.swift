/// What AWS would look up in its tables: positions in the lists of the facts, made once per world, so that a look-up for
/// one of many thousand objects does not walk the account.
final class AccountIndex: Sendable {
  /// Of `certificates`, by a domain without a star.
  let certificatesByDomain: [String: [Int]]
  /// Of `certificates`, by what follows the star of a domain: `.example.com`.
  let certificatesByWildcard: [String: [Int]]
  /// Of `securityGroups`.
  let securityGroupsByID: [String: Int]
  let securityGroupsByName: [String: [Int]]
  /// Of `subnets`.
  let subnetsByID: [String: Int]
  let subnetsByName: [String: [Int]]
  /// Some subnet is tagged as one of a cluster.
  let hasSubnetsOfClusters: Bool
  /// Of `loadBalancers`, by the value of the tag that names the stack.
  let loadBalancersByStack: [String: [Int]]
  /// `nil` where the list is not known.
  let trustStores: [String: String]?
  let targetGroups: [String: String]?
  let webACLs: [String: String]?

  init(_ facts: AWSFacts) {
    var (exact, wildcard): ([String: [Int]], [String: [Int]]) = ([:], [:])
    for (position, certificate) in (facts.certificates ?? []).enumerated() {
      for domain in certificate.domains {
        if domain.utf8.starts(with: "*.".utf8) {
          wildcard[String(domain.unicodeScalars.dropFirst()), default: []].append(position)
        } else {
          exact[domain, default: []].append(position)
        }
      }
    }
    certificatesByDomain = exact
    certificatesByWildcard = wildcard
    securityGroupsByID = Self.positions(of: facts.securityGroups ?? [], by: \.id)
    securityGroupsByName = Self.grouped(facts.securityGroups ?? []) { $0.tags["Name"] }
    subnetsByID = Self.positions(of: facts.subnets ?? [], by: \.id)
    subnetsByName = Self.grouped(facts.subnets ?? []) { $0.tags["Name"] }
    hasSubnetsOfClusters = facts.subnets?.contains { $0.hasClusterTag } ?? false
    var stacks: [String: [Int]] = [:]
    for (position, loadBalancer) in (facts.loadBalancers ?? []).enumerated() {
      for tag in StackTag.allCases {
        if let stack = loadBalancer.tags[tag.rawValue] { stacks[tag.key(of: stack), default: []].append(position) }
      }
    }
    loadBalancersByStack = stacks
    trustStores = facts.trustStores.map(Self.arnsByName)
    targetGroups = facts.targetGroups.map(Self.arnsByName)
    webACLs = facts.webACLs.map(Self.arnsByName)
  }

  /// The tag by which the controller knows the stack of a resource.
  enum StackTag: String, CaseIterable {
    case ingress = "ingress.k8s.aws/stack"
    case service = "service.k8s.aws/stack"

    /// The key of `loadBalancersByStack`.
    func key(of stack: String) -> String { "\(rawValue)=\(stack)" }
  }

  /// Of several elements with one key the first counts.
  private static func positions<Element>(of list: [Element], by key: (Element) -> String) -> [String: Int] {
    Dictionary(list.enumerated().map { (key($0.element), $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  private static func grouped<Element>(_ list: [Element], by key: (Element) -> String?) -> [String: [Int]] {
    var groups: [String: [Int]] = [:]
    for (position, element) in list.enumerated() {
      if let key = key(element) { groups[key, default: []].append(position) }
    }
    return groups
  }

  private static func arnsByName(_ resources: [AWSFacts.NamedResource]) -> [String: String] {
    Dictionary(resources.map { ($0.name, $0.arn) }, uniquingKeysWith: { first, _ in first })
  }
}

extension AWSFacts.Subnet {
  /// It is tagged as a subnet of some cluster.
  var hasClusterTag: Bool { tags.keys.contains { $0.utf8.starts(with: "kubernetes.io/cluster".utf8) } }
}
