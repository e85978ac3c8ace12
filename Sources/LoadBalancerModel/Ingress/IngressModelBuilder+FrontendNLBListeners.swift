import Manifests

extension IngressModelBuilder {
  /// Builds the listeners of the frontend NLB, each with a target group for the application load balancer.
  ///
  /// Mirrors `buildFrontendNlbListeners` in `pkg/ingress/model_build_frontend_nlb.go`.
  func buildFrontendNLBListeners(tags: Tags) throws(BuildFailure) {
    var listenersByPort: [Int32: [FrontendNLBListener]] = [:]
    for (index, member) in group.members.enumerated() {
      let listeners = try wrapping("failed to compute listenPort config for ingress: \(member.name)") {
        () throws(BuildFailure) in
        try frontendNLBListeners(of: member, listenPorts: listenPortsByMember[index])
      }
      for (port, listener) in listeners { listenersByPort[port, default: []].append(listener) }
    }
    var merged: [(port: Int32, listener: FrontendNLBListener)] = []
    for (port, listeners) in listenersByPort.sorted(by: { $0.key < $1.key }) {
      let listener = try wrapping("failed to merge NLB listenPort config for port: \(port)") {
        () throws(BuildFailure) in
        try FrontendNLBListener.merge(listeners)
      }
      if let listener { merged.append((port, listener)) }
    }
    for (port, listener) in merged { buildFrontendNLBListener(port: port, listener, tags: tags) }
  }

  /// The listeners that one member wants: those of its mapping, else one for each of its own listeners.
  ///
  /// Mirrors `buildFrontendNlbListenerConfigByPortForIngress`.
  private func frontendNLBListeners(
    of member: IngressGroupMember, listenPorts: [Int32: ListenPort]
  ) throws(BuildFailure) -> [Int32: FrontendNLBListener] {
    let mapping = try frontendNLBPortMapping(of: member)
    let pairs: [(port: Int32, targetPort: Int32, origin: Origin)] =
      mapping.isEmpty
      ? listenPorts.map { ($0.key, $0.key, $0.value.origin) }
      // A pair whose second port the member does not listen on is passed over.
      : mapping.compactMap {
        listenPorts[$0.value.targetPort] == nil ? nil : ($0.key, $0.value.targetPort, $0.value.origin)
      }
    guard !pairs.isEmpty else { return [:] }
    let healthCheck = try frontendNLBHealthCheck(of: member)
    return Dictionary(
      pairs.map {
        ($0.port, FrontendNLBListener(targetPort: $0.targetPort, healthCheck: healthCheck, origin: $0.origin))
      },
      uniquingKeysWith: { $1 })
  }

  /// Mirrors `parseFrontendNlbListenerPortMapping`.
  private func frontendNLBPortMapping(
    of member: IngressGroupMember
  ) throws(BuildFailure) -> [Int32: (targetPort: Int32, origin: Origin)] {
    let definition = AnnotationDefinition.Ingress.frontendNLBListenerPortMapping
    let pairs = try wrapping("failed to parse frontend-nlb-listener-port-mapping for ingress map[]") {
      () throws(BuildFailure) in
      try AnnotationReader(member.annotations).stringMap(definition)
    }
    guard let pairs, let texts = pairs.known else { return [:] }
    var mapping: [Int32: (targetPort: Int32, origin: Origin)] = [:]
    for key in GoText.sortedBytewise(Array(texts.keys)) {
      let value = texts[key] ?? ""
      let port = try Self.port(key, "NLB", at: pairs.origin.spans)
      mapping[port] = (try Self.port(value, "ALB", at: pairs.origin.spans), pairs.origin)
    }
    return mapping
  }

  private static func port(_ text: String, _ kind: String, at culprits: [SourceSpan]) throws(BuildFailure) -> Int32 {
    do {
      return try GoText.parseInteger(text)
    } catch {
      throw BuildFailure("malformed-port-mapping", "invalid \(kind) listener port: \(text)", at: culprits)
    }
  }

