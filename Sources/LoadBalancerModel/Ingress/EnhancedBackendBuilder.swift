import Manifests

/// Reads what annotations say about backends, and finds their Services.
///
/// What is read once is kept: an Ingress often sends many paths, on several listeners, to one Service.
/// Mirrors `defaultEnhancedBackendBuilder` in `pkg/ingress/enhanced_backend_builder.go`.
struct EnhancedBackendBuilder {
  private let world: World
  /// What was taken for granted so far.
  private(set) var assumptions: [Assumption] = []
  private var backends: [BackendKey: EnhancedBackend] = [:]
  private var conditions: [AnnotationKey: [ConditionConfiguration]] = [:]
  private var transforms: [AnnotationKey: [TransformConfiguration]] = [:]
  private var actions: [AnnotationKey: ActionConfiguration] = [:]
  private var services: [ObjectName: BackendService] = [:]

  private struct BackendKey: Hashable {
    var member: Int
    var name: String
    var port: IntOrString
  }
  private struct AnnotationKey: Hashable {
    var member: Int
    var name: String
  }

  init(world: World) { self.world = world }

  /// Mirrors `Build`.
  ///
  /// - Parameter index: the position of the member in the group.
  mutating func build(
    _ backend: IngressBackend, of member: IngressGroupMember, at index: Int
  ) throws(BuildFailure) -> EnhancedBackend {
    guard let service = backend.service else {
      throw BuildFailure("backend-without-service", "missing required \"service\" field", at: [backend.span])
    }
    let key = BackendKey(member: index, name: service.name.value, port: service.portReference)
    if var known = backends[key] {
      known.span = backend.span
      known.portSpan = service.writtenPortSpan
      return known
    }
    let conditions = try conditions(named: service.name.value, of: member, at: index)
    let transforms = try transforms(named: service.name.value, of: member, at: index)
    var action = try action(of: service, backend: backend, member: member, index: index)
    try loadServices(of: &action, member: member)
    let built = EnhancedBackend(
      conditions: conditions, transforms: transforms, action: action,
      authentication: try authentication(for: action, of: member), jwt: try jwt(of: member), span: backend.span,
      portSpan: service.writtenPortSpan)
    backends[key] = built
    return built
  }

  /// The Service of that name, once it is loaded.
  func service(_ name: ObjectName) -> BackendService? { services[name] }
}

// MARK: Annotations

extension EnhancedBackendBuilder {
  /// Mirrors `buildConditions`.
  private mutating func conditions(
    named name: String, of member: IngressGroupMember, at index: Int
  ) throws(BuildFailure) -> [ConditionConfiguration] {
    guard let annotation = member.annotations[AnnotationDefinition.Ingress.conditions.key(name)] else { return [] }
    let key = AnnotationKey(member: index, name: name)
    if let known = conditions[key] { return known }
    let read = try ConditionConfiguration.parse(annotation)
    for condition in read { try condition.validate() }
    conditions[key] = read
    return read
  }

  /// Mirrors `buildTransforms`.
  private mutating func transforms(
    named name: String, of member: IngressGroupMember, at index: Int
  ) throws(BuildFailure) -> [TransformConfiguration] {
    guard let annotation = member.annotations[AnnotationDefinition.Ingress.transforms.key(name)] else { return [] }
    let key = AnnotationKey(member: index, name: name)
    if let known = transforms[key] { return known }
    let read = try TransformConfiguration.parse(annotation)
    for transform in read { try transform.validate() }
    transforms[key] = read
    return read
  }

  private mutating func action(
    of service: IngressServiceBackend, backend: IngressBackend, member: IngressGroupMember, index: Int
  ) throws(BuildFailure) -> ActionConfiguration {
    guard service.portName?.value == "use-annotation" else {
      return ActionConfiguration(
        service: service.name.value, port: service.portReference,
        origin: .field("backend.service", at: service.name.span))
    }
    let key = AnnotationKey(member: index, name: service.name.value)
    if let known = actions[key] { return known }
    let read = try annotatedAction(of: service, member: member)
    actions[key] = read
    return read
  }

