import Manifests

/// The default action of a listener: to the port's own target group, or by weight to several.
///
/// Mirrors the second half of `pkg/service/model_build_listener.go`, `pkg/service/enhanced_backend_builder.go`, and
/// `buildTargetGroupTuples` in `pkg/service/model_build_target_group.go`.
extension ServiceModelBuilder {
  mutating func defaultAction(
    _ port: ServicePort, _ protocols: ListenerConfiguration.Protocols, _ frontend: Frontend
  ) throws(BuildFailure) -> Action {
    let own = BackendService(service)
    let ownPort = BackendPort(port, of: service)
    let key = AnnotationDefinition.Service.actions.key("\(protocols.listener.rawValue)-\(port.port.value)")
    guard let annotation = annotations.annotation(key: key) else {
      let group = try buildTargetGroup(own, ownPort, protocols.target, frontend)
      return Action(
        kind: .forward(Action.Forward(targets: [Action.Forward.Target(targetGroup: group, weight: nil)])),
        origin: protocols.origin)
    }
    let configuration = try WeightedActionConfiguration.parse(annotation)
    try configuration.validate()
    guard let forward = configuration.forward else {
      // Quirk (since v2.16): the controller dereferences the missing part and never says so in an event.
      throw BuildFailure(
        stage: .panic, "forward-without-configuration",
        "the controller crashes on \(key): type forward without forwardConfig", at: [annotation.value.span])
    }
    try loadBackendServices(forward, from: annotation)

    let group = try buildTargetGroup(own, ownPort, protocols.target, frontend)
    var targets = [Action.Forward.Target(targetGroup: group, weight: forward.baseServiceWeight)]
    for (position, target) in forward.targetGroups.enumerated() {
      let group = try targetGroup(of: target, at: position, protocols.listener, frontend, from: annotation)
      targets.append(Action.Forward.Target(targetGroup: group, weight: target.weight))
    }
    let stickiness = forward.stickiness.map { Action.Forward.Stickiness(enabled: $0.enabled, durationSeconds: nil) }
    return Action(
      kind: .forward(Action.Forward(targets: targets, stickiness: stickiness)), origin: .annotation(annotation))
  }

  /// Finds the Services that an action names, before any target group is built; of several missing ones the bytewise
  /// smallest name is told.
  ///
  /// Mirrors `loadBackendServices`.
  private mutating func loadBackendServices(
    _ forward: WeightedActionConfiguration.Forward, from annotation: Annotation
  ) throws(BuildFailure) {
    let names = GoText.sortedBytewise(forward.targetGroups.compactMap(\.serviceName))
    for name in names where backendServices[name] == nil {
      let object = ObjectName(namespace: service.metadata.objectName.namespace, name: name)
      if let found = world.objects.service(object) {
        backendServices[name] = BackendService(found)
        continue
      }
      guard !world.isComplete, !name.isEmpty else {
        let position = forward.targetGroups.firstIndex { $0.serviceName == name } ?? 0
        throw BuildFailure(
          "service-not-found", "Service \(GoText.quote(name)) not found",
          at: [Self.span(of: "serviceName", ofTarget: position, in: annotation)])
      }
      backendServices[name] = BackendService(assumed: object)
    }
  }

  private mutating func targetGroup(
    of target: WeightedActionConfiguration.Target, at position: Int, _ listener: ListenerProtocol,
    _ frontend: Frontend, from annotation: Annotation
  ) throws(BuildFailure) -> Planned<Identifier> {
    let origin = Origin.annotation(annotation)
    if let arn = target.targetGroupARN { return Planned(.literal(arn), from: origin) }
    guard let backend = backendServices[target.serviceName ?? ""], let reference = target.servicePort else {
      // Cannot happen: validated and loaded.
      return Planned(unknown: .service, from: origin)
    }
    if backend.isAssumed {
      assume(
        Assumption(
          .service, "Service \(backend.name) exists and has the port \(reference)", isDecisive: true, at: origin.spans))
    }
    guard let port = backend.port(reference) else {
      throw backend.missingPort(reference, at: [Self.span(of: "servicePort", ofTarget: position, in: annotation)])
    }
    // Without `decrypt`, the group of another Service speaks TLS behind a TLS listener, unlike the port's own.
    let targetProtocol = listener == .tls && target.decrypt == true ? .tcp : listener
    return try buildTargetGroup(backend, port, targetProtocol, frontend, isWeighted: true)
  }

  /// The place of a member of one entry of `forwardConfig.targetGroups`.
  private static func span(of member: String, ofTarget position: Int, in annotation: Annotation) -> SourceSpan {
    annotation.span(
      ofJSON: [.member("forwardConfig"), .member("targetGroups"), .element(position), .member(member)])
  }
}
