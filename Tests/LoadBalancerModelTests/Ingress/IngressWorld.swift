import LoadBalancerModel
import Manifests

/// Small worlds written as YAML, for the tests of the Ingress side.
enum IngressWorld {
  /// A class `alb` of the controller and a Service `shop/web`, to which tests add their Ingresses.
  static let classAndService = """
    apiVersion: networking.k8s.io/v1
    kind: IngressClass
    metadata: {name: alb}
    spec: {controller: ingress.k8s.aws/alb}
    ---
    apiVersion: v1
    kind: Service
    metadata: {namespace: shop, name: web, uid: 11111111-2222-3333-4444-555555555555}
    spec:
      type: NodePort
      ports: [{name: http, port: 80, targetPort: 8080, nodePort: 30080}]
    ---

    """

  /// An Ingress with one path to `web:80`.
  static func ingress(
    _ name: String = "web", namespace: String = "shop", annotations: [String: String] = [:],
    className: String? = "alb", spec: String? = nil
  ) -> String {
    var text = "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n"
    text += "  namespace: \(namespace)\n  name: \(name)\n"
    if !annotations.isEmpty {
      text += "  annotations:\n"
      for (key, value) in annotations.sorted(by: { $0.key < $1.key }) {
        let name = key.contains("/") ? key : "alb.ingress.kubernetes.io/\(key)"
        text += "    \(name): '\(value.replacing("'", with: "''"))'\n"
      }
    }
    text += "spec:\n"
    if let className { text += "  ingressClassName: '\(className)'\n" }
    text +=
      spec ?? """
          rules:
          - http:
              paths:
              - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

        """
    return text + "\n---\n"
  }

  static func read(
    _ manifests: String, isComplete: Bool = true, set: (inout ControllerConfiguration) -> Void = { _ in }
  ) -> World {
    let file = SourceFile(id: FileID(0), name: "test.yaml", bytes: Array(manifests.utf8))
    var world = World(objects: readManifests([file]), isComplete: isComplete)
    world.controller.clusterName = "demo"
    world.aws.vpcID = "vpc-0abc"
    world.aws.backendSecurityGroup = "sg-0backend"
    world.aws.subnets = ["a", "b"].map { zone in
      var subnet = AWSFacts.Subnet(
        id: "subnet-0\(zone)", availabilityZone: "us-west-2\(zone)", availabilityZoneID: "usw2-\(zone)",
        cidrBlock: "10.0.0.0/20")
      subnet.availableIPAddressCount = 100
      subnet.zoneType = "availability-zone"
      subnet.tags = ["kubernetes.io/role/internal-elb": "1"]
      return subnet
    }
    set(&world.controller)
    return world
  }

  static func load(_ world: World) -> IngressGroupLoading {
    var loader = IngressGroupLoader(world: world)
    return loader.load()
  }

  /// The stack of the world's only group.
  static func build(_ world: World) throws -> LoadBalancerStack {
    let loading = load(world)
    guard let loaded = loading.groups.first, loading.groups.count == 1 else { throw NoSingleGroup() }
    if let failure = loaded.failure { throw failure }
    return try IngressModelBuilder(world: world, group: loaded.group(in: world.objects)).build()
  }

  /// The words with which the controller refuses the world's only group; `nil` where it builds it.
  static func refusal(_ world: World) -> String? {
    do {
      _ = try build(world)
      return nil
    } catch {
      return (error as? BuildFailure)?.message ?? "\(error)"
    }
  }

  static func json(_ stack: LoadBalancerStack) -> String {
    var writer = JSONWriter()
    writer.write(stack)
    return writer.text
  }

  struct NoSingleGroup: Error {}
}
