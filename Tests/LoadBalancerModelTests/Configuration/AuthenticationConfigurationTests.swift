import Manifests
import Testing

@testable import LoadBalancerModel

/// The `auth-*` annotations; order and texts are the controller's.
@Suite struct AuthenticationConfigurationTests {
  private func parse(_ ingress: [String: String], service: [String: String] = [:]) throws -> AuthenticationConfiguration
  {
    func annotations(_ texts: [String: String]) -> Annotations {
      Annotations(texts.map { .example("alb.ingress.kubernetes.io/\($0.key)", $0.value) })
    }
    return try AuthenticationConfiguration.parse(AnnotationReader(annotations(service), annotations(ingress)))
  }

  @Test func fillsInTheDefaults() throws {
    let configuration = try parse([:])
    #expect(configuration.type.known == AuthenticationConfiguration.Kind.none)
    #expect(configuration.onUnauthenticatedRequest.known == "authenticate")
    #expect(configuration.scope.known == "openid")
    #expect(configuration.sessionCookieName.known == "AWSELBAuthSessionCookie")
    #expect(configuration.sessionTimeout.known == 604_800)
    #expect(configuration.cognito == nil && configuration.oidc == nil)
  }

  @Test func readsTheProvidersWithoutCheckingThem() throws {
    let configuration = try parse(
      ["auth-type": "cognito", "auth-idp-oidc": #"{"secretName":"s"}"#],
      service: ["auth-idp-cognito": #"{"UserPoolArn":"a","authenticationRequestExtraParams":{"b":"c"}}"#])
    #expect(configuration.cognito?.userPoolARN == "a")
    #expect(configuration.cognito?.extraParameters == ["b": "c"])
    #expect(configuration.oidc?.secretName == "s")
    #expect(configuration.oidc?.extraParameters == nil)
  }

  @Test(
    arguments: [
      (["auth-type": "OIDC", "auth-session-timeout": "x"], "unknown authType: OIDC"),
      (
        ["auth-session-timeout": "x", "auth-idp-cognito": "{"],
        "failed to parse int64 annotation, alb.ingress.kubernetes.io/auth-session-timeout: x: "
          + "strconv.ParseInt: parsing \"x\": invalid syntax"
      ),
      (
        ["auth-idp-cognito": "[]", "auth-idp-oidc": ""],
        "failed to parse json annotation, alb.ingress.kubernetes.io/auth-idp-cognito: []: "
          + "json: cannot unmarshal array into Go value of type ingress.AuthIDPConfigCognito"
      ),
      (
        ["auth-idp-oidc": ""],
        "failed to parse json annotation, alb.ingress.kubernetes.io/auth-idp-oidc: : unexpected end of JSON input"
      ),
    ] as [([String: String], String)])
  func refusesInTheControllersOrder(_ texts: [String: String], _ message: String) {
    let failure = #expect(throws: BuildFailure.self) { try parse(texts) }
    #expect(failure?.message == message)
  }
}
