extension Action {
  /// Mirrors `Action` in `pkg/model/elbv2/listener.go`.
  var tree: PlanNode {
    var action = PlanObject()
    switch kind {
    case .authenticateCognito(let cognito):
      action.add("type", "authenticate-cognito")
      action.add("authenticateCognitoConfig", cognito.tree)
    case .authenticateOIDC(let oidc):
      action.add("type", "authenticate-oidc")
      action.add("authenticateOIDCConfig", oidc.tree)
    case .validateJWT(let jwt):
      action.add("type", "jwt-validation")
      action.add("jwtValidationConfig", jwt.tree)
    case .fixedResponse(let response):
      action.add("type", "fixed-response")
      action.add("fixedResponseConfig", response.tree)
    case .redirect(let redirect):
      action.add("type", "redirect")
      action.add("redirectConfig", redirect.tree)
    case .forward(let forward):
      action.add("type", "forward")
      action.add("forwardConfig", forward.tree)
    }
    var node = action.node
    node.origin = origin
    return node
  }
}

extension PlanObject {
  fileprivate mutating func add(session: Action.AuthenticationSession) {
    if let parameters = session.extraParameters, !parameters.isEmpty {
      add("authenticationRequestExtraParams", .sortedMap(parameters))
    }
    add("onUnauthenticatedRequest", ifPresent: session.onUnauthenticatedRequest.map { .planned($0) })
    add("scope", .planned(session.scope))
    add("sessionCookieName", .planned(session.sessionCookieName))
    add("sessionTimeout", .planned(session.sessionTimeout))
  }
}

extension Action.AuthenticateCognito {
  fileprivate var tree: PlanNode {
    var object = PlanObject()
    object.add(session: session)
    object.add("userPoolARN", userPoolARN)
    object.add("userPoolClientID", userPoolClientID)
    object.add("userPoolDomain", userPoolDomain)
    return object.node
  }
}

extension Action.AuthenticateOIDC {
  fileprivate var tree: PlanNode {
    var object = PlanObject()
    object.add(session: session)
    object.add("issuer", issuer)
    object.add("authorizationEndpoint", authorizationEndpoint)
    object.add("tokenEndpoint", tokenEndpoint)
    object.add("userInfoEndpoint", userInfoEndpoint)
    object.add("clientID", "[REDACTED]")
    object.add("clientSecret", "[REDACTED]")
    return object.node
  }
}

extension Action.JWTValidation {
  fileprivate var tree: PlanNode {
    var object = PlanObject()
    object.add("jwksEndpoint", jwksEndpoint)
    object.add("issuer", issuer)
    object.add(
      "additionalClaims",
      unlessEmpty: additionalClaims.map { claim in
        var object = PlanObject()
        object.add("format", claim.format)
        object.add("name", claim.name)
        object.add("values", .texts(claim.values))
        return object.node
      })
    return object.node
  }
}

extension Action.FixedResponse {
  fileprivate var tree: PlanNode {
    var object = PlanObject()
    object.add("contentType", ifPresent: contentType)
    object.add("messageBody", ifPresent: messageBody)
    object.add("statusCode", statusCode)
    return object.node
  }
}

extension Action.Redirect {
  fileprivate var tree: PlanNode {
    var object = PlanObject()
    object.add("host", ifPresent: host)
    object.add("path", ifPresent: path)
    object.add("port", ifPresent: port)
    object.add("protocol", ifPresent: `protocol`)
    object.add("query", ifPresent: query)
    object.add("statusCode", statusCode)
    return object.node
  }
}

extension Action.Forward {
  fileprivate var tree: PlanNode {
    var object = PlanObject()
    object.add(
      "targetGroups",
      targets.map { targets in
        PlanNode(
          .list(
            targets.map { target in
              var object = PlanObject()
              object.add("targetGroupARN", .planned(target.targetGroup))
              object.add("weight", ifPresent: target.weight.map { .number($0) })
              return object.node
            }))
      } ?? PlanNode(.null))
    object.add(
      "targetGroupStickinessConfig",
      ifPresent: stickiness.map { stickiness in
        var object = PlanObject()
        object.add("enabled", ifPresent: stickiness.enabled.map { PlanNode(.boolean($0)) })
        object.add("durationSeconds", ifPresent: stickiness.durationSeconds.map { .number($0) })
        return object.node
      })
    return object.node
  }
}
