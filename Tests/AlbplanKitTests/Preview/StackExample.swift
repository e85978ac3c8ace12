import AlbplanKit
import Manifests

@testable import LoadBalancerModel

/// Builds stacks by hand, for previews whose words do not depend on how a stack came to be.
struct StackExample {
  var stack: LoadBalancerStack
  var owner: StackOutcome.Owner
  var world = World(objects: KubernetesObjects())

  static func application(_ name: String = "shop/web", scheme: LoadBalancerScheme = .internetFacing) -> StackExample {
    let object = objectName(name)
    let group = IngressGroup(
      id: .implicit(object), members: [IngressGroupMember(ingress: .example(object), settings: nil)])
    var example = StackExample(stack: LoadBalancerStack(id: name), owner: .ingressGroup(group))
    example.add(loadBalancer: .example(.application, scheme: scheme))
    return example
  }

  static func network(_ service: Service, scheme: LoadBalancerScheme = .internal) -> StackExample {
    var example = StackExample(
      stack: LoadBalancerStack(id: service.metadata.objectName.description), owner: .service(service))
    example.world.objects.services.append(service)
    example.add(loadBalancer: .example(.network, scheme: scheme))
    return example
  }

  mutating func add(loadBalancer: LoadBalancer) { stack.loadBalancers.append(loadBalancer) }

  var loadBalancer: LoadBalancer {
    get { stack.loadBalancers[0] }
    set { stack.loadBalancers[0] = newValue }
  }

  /// Opens TCP ports of the managed group.
  mutating func open(_ ports: [Int32], to peers: [SecurityGroup.Permission.Peer]) {
    if stack.securityGroups.isEmpty {
      stack.securityGroups.append(
        SecurityGroup(
          id: "ManagedLBSecurityGroup", name: .default("k8s-shop-web-aba6dfbc4e"),
          description: "[k8s] Managed SecurityGroup for LoadBalancer", tags: [:], permissions: []))
      stack.loadBalancers[0].securityGroups = .default([.default(.reference(.managedSecurityGroup()))])
    }
    for port in ports {
      for peer in peers {
        stack.securityGroups[0].permissions.append(
          .init(ipProtocol: "tcp", fromPort: port, toPort: port, peer: peer, origin: .controllerDefault))
      }
    }
  }

  mutating func listen(
    _ listenerProtocol: ListenerProtocol, _ port: Int32, certificates: [String] = [], default actions: [Action]
  ) {
    stack.listeners.append(
      Listener(
        id: String(port), loadBalancer: .loadBalancer(), port: port, listenerProtocol: listenerProtocol,
        defaultActions: actions, certificates: .default(certificates.map { .existing(.default($0)) }),
        sslPolicy: certificates.isEmpty ? nil : .default("ELBSecurityPolicy-2016-08"), mutualAuthentication: nil,
        alpnPolicy: nil, tags: [:], attributes: [], origin: .controllerDefault))
  }

  mutating func rule(
    on port: Int32, _ conditions: [RuleCondition.Kind], _ actions: [Action], transforms: [RuleTransform] = [],
    member: String = "shop/web"
  ) {
    let count = stack.listenerRules.count { $0.port == port }
    stack.listenerRules.append(
      ListenerRule(
        listener: .listener(String(port)), port: port, priority: Int32(count + 1), actions: actions,
        conditions: conditions.map { RuleCondition(kind: $0, origin: .controllerDefault) }, transforms: transforms,
        tags: [:], origin: .controllerDefault, member: objectName(member)))
  }

