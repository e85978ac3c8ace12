import Manifests

/// Mirrors `pkg/service/model_build_target_group.go`.
extension ServiceModelBuilder {
  private typealias Keys = AnnotationDefinition.Service

  /// What a target group and its binding are made from, once it is known.
  struct TargetGroupParts {
    var backend: BackendService
    var port: BackendPort
    var targetType: TargetType
    var targetProtocol: ListenerProtocol
    var ipAddressType: Planned<TargetIPAddressType>
    var healthCheck: TargetGroup.HealthCheck
    /// The health check asks the port that takes the traffic, by whatever name.
    var checksTrafficPort: Bool
    var preservesClientIP: Bool
  }

  /// Adds a Service port's target group and binding, unless the stack has them already.
  ///
  /// The annotations are the base Service's, whatever the backend. A group that another listener built first is taken
  /// as it is, protocol included. Mirrors `buildTargetGroup`.
  mutating func buildTargetGroup(
    _ backend: BackendService, _ port: BackendPort, _ targetProtocol: ListenerProtocol, _ frontend: Frontend,
    isWeighted: Bool = false
  ) throws(BuildFailure) -> Planned<Identifier> {
    let portText = port.number.known.map { String($0) } ?? port.name
    let id = "\(backend.name):\(portText)"
    let origin = Origin.field("spec.ports[]", at: port.span ?? service.metadata.name.span)
    let reference = Planned(Identifier.reference(.targetGroup(id)), from: origin)
    if targetGroupIDs.contains(id) { return reference }

    let targetType = try targetType(backend, port)
    let check = try healthCheck(backend, targetType.value)
    let attributes = try targetGroupAttributes(portText)
    let preservesClientIP = try preservesClientIP(targetType.value, attributes)
    let tags = try tags()
    let ipAddressType = try backend.targetIPAddressType(
      loadBalancer: frontend.settings.ipAddressType.planned)
    try port.validateTargetGroupPort(targetType.value, of: backend)

    let parts = TargetGroupParts(
      backend: backend, port: port, targetType: targetType.value, targetProtocol: targetProtocol,
      ipAddressType: ipAddressType, healthCheck: check.settings,
      checksTrafficPort: check.asksTrafficPort(of: port, targetType.value),
      preservesClientIP: preservesClientIP)
    let name = targetGroupName(parts, isWeighted: isWeighted)
    let group = TargetGroup(
      id: id, name: name, targetType: targetType.planned, port: port.targetGroupPort(targetType.value),
      targetProtocol: Planned(targetProtocol, from: origin), ipAddressType: ipAddressType, healthCheck: check.settings,
      attributes: attributes.attributeList, tags: tags, service: backend.name, origin: origin)
    stack.targetGroups.append(group)
    stack.targetGroupBindings.append(try targetGroupBinding(of: group, parts, frontend))
    targetGroupIDs.insert(id)
    return reference
  }

  /// Mirrors `buildTargetType`. An assumed Service is taken for one with node ports.
  private func targetType(
    _ backend: BackendService, _ port: BackendPort
  ) throws(BuildFailure) -> Setting<TargetType> {
    let type = annotations.annotation(Keys.type)
    let written = annotations.annotation(Keys.nlbTargetType)
    let flag = Origin(.flag("default-target-type"))
    let text = written?.value.value ?? world.controller.flags.defaultTargetType
    let origin = written.map { Origin.annotation($0) } ?? flag
    if text == "ip", !world.controller.featureGates[.enableIPTargetType] {
      throw BuildFailure(
        "ip-targets-disabled", "unsupported targetType: ip when EnableIPTargetType is false", at: origin.spans)
    }
    if let type, type.value.value == "nlb-ip" { return Setting(.ip, from: .annotation(type)) }
    if text == "ip" { return Setting(.ip, from: origin) }
    if backend.type == "ClusterIP" {
      throw BuildFailure(
        "cluster-ip-with-instance-targets",
        "unsupported service type \"ClusterIP\" for load balancer target type \"\(text)\"",
        at: (backend.declared?.type.map { [$0.span] } ?? backend.spans) + origin.spans)
    }
    if port.nodePort.known == 0, let declined = backend.declared?.allocateLoadBalancerNodePorts, !declined.value {
      throw BuildFailure(
        "node-port-declined", "unable to support instance target type with an unallocated NodePort",
        at: [declined.span] + origin.spans)
    }
    // Quirk: any other text means instance targets.
    return Setting(.instance, from: origin)
  }

