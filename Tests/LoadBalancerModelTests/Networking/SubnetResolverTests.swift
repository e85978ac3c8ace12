import Manifests
import Testing

@testable import LoadBalancerModel

@Suite struct SubnetResolverTests {
  typealias Subnet = AWSFacts.Subnet

  private func resolver(_ subnets: [Subnet]?, _ change: (inout World) -> Void = { _ in }) -> SubnetResolver {
    SubnetResolver(
      world {
        $0.aws.subnets = subnets
        change(&$0)
      })
  }

  private func request(
    _ scheme: LoadBalancerScheme = .internal, type: LoadBalancerType = .application,
    ip: LoadBalancerIPAddressType = .ipv4
  ) -> SubnetResolver.Request {
    SubnetResolver.Request(loadBalancerType: type, scheme: scheme, ipAddressType: ip)
  }

  private func ids(_ planned: Planned<[ResolvedSubnet]>) -> [String?]? { planned.known?.map(\.id.known) }

  // MARK: Named

  private let named: [Subnet] = [
    .make("0a1", public: true, tags: ["Name": "front"]), .make("0b1", public: true, tags: ["Name": "front"]),
    .make("1a1", tags: ["Name": "back-a"]), .make("1b1", tags: ["Name": "back-b"]),
  ]

  private func resolve(_ items: [String], _ request: SubnetResolver.Request? = nil) -> String? {
    message { () throws(BuildFailure) in
      _ = try resolver(named).resolve(namesOrIDs: annotation(items), for: request ?? self.request())
    }
  }

  @Test func `ids and names keep the order written`() throws {
    let subnets = try resolver(named).resolve(namesOrIDs: annotation(["back-b", "subnet-0a1"]), for: request())
    #expect(ids(subnets) == ["subnet-1b1", "subnet-0a1"])
    #expect(subnets.known?.first?.facts?.availabilityZone == "us-west-2b")
  }