  /// A target group with its binding; the Service joins the world when it is given.
  @discardableResult
  mutating func target(
    _ service: String, _ port: Int32, type: TargetType, targetPort: Planned<Int32>,
    over targetProtocol: ListenerProtocol = .http, id: String? = nil, attributes: [String: String] = [:]
  ) -> Planned<Identifier> {
    let name = objectName(service)
    let id = id ?? "\(name.namespace)/web-\(name.name):\(port)"
    let isHTTP = targetProtocol == .http || targetProtocol == .https
    stack.targetGroups.append(
      TargetGroup(
        id: id, name: .default("k8s-\(name.namespace)-\(name.name)-f52c34bc22"), targetType: .default(type),
        port: targetPort, targetProtocol: .default(targetProtocol), protocolVersion: isHTTP ? .default(.http1) : nil,
        ipAddressType: .default(.ipv4),
        healthCheck: .init(
          port: .default(.trafficPort), protocol: .default(isHTTP ? .http : .tcp), path: isHTTP ? .default("/") : nil,
          matcher: isHTTP ? .httpCode(.default("200")) : nil, intervalSeconds: .default(15),
          timeoutSeconds: .default(5), healthyThresholdCount: .default(2), unhealthyThresholdCount: .default(2)),
        attributes: attributes.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: .default($0.value)) },
        tags: [:], targetControlPort: nil, service: name, origin: .controllerDefault))
    stack.targetGroupBindings.append(
      TargetGroupBinding(
        id: id, name: .default("k8s"), namespace: name.namespace, targetGroup: .targetGroup(id),
        targetType: .default(type), serviceName: name.name, servicePort: .number(port),
        networking: .init(ingress: [
          .init(
            from: .default([.securityGroup(Planned(unknown: .backendSecurityGroup, from: .controllerDefault))]),
            ports: .default([.init(protocol: "TCP", port: targetPort.map { .number($0) })]))
        ]),
        nodeSelector: nil, ipAddressType: .default(.ipv4), vpcID: nil, isMultiCluster: .default(false),
        targetGroupProtocol: .default(targetProtocol)))
    return .default(.reference(.targetGroup(id)))
  }

  var report: PlanReport {
    var report = PlanReport(world: world)
    report.context.world.objects.index()
    report.outcomes = [StackOutcome(id: stack.id, owner: owner, result: .plan(stack))]
    return report
  }
}

extension Planned {
  static func `default`(_ value: Value) -> Planned<Value> { Planned(value, from: .controllerDefault) }
}

func objectName(_ text: String) -> ObjectName {
  let parts = text.split(separator: "/")
  return ObjectName(namespace: String(parts[0]), name: String(parts[1]))
}

extension SourceSpan {
  static let nowhere = SourceSpan(
    file: FileID(0), start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 1))
}

extension Located {
  static func nowhere(_ value: Value) -> Located<Value> { Located(value, at: .nowhere) }
}

extension ObjectMetadata {
  static func example(_ name: ObjectName, span: SourceSpan = .nowhere) -> ObjectMetadata {
    ObjectMetadata(
      name: .nowhere(name.name), namespace: .nowhere(name.namespace), objectName: name, uid: nil,
      annotations: Annotations(), labels: [:], finalizers: [], hasDeletionTimestamp: false, span: span)
  }
}

extension Ingress {
  static func example(_ name: ObjectName, span: SourceSpan = .nowhere) -> Ingress {
    Ingress(
      metadata: .example(name, span: span), className: .nowhere("alb"), defaultBackend: nil, rules: [], tls: [])
  }
}

extension Service {
  static func example(
    _ name: String, type: String = "LoadBalancer", ports: [(port: Int32, target: IntOrString, node: Int32?)],
    policy: String? = nil
  ) -> Service {
    Service(
      metadata: .example(objectName(name)), type: .nowhere(type), loadBalancerClass: nil,
      ports: ports.map {
        ServicePort(
          name: nil, port: .nowhere($0.port), networkProtocol: nil, targetPort: .nowhere($0.target),
          nodePort: $0.node.map { .nowhere($0) }, appProtocol: nil, span: .nowhere)
      }, externalTrafficPolicy: policy.map { .nowhere($0) }, healthCheckNodePort: nil,
      allocateLoadBalancerNodePorts: nil, loadBalancerSourceRanges: [], ipFamilies: [])
  }
}

extension LoadBalancer {
  static func example(_ type: LoadBalancerType, scheme: LoadBalancerScheme) -> LoadBalancer {
    LoadBalancer(
      id: "LoadBalancer", type: type, name: .default("k8s-shop-web-63400ea3d5"), scheme: .default(scheme),
      ipAddressType: .default(.ipv4), enablePrefixForIPv6SourceNAT: nil,
      subnetMappings: Planned(unknown: .subnets, from: Origin(.computed("subnet discovery"))),
      securityGroups: .default([]), securityGroupsInboundRulesOnPrivateLink: nil, customerOwnedIPv4Pool: nil,
      attributes: [], minimumCapacityUnits: nil, tags: [:], ipv4IPAMPool: nil)
  }
}

extension Action {
  static func make(_ kind: Kind) -> Action { Action(kind: kind, origin: .controllerDefault) }
  static func split(_ targets: (Planned<Identifier>, Int32?)...) -> Action {
    .make(.forward(.init(targets: targets.map { .init(targetGroup: $0.0, weight: $0.1) }, stickiness: nil)))
  }
  static func forward(_ target: Planned<Identifier>) -> Action { .split((target, nil)) }
  static let notFound = Action.make(.fixedResponse(.init(contentType: "text/plain", messageBody: nil, statusCode: "404")))
  static let toHTTPS = Action.make(
    .redirect(.init(host: nil, path: nil, port: "443", protocol: "HTTPS", query: nil, statusCode: "HTTP_301")))
}
