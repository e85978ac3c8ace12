extension ListenerRule {
  /// Mirrors `ListenerRuleSpec` in `pkg/model/elbv2/listener_rule.go`.
  func write(to plan: inout some PlanSink) {
    plan.object { plan in
      plan.member("listenerARN", listener)
      plan.member("priority", priority, from: origin)
      plan.list("actions", actions) { $1.write(to: &$0) }
      plan.list("conditions", conditions) { $1.write(to: &$0) }
      plan.list("transforms", unlessEmpty: transforms) { $1.write(to: &$0) }
      plan.member(tags: tags)
    }
  }
}

extension RuleCondition {
  func write(to plan: inout some PlanSink) {
    plan.object(from: origin) { plan in
      switch kind {
      case .hostHeader(let pattern):
        plan.member("field", "host-header")
        pattern.write(as: "hostHeaderConfig", to: &plan)
      case .pathPattern(let pattern):
        plan.member("field", "path-pattern")
        pattern.write(as: "pathPatternConfig", to: &plan)
      case .httpHeader(let name, let pattern):
        plan.member("field", "http-header")
        pattern.write(as: "httpHeaderConfig", headerName: name, to: &plan)
      case .httpRequestMethod(let methods):
        plan.member("field", "http-request-method")
        plan.object("httpRequestMethodConfig") { $0.member("values", texts: methods) }
      case .queryString(let pairs):
        plan.member("field", "query-string")
        plan.object("queryStringConfig") { plan in
          plan.list("values", pairs) { $1.write(to: &$0) }
        }
      case .sourceIP(let cidrs):
        plan.member("field", "source-ip")
        plan.object("sourceIPConfig") { $0.member("values", texts: cidrs) }
      }
    }
  }
}

extension RuleCondition.Pattern {
  fileprivate func write(as name: StaticString, headerName: String? = nil, to plan: inout some PlanSink) {
    plan.object(name) { plan in
      plan.member("httpHeaderName", ifPresent: headerName)
      if !regexValues.isEmpty { plan.member("regexValues", texts: regexValues) }
      if !values.isEmpty { plan.member("values", texts: values) }
    }
  }
}

extension RuleCondition.QueryPair {
  fileprivate func write(to plan: inout some PlanSink) {
    plan.object { plan in
      plan.member("key", ifPresent: key)
      plan.member("value", value)
    }
  }
}

extension RuleTransform {
  func write(to plan: inout some PlanSink) {
    plan.object(from: origin) { plan in
      plan.member("type", kind.rawValue)
      plan.object(kind == .hostHeaderRewrite ? "hostHeaderRewriteConfig" : "urlRewriteConfig") { plan in
        plan.list("rewrites", rewrites) { plan, rewrite in
          plan.object { plan in
            plan.member("regex", rewrite.regex)
            plan.member("replace", rewrite.replace)
          }
        }
      }
    }
  }
}
