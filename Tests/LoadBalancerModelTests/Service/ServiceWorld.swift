import LoadBalancerModel
import Manifests

/// Small worlds written as YAML, for the tests of the Service side.
enum ServiceWorld {
  static let prefix = "service.beta.kubernetes.io/"

  /// A Service `games/lobby` of type LoadBalancer with one TCP port. Annotations without a prefix get the long one.
  static func service(
    _ annotations: [String: String] = [:], name: String = "lobby", type: String = "LoadBalancer",
    ports: [String] = ["{name: http, port: 80, targetPort: 8080, nodePort: 31080}"], spec: String = ""
  ) -> String {
    var text = "apiVersion: v1\nkind: Service\nmetadata:\n  namespace: games\n  name: \(name)\n"
    text += "  uid: 22222222-3333-4444-5555-666666666666\n"
    if !annotations.isEmpty { text += "  annotations:\n" }
    for (key, value) in annotations.sorted(by: { $0.key < $1.key }) {
      text += "    \(long(key)): '\(value.replacing("'", with: "''"))'\n"
    }
    text += "spec:\n  type: \(type)\n"
    if !ports.isEmpty { text += "  ports:\n" }
    for port in ports { text += "  - \(port)\n" }
    return text + spec + "\n---\n"
  }

  /// The whole key of an annotation.
  static func long(_ key: String) -> String {
    if key.contains("/") { return key }
    let isShort = key.hasPrefix("actions.") || key == "load-balancer-source-ranges"
    return prefix + (isShort ? key : "aws-load-balancer-\(key)")
  }

  /// A world with two public and two private subnets, in which every name is known.
  static func read(_ manifests: String, isComplete: Bool = true) -> World {
    let file = SourceFile(id: FileID(0), name: "test.yaml", bytes: Array(manifests.utf8))
    var world = World(objects: readManifests([file]), isComplete: isComplete)
    world.controller.clusterName = "demo"
    world.aws.vpcID = "vpc-0abc"
    world.aws.vpcCIDRs = ["10.0.0.0/16"]
    world.aws.vpcIPv6CIDRs = []
    world.aws.backendSecurityGroup = "sg-0backend"
    world.aws.securityGroups = []
    world.aws.loadBalancers = []
    world.aws.subnets = [("a", false), ("b", false), ("a", true), ("b", true)].enumerated().map { index, place in
      var subnet = AWSFacts.Subnet(
        id: "subnet-\(place.1 ? "1" : "0")\(place.0)", availabilityZone: "us-west-2\(place.0)",
        availabilityZoneID: "usw2-\(place.0)", cidrBlock: "10.0.\(index * 16).0/20")
      subnet.availableIPAddressCount = 100
      subnet.isPublic = place.1
      subnet.zoneType = "availability-zone"
      subnet.tags = [place.1 ? "kubernetes.io/role/elb" : "kubernetes.io/role/internal-elb": "1"]
      return subnet
    }
    return world
  }

  /// The stack of the Service with this name.
  static func build(_ world: World, _ name: String = "lobby") throws -> LoadBalancerStack {
    let service = world.objects.service(ObjectName(namespace: "games", name: name))
    guard let service else { throw NoService() }
    return try ServiceModelBuilder(service, in: world).build()
  }

  static func failure(_ world: World) -> BuildFailure? {
    do {
      _ = try build(world)
      return nil
    } catch {
      return error as? BuildFailure
    }
  }

  /// The words with which the controller refuses a Service with these annotations; `nil` where it builds it.
  static func refusal(
    _ annotations: [String: String], ports: [String] = ["{name: http, port: 80, targetPort: 8080, nodePort: 31080}"]
  ) -> String? {
    failure(read(service(annotations, ports: ports)))?.message
  }

  struct NoService: Error {}
}

extension World {
  /// The text of the first file at a span of one line, for tests of places.
  func text(at span: SourceSpan?, in manifests: String) -> String? {
    guard let span, span.start.line == span.end.line else { return nil }
    let lines = manifests.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(Int(span.start.line) - 1) else { return nil }
    let scalars = Array(lines[Int(span.start.line) - 1].unicodeScalars)
    let range = Int(span.start.column) - 1..<Int(span.end.column) - 1
    guard range.upperBound <= scalars.count else { return nil }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }
}
