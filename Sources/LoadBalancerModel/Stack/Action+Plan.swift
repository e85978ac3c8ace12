extension Action {
  /// Mirrors `Action` in `pkg/model/elbv2/listener.go`.
  func write(to plan: inout some PlanSink) {
    plan.object(from: origin) { plan in
      switch kind {
      case .authenticateCognito(let cognito):
        plan.member("type", "authenticate-cognito")
        plan.object("authenticateCognitoConfig") { cognito.writeMembers(to: &$0) }
      case .authenticateOIDC(let oidc):
        plan.member("type", "authenticate-oidc")
        plan.object("authenticateOIDCConfig") { oidc.writeMembers(to: &$0) }
      case .validateJWT(let jwt):
        plan.member("type", "jwt-validation")
        plan.object("jwtValidationConfig") { jwt.writeMembers(to: &$0) }
      case .fixedResponse(let response):
        plan.member("type", "fixed-response")
        plan.object("fixedResponseConfig") { response.writeMembers(to: &$0) }
      case .redirect(let redirect):
        plan.member("type", "redirect")
        plan.object("redirectConfig") { redirect.writeMembers(to: &$0) }
      case .forward(let forward):
        plan.member("type", "forward")
        plan.object("forwardConfig") { forward.writeMembers(to: &$0) }
      }
    }
  }
}

extension Action.AuthenticationSession {
  fileprivate func writeMembers(to plan: inout some PlanSink) {
    if let extraParameters, !extraParameters.isEmpty {
      plan.object("authenticationRequestExtraParams") { plan in
        for (key, value) in extraParameters.sorted(by: { $0.key.precedesBytewise($1.key) }) {
          plan.key(key)
          plan.text(value, from: nil)
        }
      }
    }
    plan.member("onUnauthenticatedRequest", ifPresent: onUnauthenticatedRequest)
    plan.member("scope", scope)
    plan.member("sessionCookieName", sessionCookieName)
    plan.member("sessionTimeout", sessionTimeout)
  }
}

extension Action.AuthenticateCognito {
  fileprivate func writeMembers(to plan: inout some PlanSink) {
    session.writeMembers(to: &plan)
    plan.member("userPoolARN", userPoolARN)
    plan.member("userPoolClientID", userPoolClientID)
    plan.member("userPoolDomain", userPoolDomain)
  }
}

extension Action.AuthenticateOIDC {
  fileprivate func writeMembers(to plan: inout some PlanSink) {
    session.writeMembers(to: &plan)
    plan.member("issuer", issuer)
    plan.member("authorizationEndpoint", authorizationEndpoint)
    plan.member("tokenEndpoint", tokenEndpoint)
    plan.member("userInfoEndpoint", userInfoEndpoint)
    plan.member("clientID", "[REDACTED]")
    plan.member("clientSecret", "[REDACTED]")
  }
}

extension Action.JWTValidation {
  fileprivate func writeMembers(to plan: inout some PlanSink) {
    plan.member("jwksEndpoint", jwksEndpoint)
    plan.member("issuer", issuer)
    plan.list("additionalClaims", unlessEmpty: additionalClaims) { plan, claim in
      plan.object { plan in
        plan.member("format", claim.format)
        plan.member("name", claim.name)
        plan.member("values", texts: claim.values)
      }
    }
  }
}

extension Action.FixedResponse {
  fileprivate func writeMembers(to plan: inout some PlanSink) {
    plan.member("contentType", ifPresent: contentType)
    plan.member("messageBody", ifPresent: messageBody)
    plan.member("statusCode", statusCode)
  }
}

extension Action.Redirect {
  fileprivate func writeMembers(to plan: inout some PlanSink) {
    plan.member("host", ifPresent: host)
    plan.member("path", ifPresent: path)
    plan.member("port", ifPresent: port)
    plan.member("protocol", ifPresent: `protocol`)
    plan.member("query", ifPresent: query)
    plan.member("statusCode", statusCode)
  }
}

extension Action.Forward {
  fileprivate func writeMembers(to plan: inout some PlanSink) {
    if let targets {
      plan.list("targetGroups", targets) { plan, target in
        plan.object { plan in
          plan.member("targetGroupARN", target.targetGroup)
          plan.member("weight", ifPresent: target.weight)
        }
      }
    } else {
      plan.field("targetGroups")
      plan.null(from: nil)
    }
    if let stickiness {
      plan.object("targetGroupStickinessConfig") { plan in
        plan.member("enabled", ifPresent: stickiness.enabled)
        plan.member("durationSeconds", ifPresent: stickiness.durationSeconds)
      }
    }
  }
}