  /// Mirrors `buildFrontendNlbTargetGroupHealthCheckConfig`.
  private func frontendNLBHealthCheck(of member: IngressGroupMember) throws(BuildFailure) -> FrontendNLBHealthCheck {
    let reader = AnnotationReader(member.annotations)
    func number(_ definition: AnnotationDefinition, default value: Int32) throws(BuildFailure) -> Planned<Int32> {
      try reader.int32(definition) ?? Planned(value, from: .controllerDefault)
    }
    let port =
      try reader.string(AnnotationDefinition.Ingress.frontendNLBHealthcheckPort).map(Self.frontendNLBHealthCheckPort)
      ?? Planned(.trafficPort, from: .controllerDefault)
    let checkProtocol = try healthCheckProtocol(
      reader.string(AnnotationDefinition.Ingress.frontendNLBHealthcheckProtocol),
      default: Planned(.http, from: .controllerDefault))
    return FrontendNLBHealthCheck(
      port: port, protocol: checkProtocol,
      path: reader.string(AnnotationDefinition.Ingress.frontendNLBHealthcheckPath)
        ?? Planned("/", from: .controllerDefault),
      successCodes: reader.string(AnnotationDefinition.Ingress.frontendNLBHealthcheckSuccessCodes)
        ?? Planned("200", from: .controllerDefault),
      intervalSeconds: try number(AnnotationDefinition.Ingress.frontendNLBHealthcheckIntervalSeconds, default: 15),
      timeoutSeconds: try number(AnnotationDefinition.Ingress.frontendNLBHealthcheckTimeoutSeconds, default: 5),
      healthyThresholdCount: try number(
        AnnotationDefinition.Ingress.frontendNLBHealthcheckHealthyThresholdCount, default: 2),
      unhealthyThresholdCount: try number(
        AnnotationDefinition.Ingress.frontendNLBHealthcheckUnhealthyThresholdCount, default: 2))
  }

  private static func frontendNLBHealthCheckPort(
    _ text: Planned<String>
  ) throws(BuildFailure) -> Planned<HealthCheckPort> {
    let known = text.known ?? ""
    if known == "traffic-port" { return Planned(.trafficPort, from: text.origin) }
    do {
      return Planned(.number(try GoText.parseInteger(known)), from: text.origin)
    } catch {
      throw BuildFailure(
        "malformed-health-check-port", "failed to resolve healthCheckPort", at: text.origin.spans)
    }
  }

  /// Mirrors `buildFrontendNlbListenerSpec` and `buildFrontendNlbTargetGroupSpec`.
  private func buildFrontendNLBListener(port: Int32, _ listener: FrontendNLBListener, tags: Tags) {
    let id = "FrontendNlb-tg-TCP-\(port)"
    let reference = ResourceReference.targetGroup(id)
    let healthCheck = listener.healthCheck
    let nameOrigin = Origin(.computed("SHA-256 of cluster, group, port and health check"))
    let name = generatedName(
      hashing: [
        clusterName, hashedGroupID, Planned(String(port), from: nameOrigin),
        Planned("alb", from: nameOrigin), Planned("TCP", from: nameOrigin), healthCheck.port.map(\.text),
        healthCheck.protocol.map(\.rawValue),
      ],
      origin: nameOrigin)
    stack.targetGroups.append(
      TargetGroup(
        id: id, name: name, targetType: Planned(.alb, from: .controllerDefault),
        port: Planned(port, from: listener.origin), targetProtocol: Planned(.tcp, from: .controllerDefault),
        ipAddressType: Planned(.ipv4, from: .controllerDefault), healthCheck: healthCheck.healthCheck, attributes: [],
        tags: tags, origin: listener.origin))
    let forward = Action.Forward(
      targets: [Action.Forward.Target(targetGroup: Planned(.reference(reference), from: listener.origin))])
    stack.listeners.append(
      Listener(
        id: "FrontendNlb-ls-TCP-\(port)", loadBalancer: .loadBalancer("FrontendNlb"), port: port,
        listenerProtocol: .tcp, defaultActions: [Action(kind: .forward(forward), origin: listener.origin)],
        certificates: Planned([], from: .controllerDefault), tags: tags, attributes: [], origin: listener.origin))
    stack.frontendNLBTargets?.append(
      FrontendNLBTarget(name: name, targetGroup: reference, port: port, targetPort: listener.targetPort))
  }
}
