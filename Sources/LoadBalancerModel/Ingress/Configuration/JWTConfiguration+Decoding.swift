package import Manifests

extension JWTConfiguration {
  /// `JwtValidationConfig` and what it holds, in `pkg/ingress/config_types.go`.
  package static let schema = GoStructure(
    "ingress", "JwtValidationConfig",
    [
      GoField("jwksEndpoint", .string), GoField("issuer", .string),
      GoField("additionalClaims", .slice(.structure(claimSchema))),
    ])

  private static let claimSchema = GoStructure(
    "ingress", "JwtAdditionalClaim",
    [
      GoField("format", .string(named: "ingress.jwtAdditionalClaimFormat")), GoField("name", .string),
      GoField("values", .slice(.string)),
    ])

  /// Reads an annotation `jwt-validation`; not validated yet.
  package static func parse(_ annotation: Annotation) throws(BuildFailure) -> Self {
    let value = try AnnotationReader.json(annotation, as: .structure(schema))
    let claims = value.record?["additionalClaims"].records ?? []
    return Self(
      jwksEndpoint: value.record?["jwksEndpoint"].string ?? "", issuer: value.record?["issuer"].string ?? "",
      additionalClaims: claims.map {
        Claim(format: $0["format"].string ?? "", name: $0["name"].string ?? "", values: $0["values"].strings)
      },
      origin: .annotation(annotation))
  }
}