  @Test func `a name that two subnets share stands for one after the other`() throws {
    let subnets = try resolver(named.reversed()).resolve(namesOrIDs: annotation(["front", "front"]), for: request())
    #expect(ids(subnets) == ["subnet-0a1", "subnet-0b1"])
    #expect(
      resolve(["front", "front", "front"])
        == "failed to list subnets by names or IDs: subnet with Name tag \"front\" requested 3 times "
        + "but only 2 subnet(s) found with that name")
  }

  @Test func `what does not exist is refused, ids before names`() {
    #expect(
      resolve(["nowhere", "subnet-ffff"])
        == "failed to list subnets by names or IDs: "
        + "api error InvalidSubnetID.NotFound: The subnet ID 'subnet-ffff' does not exist")
    #expect(
      resolve(["nowhere", "subnet-1a1", "Back-b"])
        == "failed to list subnets by names or IDs: couldn't find all subnets, missing names: [nowhere Back-b]")
  }

  @Test func `an id that is written twice is refused`() {
    #expect(
      resolve(["subnet-1a1", "subnet-1a1"])
        == "failed to list subnets by names or IDs: couldn't find all subnets, "
        + "want: [subnet-1a1 subnet-1a1], found: [subnet-1a1]")
  }

  @Test func `a list without items is refused`() {
    #expect(resolve([]) == "unable to resolve at least one subnet")
  }

  @Test func `two subnets of one zone are refused`() {
    #expect(
      resolve(["subnet-1a1", "subnet-0a1"])
        == "multiple subnets in same Availability Zone us-west-2a: [subnet-1a1 subnet-0a1]")
  }

  @Test func `an application load balancer needs two subnets, a network load balancer one`() {
    #expect(resolve(["subnet-1a1"]) == "subnets count less than minimal required count: 1 < 2")
    #expect(resolve(["subnet-1a1"], request(type: .network)) == nil)
  }

  @Test func `dualstack needs IPv6 on every named subnet`() {
    #expect(
      resolve(["subnet-1a1", "subnet-1b1"], request(ip: .dualstack))
        == "subnets [subnet-1a1 subnet-1b1] do not have an associated IPv6 CIDR block, "
        + "which is required for dualstack load balancers")
  }

  @Test func `failures point at the annotation`() {
    do throws(BuildFailure) {
      _ = try resolver(named).resolve(namesOrIDs: annotation([]), for: request())
      Issue.record("not refused")
    } catch {
      #expect(error.culprits == [somewhere])
    }
  }

  // MARK: Not known

  @Test func `without the VPC's subnets ids pass through and names are unknown`() throws {
    let subnets = try resolver(nil).resolve(namesOrIDs: annotation(["subnet-1", "front", "front"]), for: request())
    #expect(ids(subnets) == ["subnet-1", nil, nil])
    #expect(subnets.known?.last?.id.missingFact == .subnets)
  }

  @Test func `without the VPC's subnets what manifests alone show is refused all the same`() {
    let request = request()
    func resolve(_ items: [String]) -> String? {
      message { () throws(BuildFailure) in
        _ = try resolver(nil).resolve(namesOrIDs: annotation(items), for: request)
      }
    }
    #expect(resolve([]) == "unable to resolve at least one subnet")
    #expect(resolve(["front"]) == "subnets count less than minimal required count: 1 < 2")
    #expect(resolve(["subnet-1", "subnet-1"])?.hasSuffix("want: [subnet-1 subnet-1], found: [subnet-1]") == true)
  }

  @Test func `without the VPC's subnets discovery is unknown`() throws {
    #expect(try resolver(nil).discover(for: request()).missingFact == .subnets)
  }

  // MARK: Discovery

  private func discover(
    _ subnets: [Subnet], _ request: SubnetResolver.Request? = nil, _ change: (inout World) -> Void = { _ in }
  ) throws(BuildFailure) -> [String?]? {
    ids(try resolver(subnets, change).discover(for: request ?? self.request()))
  }

  @Test func `discovery goes by the role's tag, empty or 1, sorted by id`() throws {
    let subnets: [Subnet] = [.make("1b1"), .make("1a1", role: ""), .make("1c1", role: "yes"), .make("0a1", public: true)]
    #expect(try discover(subnets) == ["subnet-1a1", "subnet-1b1"])
  }

  @Test func `without any role tag the route tables decide, unless the gate is off`() throws {
    let subnets: [Subnet] = [
      .make("0a1", public: true, role: nil), .make("0b1", public: true, role: nil), .make("1a1", role: nil),
      .make("1b1", role: nil),
    ]
    #expect(try discover(subnets) == ["subnet-1a1", "subnet-1b1"])
    #expect(try discover(subnets, request(.internetFacing)) == ["subnet-0a1", "subnet-0b1"])
    let refusal = message { () throws(BuildFailure) in
      _ = try discover(subnets) { $0.controller.featureGates[.subnetDiscoveryByReachability] = false }
    }
    #expect(
      refusal == "unable to resolve at least one subnet. Evaluated 0 subnets: 0 are tagged for other clusters, "
        + "and 0 have insufficient available IP addresses")
  }

  @Test func `of a zone the cluster's own subnet is taken, then the smallest id`() throws {
    let subnets: [Subnet] = [
      .make("1a1"), .make("1a9", tags: ["kubernetes.io/cluster/demo": "shared"]), .make("1b2"), .make("1b1"),
    ]
    #expect(try discover(subnets) == ["subnet-1a9", "subnet-1b1"])
  }

  @Test func `subnets of other clusters are passed over, unless the gate is off`() throws {
    let subnets: [Subnet] = [
      .make("1a1", tags: ["kubernetes.io/cluster/other": "owned"]), .make("1b1"), .make("1c1"),
      .make("1d1", tags: ["kubernetes.io/cluster/other": "owned", "kubernetes.io/cluster/demo": "owned"]),
    ]
    #expect(try discover(subnets) == ["subnet-1b1", "subnet-1c1", "subnet-1d1"])
    #expect(try discover(subnets) { $0.controller.featureGates[.subnetsClusterTagCheck] = false }?.count == 4)
  }

  @Test func `when none is left the reasons are counted in their order`() {
    let subnets: [Subnet] = [
      .make("1a1", free: 7, tags: ["kubernetes.io/cluster/other": "owned"]), .make("1b1", free: 7), .make("1c1"),
    ]
    let refusal = message { () throws(BuildFailure) in _ = try discover(subnets, request(ip: .dualstack)) }
    #expect(
      refusal == "unable to resolve at least one subnet. Evaluated 3 subnets: 1 are tagged for other clusters, "
        + "1 have insufficient available IP addresses, and 1 don't have an associated IPv6 CIDR block, "
        + "which is required for dualstack load balancers")
  }

  @Test func `eight free addresses are enough, and an unknown number is taken for enough`() throws {
    #expect(try discover([.make("1a1", free: 8), .make("1b1", free: nil)])?.count == 2)
  }

  @Test func `one subnet is enough with the gate and in a local zone`() throws {
    let one = [Subnet.make("1a1")]
    #expect(message { () throws(BuildFailure) in _ = try discover(one) } == "subnets count less than minimal required count: 1 < 2")
    #expect(try discover(one) { $0.controller.featureGates[.albSingleSubnet] = true }?.count == 1)
    #expect(try discover([.make("1a1", zoneType: "local-zone")])?.count == 1)
  }

  @Test func `subnets in different kinds of zone are refused`() {
    var outpost = Subnet.make("1b1")
    outpost.outpostARN = "arn:aws:outposts:us-west-2:111122223333:outpost/op-0"
    #expect(
      message { () throws(BuildFailure) in _ = try discover([.make("1a1"), outpost]) }
        == "subnets in multiple locales: [availability-zone outpost]")
    #expect(
      message { () throws(BuildFailure) in _ = try discover([.make("1a1", zoneType: "moon-base")]) }
        == "unknown zone type for subnet subnet-1a1: moon-base")
  }

  @Test func `without the cluster's name a cluster tag leaves the choice unknown`() throws {
    let subnets: [Subnet] = [.make("1a1"), .make("1b1", tags: ["kubernetes.io/cluster/demo": "owned"])]
    let planned = try resolver(subnets) { $0.controller.clusterName = nil }.discover(for: request())
    #expect(planned.missingFact == .clusterName)
    #expect(try discover([.make("1a1"), .make("1b1")]) { $0.controller.clusterName = nil }?.count == 2)
  }

  // MARK: Class parameters

  private func selector(
    ids: [String] = [], tags: [(String, [String])]? = nil
  ) -> IngressClassParams.SubnetSelector {
    IngressClassParams.SubnetSelector(
      ids: ids.map { Located($0, at: somewhere) },
      tags: tags?.map { (Located($0.0, at: somewhere), $0.1.map { Located($0, at: somewhere) }) }, span: somewhere)
  }

  @Test func `ids of class parameters come in the order of AWS`() throws {
    let selector = selector(ids: ["subnet-1b1", "subnet-1a1"])
    #expect(ids(try resolver(named).resolve(selector: selector, for: request())) == ["subnet-1a1", "subnet-1b1"])
    #expect(
      message { () throws(BuildFailure) in
        _ = try resolver(named).resolve(selector: self.selector(ids: ["subnet-ffff"]), for: request())
      }
        == "failed to list subnets by IDs: "
        + "api error InvalidSubnetID.NotFound: The subnet ID 'subnet-ffff' does not exist")
  }

  @Test func `tags of class parameters select by every key and any of its values`() throws {
    let subnets: [Subnet] = [
      .make("1a1", tags: ["team": "infra", "tier": "a"]), .make("1b1", tags: ["team": "infra", "tier": "b"]),
      .make("1c1", tags: ["team": "web", "tier": "a"]),
    ]
    let selector = selector(tags: [("team", ["infra"]), ("tier", ["a", "b"])])
    #expect(ids(try resolver(subnets).resolve(selector: selector, for: request())) == ["subnet-1a1", "subnet-1b1"])
    #expect(try resolver(nil).resolve(selector: selector, for: request()).missingFact == .subnets)
  }
}
