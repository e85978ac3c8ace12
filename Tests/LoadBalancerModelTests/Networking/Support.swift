import Manifests

@testable import LoadBalancerModel

/// A place for literals in tests.
let somewhere = SourceSpan(
  file: FileID(0), start: SourcePosition(line: 3, column: 5), end: SourcePosition(line: 3, column: 9))

extension AWSFacts.Subnet {
  /// `subnet-{name}` in the zone that the name's second letter tells, with room and with the role's tag.
  static func make(
    _ name: String, public isPublic: Bool = false, role: String? = "1", ipv6: Bool = false, free: Int? = 4000,
    zoneType: String? = nil, tags: [String: String] = [:]
  ) -> AWSFacts.Subnet {
    let zone = name.dropFirst().prefix(1)
    var subnet = AWSFacts.Subnet(
      id: "subnet-\(name)", availabilityZone: "us-west-2\(zone)", availabilityZoneID: "usw2-\(zone)",
      cidrBlock: "10.0.0.0/20")
    subnet.isPublic = isPublic
    subnet.availableIPAddressCount = free
    subnet.ipv6CIDRBlocks = ipv6 ? ["2600:1f13:0:10::/64"] : []
    subnet.zoneType = zoneType
    subnet.tags = tags
    if let role { subnet.tags[isPublic ? "kubernetes.io/role/elb" : "kubernetes.io/role/internal-elb"] = role }
    return subnet
  }
}

func world(_ change: (inout World) -> Void) -> World {
  var world = World(objects: KubernetesObjects())
  world.controller.clusterName = "demo"
  change(&world)
  return world
}

func annotation<Value>(_ value: Value) -> Planned<Value> {
  Planned(value, from: Origin(.annotation("x"), at: [somewhere]))
}

func message(_ body: () throws(BuildFailure) -> Void) -> String? {
  do throws(BuildFailure) {
    try body()
    return nil
  } catch {
    return error.message
  }
}
