package import Manifests

extension ConditionConfiguration {
  /// `RuleCondition` and what it holds, in `pkg/ingress/config_types.go`.
  package static let schema = GoStructure(
    "ingress", "RuleCondition",
    [
      GoField("field", .string(named: "ingress.RuleConditionField")),
      GoField("hostHeaderConfig", pattern("HostHeaderConditionConfig")),
      GoField("httpHeaderConfig", pattern("HTTPHeaderConditionConfig", [GoField("httpHeaderName", .string)])),
      GoField("httpRequestMethodConfig", values("HTTPRequestMethodConditionConfig")),
      GoField("pathPatternConfig", pattern("PathPatternConditionConfig")),
      GoField("queryStringConfig", values("QueryStringConditionConfig", of: .structure(queryPairSchema))),
      GoField("sourceIPConfig", values("SourceIPConditionConfig")),
    ])

  private static let queryPairSchema = GoStructure(
    "ingress", "QueryStringKeyValuePair", [GoField("key", .pointer(.string)), GoField("value", .string)])

  private static func pattern(_ name: String, _ fields: [GoField] = []) -> GoType {
    let patterns = [GoField("regexValues", .slice(.string)), GoField("values", .slice(.string))]
    return .pointer(.structure(GoStructure("ingress", name, fields + patterns)))
  }

  private static func values(_ name: String, of element: GoType = .string) -> GoType {
    .pointer(.structure(GoStructure("ingress", name, [GoField("values", .slice(element))])))
  }

  /// Reads an annotation `conditions.{name}`; not validated yet.
  package static func parse(_ annotation: Annotation) throws(BuildFailure) -> [Self] {
    let value = try AnnotationReader.json(annotation, as: .slice(.structure(schema)))
    let origin = Origin.annotation(annotation)
    return value.records.map { Self($0, origin: origin) }
  }

  private init(_ record: GoRecord, origin: Origin) {
    self.init(
      field: record["field"].string ?? "",
      hostHeader: record["hostHeaderConfig"].record.map(PatternConfiguration.init),
      httpHeader: record["httpHeaderConfig"].record.map {
        HTTPHeaderConfiguration(name: $0["httpHeaderName"].string ?? "", pattern: PatternConfiguration($0))
      },
      httpRequestMethod: record["httpRequestMethodConfig"].record.map {
        ValuesConfiguration(values: $0["values"].strings)
      },
      pathPattern: record["pathPatternConfig"].record.map(PatternConfiguration.init),
      queryString: record["queryStringConfig"].record.map {
        QueryStringConfiguration(
          values: $0["values"].records.map {
            QueryStringConfiguration.Pair(key: $0["key"].string, value: $0["value"].string ?? "")
          })
      },
      sourceIP: record["sourceIPConfig"].record.map { ValuesConfiguration(values: $0["values"].strings) },
      origin: origin)
  }
}

extension ConditionConfiguration.PatternConfiguration {
  fileprivate init(_ record: GoRecord) {
    self.init(values: record["values"].strings, regexValues: record["regexValues"].strings)
  }
}
