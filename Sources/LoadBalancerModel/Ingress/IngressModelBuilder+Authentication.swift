import Manifests

extension IngressModelBuilder {
  /// The authentication in front of an action; `nil` when there is none.
  ///
  /// Mirrors `buildAuthAction` in `pkg/ingress/model_build_actions.go`.
  func authenticationAction(
    _ configuration: AuthenticationConfiguration, member: IngressGroupMember
  ) throws(BuildFailure) -> Action? {
    let origin = configuration.type.origin
    switch configuration.type.known {
    case .cognito:
      guard let provider = configuration.cognito else {
        throw BuildFailure("missing-cognito-settings", "missing IDPConfigCognito", at: origin.spans)
      }
      let cognito = Action.AuthenticateCognito(
        session: configuration.session(provider.extraParameters), userPoolARN: provider.userPoolARN,
        userPoolClientID: provider.userPoolClientID, userPoolDomain: provider.userPoolDomain)
      return Action(kind: .authenticateCognito(cognito), origin: origin)
    case .oidc:
      guard let provider = configuration.oidc else {
        throw BuildFailure("missing-oidc-settings", "missing IDPConfigOIDC", at: origin.spans)
      }
      let secret = ObjectName(namespace: member.name.namespace, name: provider.secretName)
      try checkSecret(secret, of: provider)
      let oidc = Action.AuthenticateOIDC(
        session: configuration.session(provider.extraParameters), issuer: provider.issuer,
        authorizationEndpoint: provider.authorizationEndpoint, tokenEndpoint: provider.tokenEndpoint,
        userInfoEndpoint: provider.userInfoEndpoint, secret: secret)
      return Action(kind: .authenticateOIDC(oidc), origin: origin)
    case .none?, nil: return nil
    }
  }

  /// The Secret must be there, carry the label that the flag asks for, and hold the client's id and secret.
  ///
  /// Mirrors `GetSecret` in `pkg/k8s/secrets_manager.go` and `buildAuthenticateOIDCAction`.
  private func checkSecret(
    _ name: ObjectName, of provider: AuthenticationConfiguration.OIDCIdentityProvider
  ) throws(BuildFailure) {
    let culprits = provider.origin.spans
    guard let secret = world.objects.secret(name) else {
      guard isAssumedSecret(name) else {
        throw BuildFailure("secret-not-found", "secrets \(GoText.quote(name.name)) not found", at: culprits)
      }
      assume(Assumption(.secret, "Secret \(name) exists and holds clientID and clientSecret", at: culprits))
      return
    }
    try checkLabel(of: secret, culprits: culprits)
    let here = culprits + [secret.metadata.name.span]
    guard secret.keys.contains("clientID") || secret.keys.contains("clientId") else {
      throw BuildFailure("secret-without-client-id", "missing clientID, secret: \(name)", at: here)
    }
    guard secret.keys.contains("clientSecret") else {
      throw BuildFailure("secret-without-client-secret", "missing clientSecret, secret: \(name)", at: here)
    }
  }

  /// An absent Secret is taken for granted where an Ingress of the group names it; a Service's word is not enough.
  private func isAssumedSecret(_ name: ObjectName) -> Bool {
    guard !world.isComplete, !name.name.isEmpty else { return false }
    return group.members.contains { member in
      guard member.name.namespace == name.namespace,
        let annotation = member.annotations[AnnotationDefinition.Ingress.authIDPOIDC.key],
        let provider = try? AuthenticationConfiguration.OIDCIdentityProvider.parse(annotation)
      else { return false }
      return provider.secretName == name.name
    }
  }

  /// Mirrors `validateSecretLabel`.
  private func checkLabel(of secret: Secret, culprits: [SourceSpan]) throws(BuildFailure) {
    let flag = world.controller.flags.requiredSecretsLabel
    guard !flag.isEmpty else { return }
    let scalars = flag.unicodeScalars
    let equals = scalars.firstIndex(of: "=") ?? scalars.endIndex
    let key = String(scalars[..<equals])
    let value = equals == scalars.endIndex ? "" : String(scalars[scalars.index(after: equals)...])
    let labels = secret.metadata.labels
    guard !key.isEmpty, labels[key] != value else { return }
    throw BuildFailure(
      "secret-without-label",
      "secret \(secret.metadata.objectName) is missing required label \(key)=\(value); "
        + "actual labels: \(GoText.map(labels))",
      at: culprits + [secret.metadata.name.span])
  }
}

extension AuthenticationConfiguration {
  /// What both kinds of authentication share.
  fileprivate func session(_ extraParameters: [String: String]?) -> Action.AuthenticationSession {
    Action.AuthenticationSession(
      extraParameters: extraParameters,
      onUnauthenticatedRequest: onUnauthenticatedRequest.known?.isEmpty == true ? nil : onUnauthenticatedRequest,
      scope: scope, sessionCookieName: sessionCookieName, sessionTimeout: sessionTimeout)
  }
}
