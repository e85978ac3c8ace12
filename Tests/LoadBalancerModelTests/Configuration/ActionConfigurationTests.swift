import Manifests
import Testing

@testable import LoadBalancerModel

/// `actions.{name}`; the texts are the controller's.
@Suite struct ActionConfigurationTests {
  private func parse(_ json: String) throws -> ActionConfiguration {
    try ActionConfiguration.parse(.example("alb.ingress.kubernetes.io/actions.go", json))
  }

  @Test(arguments: [
    (#"{"type":"fixed-response"}"#, "missing FixedResponseConfig"),
    (#"{"type":"fixed-response","fixedResponseConfig":{}}"#, "invalid FixedResponseConfig: statusCode is required"),
    (#"{"type":"redirect"}"#, "missing RedirectConfig"),
    (#"{"type":"redirect","redirectConfig":{}}"#, "invalid RedirectConfig: statusCode is required"),
    (#"{"type":"forward"}"#, "missing ForwardConfig or TargetGroupARN/TargetGroupName"),
    (
      #"{"type":"forward","targetGroupName":"a","forwardConfig":{}}"#,
      "either ForwardConfig or TargetGroupARN/TargetGroupName can be specified"
    ),
    (
      #"{"type":"forward","forwardConfig":{"targetGroups":[{}]}}"#,
      "invalid ForwardConfig: invalid TargetGroupTuple: missing serviceName or targetGroupARN/targetGroupName"
    ),
    (
      #"{"type":"forward","forwardConfig":{"targetGroups":[{"serviceName":"a","targetGroupARN":""}]}}"#,
      "invalid ForwardConfig: invalid TargetGroupTuple: either serviceName or targetGroupARN/targetGroupName can be specified"
    ),
    (
      #"{"type":"forward","forwardConfig":{"targetGroups":[{"serviceName":"a"}]}}"#,
      "invalid ForwardConfig: invalid TargetGroupTuple: missing servicePort"
    ),
    (
      #"{"type":"forward","forwardConfig":{"targetGroups":[{"targetGroupARN":"a","weight":1},{"targetGroupARN":"b"}]}}"#,
      "invalid ForwardConfig: weight must be set when route to multiple target groups"
    ),
    (#"{"type":"Forward"}"#, "unknown action type: Forward"), ("{}", "unknown action type: "),
    ("null", "unknown action type: "),
  ])
  func refuses(_ json: String, _ message: String) throws {
    let action = try parse(json)
    let failure = #expect(throws: BuildFailure.self) { try action.validate() }
    #expect(failure?.message == message)
    #expect(failure?.culprits == [.example])
  }

  @Test(arguments: [
    #"{"type":"forward","forwardConfig":{"targetGroups":[]}}"#, #"{"type":"forward","forwardConfig":{}}"#,
    #"{"type":"forward","targetGroupARN":""}"#,
    #"{"type":"fixed-response","fixedResponseConfig":{"statusCode":"nonsense"}}"#,
  ])
  func letsPassWhatTheControllerDoesNotCheck(_ json: String) throws {
    let action = try parse(json)
    #expect(throws: Never.self) { try action.validate() }
  }

  @Test func saysWhatGoDislikesInTheText() {
    let failure = #expect(throws: BuildFailure.self) { try parse(#"{"type": "\x"}"#) }
    #expect(
      failure?.message
        == "failed to parse json annotation, alb.ingress.kubernetes.io/actions.go: {\"type\": \"\\x\"}: "
        + "invalid character 'x' in string escape code")
  }

  @Test func readsEveryField() throws {
    let redirect = try #require(
      try parse(
        #"{"redirectConfig":{"host":"h","path":"/p","port":"1","protocol":"HTTPS","query":"q","statusCode":"HTTP_301"}}"#
      ).redirect)
    #expect([redirect.host, redirect.path, redirect.port] == ["h", "/p", "1"])
    #expect([redirect.protocol, redirect.query, redirect.statusCode] == ["HTTPS", "q", "HTTP_301"])
    let response = try #require(
      try parse(#"{"fixedResponseConfig":{"contentType":"c","messageBody":"","statusCode":"503"}}"#).fixedResponse)
    #expect([response.contentType, response.messageBody, response.statusCode] == ["c", "", "503"])
    let forward = try #require(
      try parse(
        #"""
        {"forwardConfig":{"targetGroups":[{"targetGroupARN":"a","targetGroupName":"n","serviceName":"s","servicePort":80,
        "weight":-1}],"targetGroupStickinessConfig":{"enabled":false,"durationSeconds":200}}}
        """#
      ).forward)
    let tuple = try #require(forward.targetGroups.first)
    #expect([tuple.targetGroupARN, tuple.targetGroupName, tuple.serviceName] == ["a", "n", "s"])
    #expect(tuple.servicePort == .number(80))
    #expect(tuple.weight == -1)
    #expect(forward.stickiness?.enabled == false)
    #expect(forward.stickiness?.durationSeconds == 200)
  }

  @Test func writesTheShortFormOfAForwardOut() throws {
    let action = try parse(#"{"type":"forward","targetGroupARN":"a","targetGroupName":"n"}"#).normalized()
    #expect(action.targetGroupARN == nil)
    #expect(action.forward?.targetGroups.map(\.targetGroupARN) == ["a"])
    #expect(action.forward?.targetGroups.map(\.targetGroupName) == ["n"])
  }

  @Test(
    arguments: [
      ("\"80\"", .number(80)), ("\"+80\"", .number(80)), ("\"http\"", .name("http")), ("\"\"", .name("")),
      ("\"2147483648\"", .name("2147483648")), ("80", .number(80)), ("-1", .number(-1)),
    ] as [(String, IntOrString)])
  func readsAPortOfDigitsAsANumber(_ json: String, _ port: IntOrString) throws {
    let action = try parse(
      #"{"type":"forward","forwardConfig":{"targetGroups":[{"serviceName":"a","servicePort":\#(json)}]}}"#)
    #expect(action.normalized().forward?.targetGroups.first?.servicePort == port)
  }
}