  /// Mirrors `buildActionViaAnnotation`.
  private func annotatedAction(
    of service: IngressServiceBackend, member: IngressGroupMember
  ) throws(BuildFailure) -> ActionConfiguration {
    let name = service.name
    guard let annotation = member.annotations[AnnotationDefinition.Ingress.actions.key(name.value)] else {
      guard world.controller.flags.tolerateNonExistentBackendAction else {
        throw BuildFailure("missing-action", "missing actions.\(name.value) configuration", at: [name.span])
      }
      return ActionConfiguration(
        unavailable: "Backend action does not exist", origin: .field("backend.service", at: name.span))
    }
    let action = try ActionConfiguration.parse(annotation)
    try action.validate()
    return action.normalized()
  }

  /// The Service's annotations count, before those of the Ingress, where it is the only target.
  ///
  /// Mirrors `buildAuthConfig`.
  private func authentication(
    for action: ActionConfiguration, of member: IngressGroupMember
  ) throws(BuildFailure) -> AuthenticationConfiguration {
    if action.type == ActionConfiguration.forwardType, let targets = action.forward?.targetGroups, targets.count == 1,
      let name = targets[0].serviceName,
      let service = services[ObjectName(namespace: member.name.namespace, name: name)]
    {
      return try AuthenticationConfiguration.parse(AnnotationReader(service.annotations, member.annotations))
    }
    return try AuthenticationConfiguration.parse(AnnotationReader(member.annotations))
  }

  /// Mirrors `buildJwtValidationConfig`.
  private func jwt(of member: IngressGroupMember) throws(BuildFailure) -> JWTConfiguration? {
    guard let annotation = member.annotations[AnnotationDefinition.Ingress.jwtValidation.key] else { return nil }
    let jwt = try JWTConfiguration.parse(annotation)
    try jwt.validate()
    return jwt
  }
}

// MARK: Services

extension EnhancedBackendBuilder {
  /// Finds the Services that a forward names; one alone that is missing turns the action into an answer 503.
  ///
  /// Mirrors `loadBackendServices`.
  private mutating func loadServices(
    of action: inout ActionConfiguration, member: IngressGroupMember
  ) throws(BuildFailure) {
    guard action.type == ActionConfiguration.forwardType, let targets = action.forward?.targetGroups else { return }
    let names = GoText.sortedBytewise(Array(Set(targets.compactMap(\.serviceName))))
    let isSingle = targets.count == 1 && names.count == 1
    for text in names {
      let name = ObjectName(namespace: member.name.namespace, name: text)
      if services[name] != nil { continue }
      if let service = world.objects.service(name) {
        services[name] = BackendService(service)
      } else if !world.isComplete, !text.isEmpty {
        services[name] = BackendService(assumed: name)
        assumptions.append(
          Assumption(.service, "Service \(name) exists and has the ports that are named", at: action.origin.spans))
      } else if isSingle, world.controller.flags.tolerateNonExistentBackendService {
        action = ActionConfiguration(unavailable: "Backend service does not exist", origin: action.origin)
        return
      } else {
        throw BuildFailure(
          "service-not-found", "Service \(GoText.quote(text)) not found", at: action.origin.spans)
      }
    }
  }
}

extension IngressServiceBackend {
  /// Where the port is written; `nil` where it says that an annotation counts.
  fileprivate var writtenPortSpan: SourceSpan? {
    portName?.value == "use-annotation" ? nil : portName?.span ?? portNumber?.span
  }

  /// The port as the controller refers to it: by name if there is one, else by number.
  fileprivate var portReference: IntOrString {
    if let portName, !portName.value.isEmpty { return .name(portName.value) }
    return .number(portNumber?.value ?? 0)
  }
}
