package import Manifests

extension ActionConfiguration {
  /// `Action` and what it holds, in `pkg/ingress/config_types.go`.
  package static let schema = GoStructure(
    "ingress", "Action",
    [
      GoField("type", .string(named: "ingress.ActionType")),
      GoField("targetGroupARN", .pointer(.string)),
      GoField("targetGroupName", .pointer(.string)),
      GoField("fixedResponseConfig", .pointer(.structure(fixedResponseSchema))),
      GoField("redirectConfig", .pointer(.structure(redirectSchema))),
      GoField("forwardConfig", .pointer(.structure(ForwardConfiguration.schema))),
    ])

  private static let fixedResponseSchema = GoStructure(
    "ingress", "FixedResponseActionConfig",
    [
      GoField("contentType", .pointer(.string)), GoField("messageBody", .pointer(.string)),
      GoField("statusCode", .string),
    ])

  private static let redirectSchema = GoStructure(
    "ingress", "RedirectActionConfig",
    [
      GoField("host", .pointer(.string)), GoField("path", .pointer(.string)), GoField("port", .pointer(.string)),
      GoField("protocol", .pointer(.string)), GoField("query", .pointer(.string)), GoField("statusCode", .string),
    ])

  /// Reads an annotation `actions.{name}`; neither validated nor normalized yet.
  package static func parse(_ annotation: Annotation) throws(BuildFailure) -> Self {
    let value = try AnnotationReader.json(annotation, as: .structure(schema))
    let origin = Origin.annotation(annotation)
    guard let action = value.record else { return Self(type: "", origin: origin) }
    return Self(
      type: action["type"].string ?? "", targetGroupARN: action["targetGroupARN"].string,
      targetGroupName: action["targetGroupName"].string,
      fixedResponse: action["fixedResponseConfig"].record.map(FixedResponseConfiguration.init),
      redirect: action["redirectConfig"].record.map(RedirectConfiguration.init),
      forward: action["forwardConfig"].record.map(ForwardConfiguration.init), origin: origin)
  }
}

extension ActionConfiguration.FixedResponseConfiguration {
  fileprivate init(_ record: GoRecord) {
    self.init(
      contentType: record["contentType"].string, messageBody: record["messageBody"].string,
      statusCode: record["statusCode"].string ?? "")
  }
}

extension ActionConfiguration.RedirectConfiguration {
  fileprivate init(_ record: GoRecord) {
    self.init(
      host: record["host"].string, path: record["path"].string, port: record["port"].string,
      protocol: record["protocol"].string, query: record["query"].string,
      statusCode: record["statusCode"].string ?? "")
  }
}

extension ForwardConfiguration {
  package static let schema = GoStructure(
    "ingress", "ForwardActionConfig",
    [
      GoField("targetGroups", .slice(.structure(TargetGroupTuple.schema))),
      GoField("targetGroupStickinessConfig", .pointer(.structure(stickinessSchema))),
    ])

  private static let stickinessSchema = GoStructure(
    "ingress", "TargetGroupStickinessConfig",
    [GoField("enabled", .pointer(.bool)), GoField("durationSeconds", .pointer(.int32))])

  fileprivate init(_ record: GoRecord) {
    self.init(
      targetGroups: record["targetGroups"].records.map(TargetGroupTuple.init),
      stickiness: record["targetGroupStickinessConfig"].record.map {
        Stickiness(enabled: $0["enabled"].bool, durationSeconds: $0["durationSeconds"].int32)
      })
  }
}

extension TargetGroupTuple {
  package static let schema = GoStructure(
    "ingress", "TargetGroupTuple",
    [
      GoField("targetGroupARN", .pointer(.string)), GoField("targetGroupName", .pointer(.string)),
      GoField("serviceName", .pointer(.string)), GoField("servicePort", .pointer(.intOrString)),
      GoField("weight", .pointer(.int32)),
    ])

  fileprivate init(_ record: GoRecord) {
    self.init(
      targetGroupARN: record["targetGroupARN"].string, targetGroupName: record["targetGroupName"].string,
      serviceName: record["serviceName"].string, servicePort: record["servicePort"].intOrString,
      weight: record["weight"].int32)
  }
}
