import Manifests

extension IngressModelBuilder {
  /// Builds the target group of a Service's port for one member, with its binding, unless it is there already; its id.
  ///
  /// Mirrors `buildTargetGroup` in `pkg/ingress/model_build_target_group.go`.
  ///
  /// - Parameter portSpan: where a backend names the port.
  func buildTargetGroup(
    _ service: BackendService, port: IntOrString, member: IngressGroupMember, origin: Origin, portSpan: SourceSpan?
  ) throws(BuildFailure) -> String {
    // Quirk: the parts are joined without escaping, so that two pairs of Ingress and Service can share an id.
    let id = "\(member.name.namespace)/\(member.name.name)-\(service.name.name):\(port)"
    guard !targetGroupIDs.contains(id) else { return id }
    let servicePort = try service.port(port, at: (portSpan.map { [$0] } ?? []) + origin.spans)
    let request = TargetGroupRequest(
      id: id, member: member, service: service, portReference: port, port: servicePort,
      reader: AnnotationReader(service.annotations, member.annotations), origin: origin)
    let targetGroup = try targetGroup(request)
    let nodeSelector = try nodeSelector(request, targetType: targetGroup.targetType)
    let isMultiCluster = try isMultiCluster(request)
    targetGroupIDs.insert(id)
    stack.targetGroups.append(targetGroup)
    stack.targetGroupBindings.append(
      TargetGroupBinding(
        id: id, name: targetGroup.name, namespace: service.name.namespace, targetGroup: .targetGroup(id),
        targetType: targetGroup.targetType, serviceName: service.name.name, servicePort: port,
        networking: networking(request, of: targetGroup), nodeSelector: nodeSelector,
        ipAddressType: targetGroup.ipAddressType, vpcID: vpcID, isMultiCluster: isMultiCluster,
        targetGroupProtocol: targetGroup.targetProtocol))
    return id
  }

  /// Mirrors `buildTargetGroupSpec`.
  private func targetGroup(_ request: TargetGroupRequest) throws(BuildFailure) -> TargetGroup {
    let (reader, service) = (request.reader, request.service)
    let targetType = try targetType(request)
    let type = targetType.known ?? .instance
    let targetProtocol = try targetProtocol(reader)
    let version = try protocolVersion(reader)
    let healthCheck = try healthCheck(
      request, targetType: type, targetProtocol: targetProtocol, version: version.known ?? .http1)
    let attributes = try [String: Planned<String>](
      of: reader.annotation(AnnotationDefinition.Ingress.targetGroupAttributes)
    ).attributeList
    let tags = try targetGroupTags(request.member, service: service)
    let ipAddressType = try service.targetIPAddressType(
      loadBalancer: loadBalancer?.ipAddressType ?? Planned(.ipv4, from: .controllerDefault))
    let port = request.port.targetGroupPort(type)
    let controlPort = try targetControlPort(request, targetType: type)
    try request.port.validateTargetGroupPort(type, of: service)
    let name = targetGroupName(
      request, port: port, type: type, targetProtocol: targetProtocol, version: version, controlPort: controlPort)
    return TargetGroup(
      id: request.id, name: name, targetType: targetType, port: port, targetProtocol: targetProtocol,
      protocolVersion: version, ipAddressType: ipAddressType, healthCheck: healthCheck, attributes: attributes,
      tags: tags, targetControlPort: controlPort, service: service.name, origin: request.origin)
  }

  /// Mirrors `buildTargetGroupName`.
  private func targetGroupName(
    _ request: TargetGroupRequest, port: Planned<Int32>, type: TargetType, targetProtocol: Planned<ListenerProtocol>,
    version: Planned<ProtocolVersion>, controlPort: Planned<Int32>?
  ) -> Planned<String> {
    let origin = Origin(
      .computed("SHA-256 of cluster, group, Ingress, the Service's uid, its port, and how targets are reached"))
    func text(_ text: String) -> Planned<String> { Planned(text, from: origin) }
    var hashed = [
      clusterName, hashedGroupID, text(request.member.name.namespace), text(request.member.name.name),
      request.service.uid, text(request.portReference.description), port.map { String($0) }, text(type.rawValue),
      targetProtocol.map(\.rawValue), version.map(\.rawValue),
    ]
    if let controlPort { hashed.append(controlPort.map { String($0) }) }
    return GeneratedName.make(
      [(request.service.name.namespace, 8), (request.service.name.name, 8)], hashing: hashed, from: origin)
  }
}

/// What a target group is made of.
struct TargetGroupRequest {
  var id: String
  var member: IngressGroupMember
  var service: BackendService
  /// The port as the backend names it.
  var portReference: IntOrString
  var port: BackendPort
  /// The Service's annotations before those of the Ingress.
  var reader: AnnotationReader
  var origin: Origin
}

// MARK: Fields

extension IngressModelBuilder {
  /// Mirrors `buildTargetGroupTargetType`.
  private func targetType(_ request: TargetGroupRequest) throws(BuildFailure) -> Planned<TargetType> {
    let text: Planned<String>
    if let type = request.member.settings?.parameters?.targetType, !type.value.isEmpty {
      text = Planned(type.value, from: .classParameters("spec.targetType", at: type.span))
    } else {
      text =
        request.reader.string(AnnotationDefinition.Ingress.targetType)
        ?? Planned(world.controller.flags.defaultTargetType, from: Origin(.flag("default-target-type")))
    }
    switch text.known {
    case TargetType.instance.rawValue: return Planned(.instance, from: text.origin)
    case TargetType.ip.rawValue:
      guard world.controller.featureGates[.enableIPTargetType] else {
        throw BuildFailure(
          "ip-targets-disabled", "unsupported targetType: ip when EnableIPTargetType is false", at: text.origin.spans)
      }
      return Planned(.ip, from: text.origin)
    default:
      throw BuildFailure("unknown-target-type", "unknown targetType: \(text.known ?? "")", at: text.origin.spans)
    }
  }

