package import Manifests

extension AuthenticationConfiguration {
  /// Reads the `auth-*` annotations in the controller's order. Mirrors `defaultAuthConfigBuilder.Build`.
  ///
  /// - Parameter reader: the Service's annotations before the Ingress's, or those of the Ingress alone.
  package static func parse(_ reader: AnnotationReader) throws(BuildFailure) -> Self {
    let type = try kind(reader)
    let timeout =
      try reader.int64(AnnotationDefinition.Ingress.authSessionTimeout)
      ?? Planned(604_800, from: .controllerDefault)
    let cognito = try reader.annotation(AnnotationDefinition.Ingress.authIDPCognito)
      .map(CognitoIdentityProvider.parse)
    let oidc = try reader.annotation(AnnotationDefinition.Ingress.authIDPOIDC).map(OIDCIdentityProvider.parse)
    return Self(
      type: type, cognito: cognito, oidc: oidc,
      onUnauthenticatedRequest: reader.string(AnnotationDefinition.Ingress.authOnUnauthenticatedRequest)
        ?? Planned("authenticate", from: .controllerDefault),
      scope: reader.string(AnnotationDefinition.Ingress.authScope) ?? Planned("openid", from: .controllerDefault),
      sessionCookieName: reader.string(AnnotationDefinition.Ingress.authSessionCookie)
        ?? Planned("AWSELBAuthSessionCookie", from: .controllerDefault),
      sessionTimeout: timeout)
  }

  private static func kind(_ reader: AnnotationReader) throws(BuildFailure) -> Planned<Kind> {
    guard let annotation = reader.annotation(AnnotationDefinition.Ingress.authType) else {
      return Planned(.none, from: .controllerDefault)
    }
    guard let kind = Kind(rawValue: annotation.value.value) else {
      throw BuildFailure(
        "unknown-auth-type", "unknown authType: \(annotation.value.value)", at: [annotation.value.span])
    }
    return Planned(kind, from: .annotation(annotation))
  }
}

extension AuthenticationConfiguration.CognitoIdentityProvider {
  /// `AuthIDPConfigCognito` in `pkg/ingress/config_types.go`.
  package static let schema = GoStructure(
    "ingress", "AuthIDPConfigCognito",
    [
      GoField("userPoolARN", .string), GoField("userPoolClientID", .string), GoField("userPoolDomain", .string),
      GoField("authenticationRequestExtraParams", .map(.string)),
    ])

  /// Reads an annotation `auth-idp-cognito`; the controller checks nothing in it.
  package static func parse(_ annotation: Annotation) throws(BuildFailure) -> Self {
    let record = try AnnotationReader.json(annotation, as: .structure(schema)).record
    return Self(
      userPoolARN: record?["userPoolARN"].string ?? "", userPoolClientID: record?["userPoolClientID"].string ?? "",
      userPoolDomain: record?["userPoolDomain"].string ?? "",
      extraParameters: record?["authenticationRequestExtraParams"].stringMap, origin: .annotation(annotation))
  }
}

extension AuthenticationConfiguration.OIDCIdentityProvider {
  /// `AuthIDPConfigOIDC` in `pkg/ingress/config_types.go`.
  package static let schema = GoStructure(
    "ingress", "AuthIDPConfigOIDC",
    [
      GoField("issuer", .string), GoField("authorizationEndpoint", .string), GoField("tokenEndpoint", .string),
      GoField("userInfoEndpoint", .string), GoField("secretName", .string),
      GoField("authenticationRequestExtraParams", .map(.string)),
    ])

  /// Reads an annotation `auth-idp-oidc`; the controller checks nothing in it.
  package static func parse(_ annotation: Annotation) throws(BuildFailure) -> Self {
    let record = try AnnotationReader.json(annotation, as: .structure(schema)).record
    return Self(
      issuer: record?["issuer"].string ?? "", authorizationEndpoint: record?["authorizationEndpoint"].string ?? "",
      tokenEndpoint: record?["tokenEndpoint"].string ?? "",
      userInfoEndpoint: record?["userInfoEndpoint"].string ?? "", secretName: record?["secretName"].string ?? "",
      extraParameters: record?["authenticationRequestExtraParams"].stringMap, origin: .annotation(annotation))
  }
}
