extension LintRule {
  /// Rules on authentication and mutual TLS.
  static let authenticationRules: [LintRule] = [
    loginBypassedOverHTTP, providerWithoutAuthType, unknownAuthType, authTypeWithoutProvider, incompleteProvider,
    unusableOIDCSecret, invalidJWTValidation, authenticationWithJWT, unauthenticatedRequestsAllowed,
    unknownUnauthenticatedAction, unreachableIdentityProvider, mutualAuthenticationWithoutListener,
    invalidMutualAuthentication, unknownTrustStore,
  ]
}
