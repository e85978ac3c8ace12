/// One entry of an annotation `conditions.{name}`. Mirrors `RuleCondition` in `pkg/ingress/config_types.go`.
package struct ConditionConfiguration: Sendable {
  /// As written; an unknown field is accepted and does nothing.
  package var field: String
  package var hostHeader: PatternConfiguration?
  package var httpHeader: HTTPHeaderConfiguration?
  package var httpRequestMethod: ValuesConfiguration?
  package var pathPattern: PatternConfiguration?
  package var queryString: QueryStringConfiguration?
  package var sourceIP: ValuesConfiguration?
  /// The annotation.
  package var origin: Origin

  /// Values with wildcards or regular expressions, one of the two. Mirrors `HostHeaderConditionConfig` and
  /// `PathPatternConditionConfig`.
  package struct PatternConfiguration: Sendable {
    package var values: [String]
    package var regexValues: [String]
  }

  /// Mirrors `HTTPHeaderConditionConfig`.
  package struct HTTPHeaderConfiguration: Sendable {
    package var name: String
    package var pattern: PatternConfiguration
  }

  /// Mirrors `HTTPRequestMethodConditionConfig` and `SourceIPConditionConfig`.
  package struct ValuesConfiguration: Sendable {
    package var values: [String]
  }

  /// Mirrors `QueryStringConditionConfig`.
  package struct QueryStringConfiguration: Sendable {
    package var values: [Pair]

    /// Mirrors `QueryStringKeyValuePair`.
    package struct Pair: Sendable {
      package var key: String?
      package var value: String
    }
  }
}
