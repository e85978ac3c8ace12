import Manifests

extension IngressModelBuilder {
  /// Builds the rules of one listener: each path of each member makes one, then the optimizer drops some.
  ///
  /// Mirrors `buildListenerRules` in `pkg/ingress/model_build_listener_rules.go`.
  func buildListenerRules(port: Int32, _ settings: MergedListenPort) throws(BuildFailure) {
    let listenerProtocol = settings.listener.listenerProtocol
    if sslRedirectPort != nil, listenerProtocol == .http { return }
    var rules: [ListenerRule] = []
    for index in settings.members {
      let member = group.members[index]
      for (ruleIndex, rule) in member.ingress.rules.enumerated() {
        guard let paths = rule.paths else { continue }
        for pathIndex in try sortedPositions(of: paths) {
          let path = paths[pathIndex]
          let origin = Origin.field("spec.rules[\(ruleIndex)].http.paths[\(pathIndex)]", at: path.span)
          rules.append(
            try wrapping("ingress: \(member.name)") { () throws(BuildFailure) in
              let backend = try backends.build(path.backend, of: member, at: index)
              let conditions = try conditions(of: backend, path: path, rule: rule, ruleIndex: ruleIndex, member: member)
              let actions = try actions(of: backend, listenerProtocol: listenerProtocol, member: member)
              let tags = try ruleTags(ofMember: index)
              return ListenerRule(
                listener: .listener(String(port)), port: port, priority: 0, actions: actions, conditions: conditions,
                transforms: backend.ruleTransforms, tags: tags, origin: origin, member: member.name)
            })
        }
      }
    }
    var priority: Int32 = 0
    let optimizer = RuleOptimizer(port: port, listenerProtocol: listenerProtocol)
    for var rule in optimizer.optimized(rules, omitted: &stack.omittedRules) {
      priority &+= 1
      rule.priority = priority
      stack.listenerRules.append(rule)
    }
  }

  /// The positions of the exact paths first, then of prefixes from the longest to the shortest, then of the rest.
  ///
  /// Mirrors `sortIngressPaths`.
  private func sortedPositions(of paths: [IngressPath]) throws(BuildFailure) -> [Int] {
    var exact: [Int] = []
    var prefixes: [Int] = []
    var others: [Int] = []
    for (position, path) in paths.enumerated() {
      switch path.pathType?.value {
      case "Exact": exact.append(position)
      case "Prefix": prefixes.append(position)
      case "ImplementationSpecific", nil: others.append(position)
      default:
        throw BuildFailure(
          "unknown-path-type", "unknown pathType for path \(path.text)", at: [path.pathType?.span ?? path.span])
      }
    }
    // Sorting by the position too keeps paths of one length in their order.
    prefixes.sort { left, right in
      let (longer, shorter) = (paths[left].text.utf8.count, paths[right].text.utf8.count)
      return longer == shorter ? left < right : longer > shorter
    }
    return exact + prefixes + others
  }
}

extension IngressPath {
  /// The path as the controller sees it.
  var text: String { path?.value ?? "" }
}

extension EnhancedBackend {
  /// Mirrors `buildTransforms`.
  fileprivate var ruleTransforms: [RuleTransform] {
    transforms.compactMap { transform in
      guard let kind = RuleTransform.Kind(rawValue: transform.type) else { return nil }
      let rewrites = kind == .hostHeaderRewrite ? transform.hostHeaderRewrites : transform.urlRewrites
      return RuleTransform(
        kind: kind,
        rewrites: (rewrites ?? []).map { RuleTransform.Rewrite(regex: $0.regex, replace: $0.replace) },
        origin: transform.origin)
    }
  }
}
