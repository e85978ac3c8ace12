import Testing

@testable import LoadBalancerModel

/// How Go decodes JSON into structures; expectations from Go 1.26 and the controller's own types.
@Suite struct GoJSONDecodingTests {
  private static let action = GoType.structure(ActionConfiguration.schema)
  private static let conditions = GoType.slice(.structure(ConditionConfiguration.schema))
  private static let cognito = GoType.structure(AuthenticationConfiguration.CognitoIdentityProvider.schema)

  @Test(
    arguments: [
      (action, "[]", "array into Go value of type ingress.Action"),
      (action, "\"redirect\"", "string into Go value of type ingress.Action"),
      (
        action, #"{"forwardConfig":[]}"#,
        "array into Go struct field Action.forwardConfig of type ingress.ForwardActionConfig"
      ),
      (
        action, #"{"forwardConfig":{"targetGroups":{"a":1}}}"#,
        "object into Go struct field ForwardActionConfig.forwardConfig.targetGroups of type []ingress.TargetGroupTuple"
      ),
      (
        action, #"{"forwardConfig":{"targetGroups":[1]}}"#,
        "number into Go struct field ForwardActionConfig.forwardConfig.targetGroups of type ingress.TargetGroupTuple"
      ),
      (
        action, #"{"forwardConfig":{"targetGroupStickinessConfig":{"enabled":"true"}}}"#,
        "string into Go struct field TargetGroupStickinessConfig.forwardConfig.targetGroupStickinessConfig.enabled of type bool"
      ),
      (
        action, #"{"forwardConfig":{"targetGroups":[{"weight":2147483648}]}}"#,
        "number 2147483648 into Go struct field TargetGroupTuple.forwardConfig.targetGroups.weight of type int32"
      ),
      (conditions, "[1]", "number into Go value of type ingress.RuleCondition"),
      (conditions, "{}", "object into Go value of type []ingress.RuleCondition"),
      (
        conditions, #"[{"hostHeaderConfig":{"values":[1]}}]"#,
        "number into Go struct field HostHeaderConditionConfig.hostHeaderConfig.values of type string"
      ),
      (
        conditions, #"[{"hostHeaderConfig":{"values":"a"}}]"#,
        "string into Go struct field HostHeaderConditionConfig.hostHeaderConfig.values of type []string"
      ),
      (
        .structure(JWTConfiguration.schema), #"{"additionalClaims":[{"format":1}]}"#,
        "number into Go struct field JwtAdditionalClaim.additionalClaims.format of type ingress.jwtAdditionalClaimFormat"
      ),
      (
        cognito, #"{"authenticationRequestExtraParams":{"a":1}}"#,
        "number into Go struct field AuthIDPConfigCognito.authenticationRequestExtraParams of type string"
      ),
      (
        cognito, #"{"authenticationRequestExtraParams":["a"]}"#,
        "array into Go struct field AuthIDPConfigCognito.authenticationRequestExtraParams of type map[string]string"
      ),
      (ListenPortsConfiguration.schema, #"[{"HTTP":"80"}]"#, "string into Go value of type int32"),
      (ListenPortsConfiguration.schema, #"[{"HTTP":80.5}]"#, "number 80.5 into Go value of type int32"),
      (ListenPortsConfiguration.schema, #"[{"HTTP":8e1}]"#, "number 8e1 into Go value of type int32"),
      (ListenPortsConfiguration.schema, "[[]]", "array into Go value of type map[string]int32"),
      (ListenPortsConfiguration.schema, "80", "number into Go value of type []map[string]int32"),
    ] as [(GoType, String, String)])
  func namesTypeAndPathOfAWrongValue(_ type: GoType, _ text: String, _ message: String) {
    let failure = #expect(throws: GoJSON.Failure.self) { try GoJSON.decode(text, as: type) }
    #expect(failure?.message == "json: cannot unmarshal \(message)")
  }

  @Test func reportsTheFirstOfSeveralWrongValues() {
    let text = #"{"type": 1, "redirectConfig": []}"#
    let failure = #expect(throws: GoJSON.Failure.self) { try GoJSON.decode(text, as: Self.action) }
    #expect(
      failure?.message == "json: cannot unmarshal number into Go struct field Action.type of type ingress.ActionType")
    #expect(failure?.range == 9..<10)
  }

  @Test(arguments: [
    ("1.5", "number 1.5"), ("true", "bool"), ("{}", "object"), ("[]", "array"), ("2147483648", "number 2147483648"),
  ])
  func stopsAtABadServicePortBeforeAnyEarlierWrongValueIsReported(_ port: String, _ kind: String) {
    let text = #"{"type":1,"forwardConfig":{"targetGroups":[{"servicePort":\#(port)}]}}"#
    let failure = #expect(throws: GoJSON.Failure.self) { try GoJSON.decode(text, as: Self.action) }
    let place = "TargetGroupTuple.forwardConfig.targetGroups.servicePort"
    #expect(failure?.message == "json: cannot unmarshal \(kind) into Go struct field \(place) of type int32")
  }

  @Test func matchesKeysExactlyThenInAnyCase() throws {
    let text = "{\"redirectConfig\":{\"\u{17F}tatusCode\":\"x\",\"HOST\":\"h\"},\"Type\":\"b\",\"type\":\"a\"}"
    let record = try #require(try GoJSON.decode(text, as: Self.action).record)
    #expect(record["type"].string == "a")
    #expect(record["redirectConfig"].record?["statusCode"].string == "x")
    #expect(record["redirectConfig"].record?["host"].string == "h")
    let kelvin = "[{\"queryStringConfig\":{\"values\":[{\"\u{212A}ey\":\"k\"}]}}]"
    let condition = try GoJSON.decode(kelvin, as: Self.conditions).records.first
    #expect(condition?["queryStringConfig"].record?["values"].records.first?["key"].string == "k")
  }

  @Test func passesOverUnknownKeysHoweverDeep() throws {
    let deep = String(repeating: "[", count: 9_000) + String(repeating: "]", count: 9_000)
    let record = try GoJSON.decode("{\"unknown\":\(deep),\"type\":\"a\"}", as: Self.action).record
    #expect(record?["type"].string == "a")
  }

  @Test func takesNullForNothing() throws {
    let record = try #require(
      try GoJSON.decode(#"{"type":"a","type":null,"targetGroupARN":"x","targetGroupARN":null}"#, as: Self.action).record
    )
    #expect(record["type"].string == "a")
    #expect(record["targetGroupARN"].string == nil)
    #expect(try GoJSON.decode("null", as: Self.action).record?["type"].string == "")
    #expect(try GoJSON.decode("null", as: Self.conditions).list == nil)
    #expect(try GoJSON.decode("[]", as: Self.conditions).list?.isEmpty == true)
  }

  @Test func decodesARepeatedKeyOnTopOfTheEarlierOne() throws {
    let text = #"{"redirectConfig":{"host":"a"},"redirectConfig":{"path":"/"}}"#
    let redirect = try GoJSON.decode(text, as: Self.action).record?["redirectConfig"].record
    #expect(redirect?["host"].string == "a")
    #expect(redirect?["path"].string == "/")
  }

  @Test func findsOldElementsAgainWhenARepeatedListGrows() throws {
    let text = """
      [{"queryStringConfig":{"values":[{"key":"a","value":"1"},{"key":"b","value":"2"}],
      "values":[{"value":"3"}],"values":[{},{"value":"4"},{}]}}]
      """
    let values = try GoJSON.decode(text, as: Self.conditions).records.first?["queryStringConfig"].record?["values"]
    #expect(values?.records.map { $0["key"].string } == ["a", "b", nil])
    #expect(values?.records.map { $0["value"].string } == ["3", "4", ""])
  }

  @Test func keepsTheLastOfEqualMapKeysAndSortsBytewise() throws {
    let text = #"[{"b":1,"a":2,"B":3,"b":4,"é":5,"e\u0301":6}]"#
    let entries = try GoJSON.decode(text, as: ListenPortsConfiguration.schema).list?.first?.entries
    #expect(entries?.map(\.value.int64) == [3, 2, 4, 6, 5])
  }
}
