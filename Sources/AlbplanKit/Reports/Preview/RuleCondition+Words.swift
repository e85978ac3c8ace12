import LoadBalancerModel

extension Array<RuleCondition> {
  /// All conditions of a rule in plain words: `host shop.example.com and path /api or /api/*`.
  var words: PlanText {
    let isAnyRequest = count == 1 && first?.isAnyPath == true
    if isEmpty || isAnyRequest { return "any request" }
    return map(\.words).joined(separator: " and ")
  }
}

extension RuleCondition {
  /// Matches every request.
  fileprivate var isAnyPath: Bool {
    if case .pathPattern(let pattern) = kind { pattern.regexValues.isEmpty && pattern.values == ["/*"] } else { false }
  }

  /// This condition in plain words.
  var words: PlanText {
    switch kind {
    case .hostHeader(let pattern): return "host \(pattern.words)"
    case .pathPattern(let pattern): return isAnyPath ? "any path" : "path \(pattern.words)"
    case .httpHeader(let name, let pattern): return "header \(verbatim: name) \(words: pattern.values.isEmpty ? "" : "= ")\(pattern.words)"
    case .httpRequestMethod(let methods): return "method \(Self.alternatives(methods))"
    case .queryString(let pairs): return "query \(pairs.map(\.words).joined("or"))"
    case .sourceIP(let cidrs): return "client address in \(Self.alternatives(cidrs))"
    }
  }

  fileprivate static func alternatives(_ values: [String]) -> PlanText {
    values.map { PlanText(verbatim: $0) }.joined("or")
  }
}

extension RuleCondition.Pattern {
  fileprivate var words: PlanText {
    if values.isEmpty && regexValues.isEmpty { return "\("of nothing", .caution)" }
    // The controller refuses both in one condition; should both be there, both are shown.
    let plain = RuleCondition.alternatives(values)
    if regexValues.isEmpty { return plain }
    let regex: PlanText = "matching the regex \(RuleCondition.alternatives(regexValues))"
    return values.isEmpty ? regex : "\(plain) or \(regex)"
  }
}

extension RuleCondition.QueryPair {
  fileprivate var words: PlanText {
    guard let key, !key.isEmpty else { return "any parameter = \(verbatim: value)" }
    return PlanText(verbatim: "\(key)=\(value)")
  }
}
