extension ListenerRule {
  /// Mirrors `ListenerRuleSpec` in `pkg/model/elbv2/listener_rule.go`.
  var tree: PlanNode {
    var spec = PlanObject()
    spec.add("listenerARN", .reference(listener))
    spec.add("priority", .number(priority, from: origin))
    spec.add("actions", PlanNode(.list(actions.map(\.tree))))
    spec.add("conditions", PlanNode(.list(conditions.map(\.tree))))
    spec.add("transforms", unlessEmpty: transforms.map(\.tree))
    spec.add(tags: tags)
    return spec.node
  }
}

extension RuleCondition {
  var tree: PlanNode {
    var condition = PlanObject()
    switch kind {
    case .hostHeader(let pattern):
      condition.add("field", "host-header")
      condition.add("hostHeaderConfig", pattern.tree())
    case .pathPattern(let pattern):
      condition.add("field", "path-pattern")
      condition.add("pathPatternConfig", pattern.tree())
    case .httpHeader(let name, let pattern):
      condition.add("field", "http-header")
      condition.add("httpHeaderConfig", pattern.tree(headerName: name))
    case .httpRequestMethod(let methods):
      condition.add("field", "http-request-method")
      condition.add("httpRequestMethodConfig", .values(methods))
    case .queryString(let pairs):
      condition.add("field", "query-string")
      var configuration = PlanObject()
      configuration.add("values", PlanNode(.list(pairs.map(\.tree))))
      condition.add("queryStringConfig", configuration.node)
    case .sourceIP(let cidrs):
      condition.add("field", "source-ip")
      condition.add("sourceIPConfig", .values(cidrs))
    }
    var node = condition.node
    node.origin = origin
    return node
  }
}

extension RuleCondition.Pattern {
  fileprivate func tree(headerName: String? = nil) -> PlanNode {
    var pattern = PlanObject()
    pattern.add("httpHeaderName", ifPresent: headerName)
    if !regexValues.isEmpty { pattern.add("regexValues", .texts(regexValues)) }
    if !values.isEmpty { pattern.add("values", .texts(values)) }
    return pattern.node
  }
}

extension RuleCondition.QueryPair {
  fileprivate var tree: PlanNode {
    var pair = PlanObject()
    pair.add("key", ifPresent: key)
    pair.add("value", value)
    return pair.node
  }
}

extension PlanNode {
  fileprivate static func values(_ values: [String]) -> PlanNode {
    var configuration = PlanObject()
    configuration.add("values", .texts(values))
    return configuration.node
  }
}

extension RuleTransform {
  var tree: PlanNode {
    var configuration = PlanObject()
    configuration.add(
      "rewrites",
      PlanNode(
        .list(
          rewrites.map { rewrite in
            var pair = PlanObject()
            pair.add("regex", rewrite.regex)
            pair.add("replace", rewrite.replace)
            return pair.node
          })))
    var transform = PlanObject()
    transform.add("type", kind.rawValue)
    switch kind {
    case .hostHeaderRewrite: transform.add("hostHeaderRewriteConfig", configuration.node)
    case .urlRewrite: transform.add("urlRewriteConfig", configuration.node)
    }
    var node = transform.node
    node.origin = origin
    return node
  }
}
