extension ConditionConfiguration {
  /// Refuses what the controller refuses, in its order. Mirrors `RuleCondition.Validate`.
  package func validate() throws(BuildFailure) {
    switch field {
    case "host-header": try require(hostHeader, "hostHeaderConfig", \.problem)
    case "path-pattern": try require(pathPattern, "pathPatternConfig", \.problem)
    case "http-header": try require(httpHeader, "httpHeaderConfig", \.pattern.problem)
    case "http-request-method": try require(httpRequestMethod, "httpRequestMethodConfig", \.problem)
    case "query-string": try require(queryString, "queryStringConfig", \.problem)
    case "source-ip": try require(sourceIP, "sourceIPConfig", \.problem)
    default: break
    }
  }

  private func require<Configuration>(
    _ configuration: Configuration?, _ name: String, _ problem: (Configuration) -> String?
  ) throws(BuildFailure) {
    guard let configuration else { throw failure("missing \(name)") }
    if let problem = problem(configuration) { throw failure("invalid \(name): \(problem)") }
  }

  private func failure(_ message: String) -> BuildFailure {
    BuildFailure("invalid-condition", message, at: origin.spans)
  }
}

extension ConditionConfiguration.PatternConfiguration {
  fileprivate var problem: String? {
    if values.isEmpty, regexValues.isEmpty { return "values or regexValues must be specified" }
    if !values.isEmpty, !regexValues.isEmpty { return "precisely one of values and regexValues can be specified" }
    return nil
  }
}

extension ConditionConfiguration.ValuesConfiguration {
  fileprivate var problem: String? { values.isEmpty ? "values cannot be empty" : nil }
}

extension ConditionConfiguration.QueryStringConfiguration {
  // The capital V is the controller's.
  fileprivate var problem: String? {
    if values.isEmpty { return "Values cannot be empty" }
    return values.contains { $0.value.isEmpty } ? "value cannot be empty" : nil
  }
}