  /// Mirrors `buildTargetGroupName`.
  private func targetGroupName(_ parts: TargetGroupParts, isWeighted: Bool) -> Planned<String> {
    func fixed(_ text: String) -> Planned<String> { Planned(text, from: .controllerDefault) }
    let check = parts.healthCheck
    var hashed = [world.clusterName]
    if isWeighted { hashed.append(service.uid) }
    hashed += [
      parts.backend.uid, parts.port.targetGroupPort(parts.targetType).map { String($0) },
      parts.port.number.map { String($0) }, fixed(parts.targetType.rawValue), fixed(parts.targetProtocol.rawValue),
      check.protocol.map(\.rawValue), check.intervalSeconds.map { String($0) },
    ]
    return generatedName(
      of: parts.backend.name, hashing: hashed,
      described: "a hash of the cluster's name, the Service's uid, the ports, the target type, the protocol and the "
        + "health check's protocol and interval")
  }

  // MARK: Attributes

  private static var proxyProtocol: String { "proxy_protocol_v2.enabled" }
  private static var preserveClientIP: String { "preserve_client_ip.enabled" }

  /// Mirrors `buildTargetGroupAttributes`. What is read later wins.
  private func targetGroupAttributes(_ port: String) throws(BuildFailure) -> PlannedTexts {
    var attributes: PlannedTexts = [Self.proxyProtocol: Planned("false", from: .controllerDefault)]
    let ofAll = try checkedAttributes(annotations.annotation(Keys.targetGroupAttributes))
    let ofPort = try checkedAttributes(annotations.annotation(key: Keys.targetGroupAttributesOfPort.key(port)))
    attributes = ofPort.filter { $0.value.known != "" }.over(ofAll).over(attributes)
    if let perPort = try proxyProtocolPerTargetGroup(port) { attributes[Self.proxyProtocol] = perPort }
    if let annotation = annotations.annotation(Keys.proxyProtocol) {
      guard annotation.value.value == "*" else {
        throw BuildFailure(
          "unknown-proxy-protocol",
          "invalid value \(annotation.value.value) for Load Balancer proxy protocol v2 annotation, "
            + "only value currently supported is *",
          at: [annotation.value.span])
      }
      attributes[Self.proxyProtocol] = Planned("true", from: .annotation(annotation))
    }
    if attributes[Self.proxyProtocol]?.known == "" { attributes[Self.proxyProtocol] = nil }
    return attributes
  }

  /// Mirrors `validateAndParseAttributes`.
  private func checkedAttributes(_ annotation: Annotation?) throws(BuildFailure) -> PlannedTexts {
    let attributes = try AnnotationReader.placedTexts(annotation)
    _ = try Self.preserveClientIP(in: attributes)
    return attributes
  }

  /// Mirrors the middle of `buildTargetGroupAttributes`.
  private func proxyProtocolPerTargetGroup(_ port: String) throws(BuildFailure) -> Planned<String>? {
    guard let annotation = annotations.annotation(Keys.proxyProtocolPerTargetGroup) else { return nil }
    var isOn = false
    for item in AnnotationReader.items(annotation.value.value) {
      guard (try? GoText.parseInteger(item) as Int) != nil else {
        throw BuildFailure(
          "malformed-proxy-protocol-port", "invalid port number in proxy-protocol-per-target-group: \(item)",
          at: [annotation.span(ofItem: item)])
      }
      if item == port { isOn = true }
    }
    return Planned(isOn ? "true" : "false", from: .annotation(annotation))
  }

  /// Mirrors `buildPreserveClientIPFlag`.
  private func preservesClientIP(
    _ targetType: TargetType, _ attributes: PlannedTexts
  ) throws(BuildFailure) -> Bool {
    try Self.preserveClientIP(in: attributes) ?? (targetType == .instance)
  }

  /// The attribute's value; `nil` when it is not there.
  private static func preserveClientIP(
    in attributes: PlannedTexts
  ) throws(BuildFailure) -> Bool? {
    guard let attribute = attributes[preserveClientIP], let text = attribute.known else { return nil }
    guard let value = GoText.parseBool(text) else {
      throw BuildFailure(
        "malformed-preserve-client-ip",
        "failed to parse attribute \(preserveClientIP)=\(text): strconv.ParseBool: parsing \(GoText.quote(text)): "
          + "invalid syntax",
        at: attribute.origin.spans)
    }
    return value
  }
}
