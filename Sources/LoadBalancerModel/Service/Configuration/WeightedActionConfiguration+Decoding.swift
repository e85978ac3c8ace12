package import Manifests

extension WeightedActionConfiguration {
  /// `Action` and what it holds, in `pkg/service/config_types.go`.
  package static let schema = GoStructure(
    "service", "Action",
    [
      GoField("type", .string(named: "service.ActionType")),
      GoField("forwardConfig", .pointer(.structure(forwardSchema))),
    ])

  private static let forwardSchema = GoStructure(
    "service", "ForwardActionConfig",
    [
      GoField("baseServiceWeight", .pointer(.int32)), GoField("targetGroups", .slice(.structure(targetSchema))),
      GoField("targetGroupStickinessConfig", .pointer(.structure(stickinessSchema))),
    ])

  private static let stickinessSchema = GoStructure(
    "service", "TargetGroupStickinessConfig", [GoField("enabled", .pointer(.bool))])

  private static let targetSchema = GoStructure(
    "service", "TargetGroupTuple",
    [
      GoField("targetGroupARN", .pointer(.string)), GoField("serviceName", .pointer(.string)),
      GoField("servicePort", .pointer(.intOrString)), GoField("decrypt", .pointer(.bool)),
      GoField("weight", .pointer(.int32)),
    ])

  /// Reads an annotation `actions.{protocol}-{port}`; not validated yet.
  package static func parse(_ annotation: Annotation) throws(BuildFailure) -> Self {
    let record = try AnnotationReader.json(annotation, as: .structure(schema)).record
    return Self(
      type: record?["type"].string ?? "", forward: record?["forwardConfig"].record.map(Forward.init),
      origin: .annotation(annotation))
  }
}

extension WeightedActionConfiguration.Forward {
  fileprivate init(_ record: GoRecord) {
    self.init(
      baseServiceWeight: record["baseServiceWeight"].int32,
      targetGroups: record["targetGroups"].records.map(WeightedActionConfiguration.Target.init),
      stickiness: record["targetGroupStickinessConfig"].record.map {
        WeightedActionConfiguration.Stickiness(enabled: $0["enabled"].bool)
      })
  }
}

extension WeightedActionConfiguration.Target {
  fileprivate init(_ record: GoRecord) {
    self.init(
      targetGroupARN: record["targetGroupARN"].string, serviceName: record["serviceName"].string,
      servicePort: record["servicePort"].intOrString, decrypt: record["decrypt"].bool, weight: record["weight"].int32)
  }
}
