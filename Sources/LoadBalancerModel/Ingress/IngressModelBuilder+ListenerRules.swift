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
        for (pathIndex, path) in try sortedPaths(paths) {
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

  /// Exact paths first, then prefixes from the longest to the shortest, then the rest; each with its position.
  ///
  /// Mirrors `sortIngressPaths`.
  private func sortedPaths(
    _ paths: [IngressPath]
  ) throws(BuildFailure) -> [(offset: Int, element: IngressPath)] {
    var exact: [(offset: Int, element: IngressPath)] = []
    var prefixes: [(offset: Int, element: IngressPath)] = []
    var others: [(offset: Int, element: IngressPath)] = []
    for entry in paths.enumerated() {
      switch entry.element.pathType?.value {
      case "Exact": exact.append(entry)
      case "Prefix": prefixes.append(entry)
      case "ImplementationSpecific", nil: others.append(entry)
      default:
        throw BuildFailure(
          "unknown-path-type", "unknown pathType for path \(entry.element.text)",
          at: [entry.element.pathType?.span ?? entry.element.span])
      }
    }
    // Sorting by the position too keeps paths of one length in their order.
    prefixes.sort { left, right in
      let (longer, shorter) = (left.element.text.utf8.count, right.element.text.utf8.count)
      return longer == shorter ? left.offset < right.offset : longer > shorter
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
