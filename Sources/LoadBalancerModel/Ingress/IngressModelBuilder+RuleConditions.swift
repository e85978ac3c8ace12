import Manifests

extension IngressModelBuilder {
  /// The conditions of a rule: those of the annotation on headers, methods, queries and sources, then one for all hosts
  /// and one for all paths.
  ///
  /// Mirrors `buildRuleConditions` in `pkg/ingress/model_build_listener_rules.go`.
  func conditions(
    of backend: EnhancedBackend, path: IngressPath, rule: IngressRule, ruleIndex: Int, member: IngressGroupMember
  ) throws(BuildFailure) -> [RuleCondition] {
    var hosts = ConditionValues()
    var paths = ConditionValues()
    if let host = rule.host, !host.value.isEmpty {
      hosts.add(values: [host.value], from: .field("spec.rules[\(ruleIndex)].host", at: host.span))
    }
    if let text = path.path, !text.value.isEmpty {
      let (values, regexValues) = try pathPatterns(text, type: path.pathType, member: member)
      paths.add(
        values: values, regexValues: regexValues,
        from: .field("spec.rules[\(ruleIndex)].http.paths[].path", at: text.span))
    }
    var conditions: [RuleCondition] = []
    for condition in backend.conditions {
      // An unknown field does nothing; a known one has its configuration, for the conditions are validated.
      switch condition.field {
      case "host-header": hosts.add(condition.hostHeader, from: condition.origin)
      case "path-pattern": paths.add(condition.pathPattern, from: condition.origin)
      default:
        if let kind = condition.ruleConditionKind {
          conditions.append(RuleCondition(kind: kind, origin: condition.origin))
        }
      }
    }
    try hosts.checkOneKind("host")
    try paths.checkOneKind("path")
    if let pattern = hosts.pattern {
      conditions.append(RuleCondition(kind: .hostHeader(pattern), origin: hosts.origin ?? .controllerDefault))
    }
    if let pattern = paths.pattern {
      conditions.append(RuleCondition(kind: .pathPattern(pattern), origin: paths.origin ?? .controllerDefault))
    }
    if conditions.isEmpty {
      let everything = RuleCondition.Pattern(values: ["/*"], regexValues: [])
      conditions.append(RuleCondition(kind: .pathPattern(everything), origin: .controllerDefault))
    }
    return conditions
  }
}

/// The hosts or paths of a rule, from the manifest and from the annotation.
private struct ConditionValues {
  var values: [String] = []
  var regexValues: [String] = []
  var origin: Origin?

  mutating func add(values: [String], regexValues: [String] = [], from origin: Origin) {
    self.values += values
    self.regexValues += regexValues
    if self.origin == nil {
      self.origin = origin
    } else {
      self.origin?.add(origin)
    }
  }

  mutating func add(_ pattern: ConditionConfiguration.PatternConfiguration?, from origin: Origin) {
    if let pattern { add(values: pattern.values, regexValues: pattern.regexValues, from: origin) }
  }

  func checkOneKind(_ subject: String) throws(BuildFailure) {
    guard !values.isEmpty, !regexValues.isEmpty else { return }
    throw BuildFailure(
      "mixed-condition-values",
      "\(subject) condition must specify exactly one of Values and RegexValues, "
        + "got both Values \(GoText.list(values)) and RegexValues \(GoText.list(regexValues))",
      at: origin?.spans ?? [])
  }

  var pattern: RuleCondition.Pattern? {
    values.isEmpty && regexValues.isEmpty ? nil : RuleCondition.Pattern(values: values, regexValues: regexValues)
  }
}

extension ConditionConfiguration {
  /// The condition of a rule that the entry makes by itself; `nil` for hosts, paths and unknown fields.
  fileprivate var ruleConditionKind: RuleCondition.Kind? {
    switch field {
    case "http-header":
      httpHeader.map { header in
        .httpHeader(
          name: header.name,
          RuleCondition.Pattern(values: header.pattern.values, regexValues: header.pattern.regexValues))
      }
    case "http-request-method": httpRequestMethod.map { .httpRequestMethod($0.values) }
    case "query-string":
      queryString.map { query in
        .queryString(query.values.map { RuleCondition.QueryPair(key: $0.key, value: $0.value) })
      }
    case "source-ip": sourceIP.map { .sourceIP($0.values) }
    default: nil
    }
  }
}

// MARK: Path patterns

extension IngressModelBuilder {
  /// The patterns of a path: values with wildcards, and regular expressions.
  ///
  /// Mirrors `buildPathPatterns`.
  private func pathPatterns(
    _ path: Located<String>, type: Located<String>?, member: IngressGroupMember
  ) throws(BuildFailure) -> (values: [String], regexValues: [String]) {
    let hasWildcards = path.value.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
    switch type?.value {
    case "Exact":
      guard !hasWildcards else {
        throw BuildFailure(
          "exact-path-with-wildcards", "exact path shouldn't contain wildcards: \(path.value)", at: [path.span])
      }
      return ([path.value], [])
    case "Prefix":
      if path.value == "/" { return (["/*"], []) }
      guard !hasWildcards else {
        throw BuildFailure(
          "prefix-path-with-wildcards", "prefix path shouldn't contain wildcards: \(path.value)", at: [path.span])
      }
      // Only one slash goes: `/a//` becomes `/a/` and `/a//*`.
      let prefix =
        path.value.utf8.last == UInt8(ascii: "/")
        ? String(decoding: path.value.utf8.dropLast(), as: UTF8.self) : path.value
      return ([prefix, prefix + "/*"], [])
    default:
      let usesRegex = try AnnotationReader(member.annotations).bool(AnnotationDefinition.Ingress.useRegexPathMatch)
      // The slash that Kubernetes insists on is no part of the expression.
      return usesRegex?.known == true
        ? ([], [String(decoding: path.value.utf8.dropFirst(), as: UTF8.self)]) : ([path.value], [])
    }
  }
}
