import Manifests

extension IngressModelBuilder {
  /// The actions of a rule or a listener: authentication or validation on HTTPS, then what the backend does.
  ///
  /// Mirrors `buildActions` in `pkg/ingress/model_build_actions.go`.
  func actions(
    of backend: EnhancedBackend, listenerProtocol: ListenerProtocol, member: IngressGroupMember
  ) throws(BuildFailure) -> [Action] {
    var actions: [Action] = []
    if listenerProtocol == .https {
      let authentication = try authenticationAction(backend.authentication, member: member)
      if let authentication { actions.append(authentication) }
      if let jwt = backend.jwt {
        guard authentication == nil else {
          throw BuildFailure(
            "authentication-with-jwt", "authentication and jwt validation can't both be configured",
            at: backend.authentication.type.origin.spans + jwt.origin.spans)
        }
        actions.append(jwt.action)
      }
    }
    actions.append(try backendAction(backend, member: member))
    return actions
  }

  /// Mirrors `buildBackendAction`.
  private func backendAction(
    _ backend: EnhancedBackend, member: IngressGroupMember
  ) throws(BuildFailure) -> Action {
    let configuration = backend.action
    let kind: Action.Kind
    switch configuration.type {
    case ActionConfiguration.fixedResponseType:
      guard let response = configuration.fixedResponse else { throw configuration.missing("FixedResponseConfig") }
      kind = .fixedResponse(
        Action.FixedResponse(
          contentType: response.contentType, messageBody: response.messageBody, statusCode: response.statusCode))
    case ActionConfiguration.redirectType:
      guard let redirect = configuration.redirect else { throw configuration.missing("RedirectConfig") }
      kind = .redirect(
        Action.Redirect(
          host: redirect.host, path: redirect.path, port: redirect.port, protocol: redirect.protocol,
          query: redirect.query, statusCode: redirect.statusCode))
    case ActionConfiguration.forwardType:
      guard let forward = configuration.forward else { throw configuration.missing("ForwardConfig") }
      kind = .forward(try forwardAction(forward, backend: backend, member: member))
    default:
      throw BuildFailure(
        "unknown-action-type", "unknown action type: \(configuration.type)", at: configuration.origin.spans)
    }
    return Action(kind: kind, origin: configuration.origin)
  }

  /// Mirrors `buildForwardAction`.
  private func forwardAction(
    _ forward: ForwardConfiguration, backend: EnhancedBackend, member: IngressGroupMember
  ) throws(BuildFailure) -> Action.Forward {
    var targets: [Action.Forward.Target] = []
    for tuple in forward.targetGroups {
      targets.append(
        Action.Forward.Target(
          targetGroup: try targetGroup(of: tuple, backend: backend, member: member), weight: tuple.weight))
    }
    return Action.Forward(
      targets: targets.isEmpty ? nil : targets,
      stickiness: forward.stickiness.map {
        Action.Forward.Stickiness(enabled: $0.enabled, durationSeconds: $0.durationSeconds)
      })
  }

  private func targetGroup(
    of tuple: TargetGroupTuple, backend: EnhancedBackend, member: IngressGroupMember
  ) throws(BuildFailure) -> Planned<Identifier> {
    let origin = backend.action.origin
    if let arn = tuple.targetGroupARN { return Planned(.literal(arn), from: origin) }
    if let name = tuple.targetGroupName {
      let arn = try wrapping("searching TargetGroup with name \(name)") { () throws(BuildFailure) in
        try TargetGroupNameResolver(world).arn(forName: Located(name, at: origin.spans.first ?? backend.span))
      }
      if arn.missingFact != nil {
        assume(Assumption(.targetGroups, "the account has a target group named \(name)", at: origin.spans))
      }
      return arn.map { .literal($0) }
    }
    let serviceName = ObjectName(namespace: member.name.namespace, name: tuple.serviceName ?? "")
    guard let service = backends.service(serviceName), let port = tuple.servicePort else {
      throw backend.action.missing("servicePort")
    }
    let id = try buildTargetGroup(
      service, port: port, member: member, origin: origin, portSpan: backend.portSpan)
    return Planned(.reference(.targetGroup(id)), from: origin)
  }
}

extension ActionConfiguration {
  fileprivate func missing(_ what: String) -> BuildFailure {
    BuildFailure("invalid-action", "missing \(what)", at: origin.spans)
  }
}

extension JWTConfiguration {
  /// Mirrors `buildJwtValidationAction`.
  fileprivate var action: Action {
    let validation = Action.JWTValidation(
      jwksEndpoint: jwksEndpoint, issuer: issuer,
      additionalClaims: additionalClaims.map {
        Action.JWTValidation.Claim(format: $0.format, name: $0.name, values: $0.values)
      })
    return Action(kind: .validateJWT(validation), origin: origin)
  }
}
