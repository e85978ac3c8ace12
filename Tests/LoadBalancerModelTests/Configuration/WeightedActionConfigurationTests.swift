import Manifests
import Testing

@testable import LoadBalancerModel

/// `actions.{protocol}-{port}` of a Service; the texts are the controller's.
@Suite struct WeightedActionConfigurationTests {
  private func parse(_ json: String) throws -> WeightedActionConfiguration {
    try WeightedActionConfiguration.parse(.example("service.beta.kubernetes.io/actions.TCP-80", json))
  }

  @Test(arguments: [
    ("{}", "unknown action type: "), (#"{"type":"redirect"}"#, "unknown action type: redirect"),
    (
      #"{"type":"forward","forwardConfig":{"targetGroups":[{}]}}"#,
      "invalid ForwardConfig: invalid TargetGroupTuple: precisely one of targetGroupARN and serviceName can be specified"
    ),
    (
      #"{"type":"forward","forwardConfig":{"targetGroups":[{"serviceName":"a"}]}}"#,
      "invalid ForwardConfig: invalid TargetGroupTuple: missing servicePort"
    ),
    (
      #"{"type":"forward","forwardConfig":{"targetGroups":[{"targetGroupARN":"a","weight":1000}]}}"#,
      "invalid ForwardConfig: invalid TargetGroupTuple: target group weight must be between 0 and 999"
    ),
    (
      #"{"type":"forward","forwardConfig":{"targetGroups":[{"targetGroupARN":"a"},{"targetGroupARN":"b","weight":1}]}}"#,
      "invalid ForwardConfig: weight must be set when routing to multiple target groups"
    ),
  ])
  func refuses(_ json: String, _ message: String) throws {
    let action = try parse(json)
    let failure = #expect(throws: BuildFailure.self) { try action.validate() }
    #expect(failure?.message == message)
  }

  @Test func keepsANumericPortNameAsAName() throws {
    let action = try parse(
      #"{"type":"forward","forwardConfig":{"baseServiceWeight":7,"targetGroups":[{"serviceName":"a","servicePort":"80","decrypt":true}]}}"#
    )
    try action.validate()
    #expect(action.forward?.baseServiceWeight == 7)
    #expect(action.forward?.targetGroups.first?.servicePort == .name("80"))
    #expect(action.forward?.targetGroups.first?.decrypt == true)
  }

  @Test func letsAForwardWithoutConfigurationPass() throws {
    let action = try parse(#"{"type":"forward"}"#)
    #expect(throws: Never.self) { try action.validate() }
    #expect(action.forward == nil)
  }
}
