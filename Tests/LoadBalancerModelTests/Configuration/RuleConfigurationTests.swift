import Manifests
import Testing

@testable import LoadBalancerModel

/// `conditions.{name}`, `transforms.{name}` and `jwt-validation`; the texts are the controller's.
@Suite struct RuleConfigurationTests {
  @Test(arguments: [
    (#"{"field":"host-header"}"#, "missing hostHeaderConfig"),
    (
      #"{"field":"host-header","hostHeaderConfig":{}}"#,
      "invalid hostHeaderConfig: values or regexValues must be specified"
    ),
    (
      #"{"field":"path-pattern","pathPatternConfig":{"values":["a"],"regexValues":["b"]}}"#,
      "invalid pathPatternConfig: precisely one of values and regexValues can be specified"
    ),
    (#"{"field":"path-pattern"}"#, "missing pathPatternConfig"),
    (#"{"field":"http-header"}"#, "missing httpHeaderConfig"),
    (
      #"{"field":"http-header","httpHeaderConfig":{"httpHeaderName":"a"}}"#,
      "invalid httpHeaderConfig: values or regexValues must be specified"
    ),
    (#"{"field":"http-request-method"}"#, "missing httpRequestMethodConfig"),
    (
      #"{"field":"http-request-method","httpRequestMethodConfig":{"values":[]}}"#,
      "invalid httpRequestMethodConfig: values cannot be empty"
    ),
    (#"{"field":"query-string"}"#, "missing queryStringConfig"),
    (#"{"field":"query-string","queryStringConfig":{}}"#, "invalid queryStringConfig: Values cannot be empty"),
    (
      #"{"field":"query-string","queryStringConfig":{"values":[{"key":"a"}]}}"#,
      "invalid queryStringConfig: value cannot be empty"
    ),
    (#"{"field":"source-ip"}"#, "missing sourceIPConfig"),
    (#"{"field":"source-ip","sourceIPConfig":{}}"#, "invalid sourceIPConfig: values cannot be empty"),
    ("null", nil), (#"{"field":"Host-Header"}"#, nil),
    (#"{"field":"host-header","hostheaderconfig":{"values":["a"]}}"#, nil),
  ])
  func checksACondition(_ json: String, _ message: String?) throws {
    let conditions = try ConditionConfiguration.parse(.example("alb.ingress.kubernetes.io/conditions.web", "[\(json)]"))
    #expect(conditions.count == 1)
    let failure = try failure { try conditions.first?.validate() }
    #expect(failure?.message == message)
  }

  @Test(arguments: [
    (#"{"type":"host-header-rewrite"}"#, "missing hostHeaderRewriteConfig"),
    (
      #"{"type":"host-header-rewrite","hostHeaderRewriteConfig":{"rewrites":[]}}"#,
      "hostHeaderRewriteConfig.rewrites cannot be empty"
    ),
    (#"{"type":"url-rewrite"}"#, "missing urlRewriteConfig"),
    (#"{"type":"url-rewrite","urlRewriteConfig":{}}"#, "urlRewriteConfig.rewrites cannot be empty"),
    (#"{"type":"url"}"#, "unknown transform type: url"), ("null", "unknown transform type: "),
    (#"{"type":"url-rewrite","urlRewriteConfig":{"rewrites":[{}]}}"#, nil),
  ])
  func checksATransform(_ json: String, _ message: String?) throws {
    let transforms = try TransformConfiguration.parse(.example("alb.ingress.kubernetes.io/transforms.web", "[\(json)]"))
    let failure = try failure { try transforms.first?.validate() }
    #expect(failure?.message == message)
  }

  @Test(arguments: [
    ("{}", "jwksEndpoint is a required field for jwt validation"),
    (#"{"jwksEndpoint":"a"}"#, "issuer is a required field for jwt validation"),
    (
      #"{"jwksEndpoint":"a","issuer":"b","additionalClaims":[null]}"#,
      "format is a required field for additional claims for jwt validation"
    ),
    (
      #"{"jwksEndpoint":"a","issuer":"b","additionalClaims":[{"format":"x"}]}"#,
      "name is a required field for additional claims for jwt validation"
    ),
    (
      #"{"jwksEndpoint":"a","issuer":"b","additionalClaims":[{"format":"x","name":"n","values":[]}]}"#,
      "values must not be empty for additional claims for jwt validation"
    ),
    (#"{"jwksEndpoint":"a","issuer":"b"}"#, nil),
  ])
  func checksTokenValidation(_ json: String, _ message: String?) throws {
    let configuration = try JWTConfiguration.parse(.example("alb.ingress.kubernetes.io/jwt-validation", json))
    let failure = try failure { try configuration.validate() }
    #expect(failure?.message == message)
  }

  private func failure(_ body: () throws -> Void) throws -> BuildFailure? {
    do {
      try body()
      return nil
    } catch let failure as BuildFailure {
      return failure
    }
  }
}
