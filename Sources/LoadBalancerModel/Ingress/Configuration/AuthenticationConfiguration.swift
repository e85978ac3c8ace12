/// What the `auth-*` annotations say. Mirrors `AuthConfig` in `pkg/ingress/auth_config_builder.go`.
package struct AuthenticationConfiguration: Sendable {
  /// `auth-type`.
  package enum Kind: String, Sendable, CaseIterable {
    case none, cognito, oidc
  }
  package var type: Planned<Kind>
  package var cognito: CognitoIdentityProvider?
  package var oidc: OIDCIdentityProvider?
  /// Not checked by the controller.
  package var onUnauthenticatedRequest: Planned<String>
  package var scope: Planned<String>
  package var sessionCookieName: Planned<String>
  /// Seconds.
  package var sessionTimeout: Planned<Int64>

  /// `auth-idp-cognito`. Mirrors `AuthIDPConfigCognito`.
  package struct CognitoIdentityProvider: Sendable {
    package var userPoolARN: String
    package var userPoolClientID: String
    package var userPoolDomain: String
    package var extraParameters: [String: String]?
    package var origin: Origin
  }

  /// `auth-idp-oidc`. Mirrors `AuthIDPConfigOIDC`.
  package struct OIDCIdentityProvider: Sendable {
    package var issuer: String
    package var authorizationEndpoint: String
    package var tokenEndpoint: String
    package var userInfoEndpoint: String
    /// In the namespace of the Ingress.
    package var secretName: String
    package var extraParameters: [String: String]?
    package var origin: Origin
  }
}