  /// Mirrors `buildTargetGroupProtocol`.
  private func targetProtocol(_ reader: AnnotationReader) throws(BuildFailure) -> Planned<ListenerProtocol> {
    guard let text = reader.string(AnnotationDefinition.Ingress.backendProtocol) else {
      return Planned(.http, from: .controllerDefault)
    }
    guard let known = ListenerProtocol(http: text.known) else {
      throw BuildFailure(
        "unknown-backend-protocol", "backend protocol must be within [HTTP, HTTPS]: \(text.known ?? "")",
        at: text.origin.spans)
    }
    return Planned(known, from: text.origin)
  }

  /// Mirrors `buildTargetGroupProtocolVersion`.
  private func protocolVersion(_ reader: AnnotationReader) throws(BuildFailure) -> Planned<ProtocolVersion> {
    guard let text = reader.string(AnnotationDefinition.Ingress.backendProtocolVersion) else {
      return Planned(.http1, from: .controllerDefault)
    }
    guard let version = ProtocolVersion(rawValue: text.known ?? "") else {
      throw BuildFailure(
        "unknown-backend-protocol-version",
        "backend protocol version must be within [HTTP1, HTTP2, GRPC]: \(text.known ?? "")", at: text.origin.spans)
    }
    return Planned(version, from: text.origin)
  }

  /// Mirrors `buildTargetGroupTargetControlPort` and the check after it.
  private func targetControlPort(
    _ request: TargetGroupRequest, targetType: TargetType
  ) throws(BuildFailure) -> Planned<Int32>? {
    let key = AnnotationDefinition.Ingress.targetControlPort.key(
      "\(request.service.name.name).\(request.portReference)")
    guard let annotation = request.reader.annotation(key: key) else { return nil }
    let port: Planned<Int32> = try AnnotationReader.integer(annotation)
    guard targetType != .instance else {
      throw BuildFailure(
        "control-port-with-instance-targets",
        "target control port is not supported for instance target target group", at: port.origin.spans)
    }
    return port
  }
}

// MARK: Health check

extension IngressModelBuilder {
  /// Mirrors `buildTargetGroupHealthCheckConfig`.
  private func healthCheck(
    _ request: TargetGroupRequest, targetType: TargetType, targetProtocol: Planned<ListenerProtocol>,
    version: ProtocolVersion
  ) throws(BuildFailure) -> TargetGroup.HealthCheck {
    let reader = request.reader
    func number(_ definition: AnnotationDefinition, default value: Int32) throws(BuildFailure) -> Planned<Int32> {
      try reader.int32(definition) ?? Planned(value, from: .controllerDefault)
    }
    let isGRPC = version == .grpc
    let port =
      try reader.string(AnnotationDefinition.Ingress.healthcheckPort).map { text throws(BuildFailure) in
        try request.service.healthCheckPort(text, targetType: targetType)
      } ?? Planned(.trafficPort, from: .controllerDefault)
    let checkProtocol = try healthCheckProtocol(
      reader.string(AnnotationDefinition.Ingress.healthcheckProtocol), default: targetProtocol)
    let path =
      reader.string(AnnotationDefinition.Ingress.healthcheckPath)
      ?? Planned(isGRPC ? "/AWS.ALB/healthcheck" : "/", from: .controllerDefault)
    let codes =
      reader.string(AnnotationDefinition.Ingress.successCodes)
      ?? Planned(isGRPC ? "12" : "200", from: .controllerDefault)
    return TargetGroup.HealthCheck(
      port: port, protocol: checkProtocol, path: path, matcher: isGRPC ? .grpcCode(codes) : .httpCode(codes),
      intervalSeconds: try number(AnnotationDefinition.Ingress.healthcheckIntervalSeconds, default: 15),
      timeoutSeconds: try number(AnnotationDefinition.Ingress.healthcheckTimeoutSeconds, default: 5),
      healthyThresholdCount: try number(AnnotationDefinition.Ingress.healthyThresholdCount, default: 2),
      unhealthyThresholdCount: try number(AnnotationDefinition.Ingress.unhealthyThresholdCount, default: 2))
  }

  /// Mirrors `buildTargetGroupHealthCheckProtocol`.
  func healthCheckProtocol(
    _ text: Planned<String>?, default value: Planned<ListenerProtocol>
  ) throws(BuildFailure) -> Planned<ListenerProtocol> {
    guard let text else { return value }
    guard let known = ListenerProtocol(http: text.known) else {
      throw BuildFailure(
        "unknown-health-check-protocol", "healthCheckProtocol must be within [HTTP, HTTPS]", at: text.origin.spans)
    }
    return Planned(known, from: text.origin)
  }
}

extension ListenerProtocol {
  /// `HTTP` or `HTTPS`; `nil` for anything else.
  fileprivate init?(http text: String?) {
    switch text {
    case Self.http.rawValue: self = .http
    case Self.https.rawValue: self = .https
    default: return nil
    }
  }
}
