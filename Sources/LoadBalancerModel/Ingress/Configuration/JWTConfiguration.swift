/// What the annotation `jwt-validation` says. Mirrors `JwtValidationConfig` in `pkg/ingress/config_types.go`.
package struct JWTConfiguration: Sendable {
  package var jwksEndpoint: String
  package var issuer: String
  package var additionalClaims: [Claim]
  /// The annotation.
  package var origin: Origin

  /// Mirrors `JwtAdditionalClaim`; the format is not checked.
  package struct Claim: Sendable {
    package var format: String
    package var name: String
    package var values: [String]
  }

  /// Refuses what the controller refuses, in its order. Mirrors `buildJwtValidationConfig` in
  /// `pkg/ingress/enhanced_backend_builder.go`.
  package func validate() throws(BuildFailure) {
    guard !jwksEndpoint.isEmpty else { throw failure("jwksEndpoint is a required field for jwt validation") }
    guard !issuer.isEmpty else { throw failure("issuer is a required field for jwt validation") }
    for claim in additionalClaims {
      let suffix = "for additional claims for jwt validation"
      guard !claim.format.isEmpty else { throw failure("format is a required field \(suffix)") }
      guard !claim.name.isEmpty else { throw failure("name is a required field \(suffix)") }
      guard !claim.values.isEmpty else { throw failure("values must not be empty \(suffix)") }
    }
  }

  private func failure(_ message: String) -> BuildFailure {
    BuildFailure("invalid-jwt-validation", message, at: origin.spans)
  }
}
