/// Actions, conditions, transforms, authentication.
extension AnnotationDefinition.Ingress {
  package static let actions = AnnotationDefinition(
    "alb.ingress.kubernetes.io/actions.{action-name}", .json,
    summary:
      "Defines an action (forward, redirect or fixed response) for backends that name it with the port use- "
      + "annotation.",
    on: [.ingress], since: .init(2, 0), reference: .init(.ingress, "actions"))
  package static let conditions = AnnotationDefinition(
    "alb.ingress.kubernetes.io/conditions.{conditions-name}", .json,
    summary: "Adds conditions to the rules of all paths with this backend name.",
    on: [.ingress], since: .init(2, 0), reference: .init(.ingress, "conditions"))
  package static let transforms = AnnotationDefinition(
    "alb.ingress.kubernetes.io/transforms.{transforms-name}", .json,
    summary: "Rewrites host or URL in the rules of all paths with this backend name.",
    on: [.ingress], since: .init(2, 14, 1), reference: .init(.ingress, "transforms"))
  package static let useRegexPathMatch = AnnotationDefinition(
    "alb.ingress.kubernetes.io/use-regex-path-match", .bool,
    summary: "Reads ImplementationSpecific paths as regular expressions, without their first character.",
    default: "false", on: [.ingress], since: .init(2, 14, 1), reference: .init(.ingress, "use-regex-path-match"))
  package static let authType = AnnotationDefinition(
    "alb.ingress.kubernetes.io/auth-type", .oneOf(["none", "cognito", "oidc"]),
    summary: "Has the ALB log users in through Cognito or OpenID Connect before it forwards; on HTTPS listeners only.",
    default: "none", documented: "none", on: [.ingress, .service], since: .init(2, 0),
    reference: .init(.ingress, "auth-type"))
  package static let authIDPCognito = AnnotationDefinition(
    "alb.ingress.kubernetes.io/auth-idp-cognito", .json,
    summary: "Describes the Cognito user pool as JSON for auth-type cognito.",
    on: [.ingress, .service], since: .init(2, 0), reference: .init(.ingress, "auth-idp-cognito"))
  package static let authIDPOIDC = AnnotationDefinition(
    "alb.ingress.kubernetes.io/auth-idp-oidc", .json,
    summary:
      "Describes the OpenID Connect provider as JSON for auth-type oidc, with the Secret that holds the client's "
      + "id and secret.",
    on: [.ingress, .service], since: .init(2, 0), reference: .init(.ingress, "auth-idp-oidc"))
  package static let authOnUnauthenticatedRequest = AnnotationDefinition(
    "alb.ingress.kubernetes.io/auth-on-unauthenticated-request", .oneOf(["authenticate", "allow", "deny"]),
    summary: "Says what happens to a request without login: log in, let through or refuse.",
    default: "authenticate", documented: "authenticate", on: [.ingress, .service], since: .init(2, 0),
    otherValues: .passedOn, reference: .init(.ingress, "auth-on-unauthenticated-request"))
  package static let authScope = AnnotationDefinition(
    "alb.ingress.kubernetes.io/auth-scope", .string,
    summary: "Lists the claims to ask of the identity provider, separated by blanks.",
    default: "openid", documented: "openid", on: [.ingress, .service], since: .init(2, 0),
    reference: .init(.ingress, "auth-scope"))
  package static let authSessionCookie = AnnotationDefinition(
    "alb.ingress.kubernetes.io/auth-session-cookie", .string,
    summary: "Names the cookie that keeps the login.",
    default: "AWSELBAuthSessionCookie", documented: "AWSELBAuthSessionCookie", on: [.ingress, .service],
    since: .init(2, 0), reference: .init(.ingress, "auth-session-cookie"))
  package static let authSessionTimeout = AnnotationDefinition(
    "alb.ingress.kubernetes.io/auth-session-timeout", .int64,
    summary: "Says how many seconds a login lasts.",
    default: "604800", documented: "604800", on: [.ingress, .service], since: .init(2, 0),
    reference: .init(.ingress, "auth-session-timeout"))
  package static let jwtValidation = AnnotationDefinition(
    "alb.ingress.kubernetes.io/jwt-validation", .json,
    summary: "Has the ALB check JSON web tokens before it forwards; on HTTPS listeners only.",
    on: [.ingress], since: .init(2, 15), reference: .init(.ingress, "jwt-validation"))
}
