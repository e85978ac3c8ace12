/// Drops the rules of a listener that can never do anything.
///
/// It exists for the old `actions.ssl-redirect`: such a redirect is dropped where it would lead to itself, and whatever
/// comes after it is dropped where it stays. Mirrors `defaultRuleOptimizer` in `pkg/ingress/rule_optimizer.go`.
struct RuleOptimizer {
  var port: Int32
  var listenerProtocol: ListenerProtocol

  /// Mirrors `Optimize`. What is dropped goes to `omitted`.
  func optimized(_ rules: [ListenerRule], omitted: inout [OmittedRule]) -> [ListenerRule] {
    var redirects = RedirectIndex()
    return rules.filter { rule in
      let redirect = rule.redirect
      guard redirect != nil || !redirects.isEmpty else { return true }
      var matches = RuleMatches(rule)
      if let redirect, leadsToItself(redirect, matches) {
        omitted.append(OmittedRule(rule: rule, reason: .leadsToItself))
        return false
      }
      if let other = redirects.cover(of: matches) {
        omitted.append(OmittedRule(rule: rule, reason: .covered(by: other)))
        return false
      }
      if redirect != nil {
        matches.rule = rule
        redirects.insert(matches)
      }
      return true
    }
  }

  /// Whether a redirect answers a request with the very same address.
  ///
  /// Mirrors `isInfiniteRedirectRule`.
  private func leadsToItself(_ redirect: Action.Redirect, _ matches: RuleMatches) -> Bool {
    func keeps(_ text: String?, _ placeholder: String, orMatches isSame: (String) -> Bool) -> Bool {
      guard let text, text != placeholder else { return true }
      return isSame(text)
    }
    return !matches.hasRegexPaths
      && keeps(redirect.host, "#{host}") { matches.hosts.contains($0) }
      && keeps(redirect.path, "/#{path}") { matches.paths.contains($0) }
      && keeps(redirect.port, "#{port}") { $0 == String(port) }
      && keeps(redirect.protocol, "#{protocol}") { $0 == listenerProtocol.rawValue }
      && keeps(redirect.query, "#{query}") { _ in false }
  }
}

extension ListenerRule {
  /// The first redirect among the actions. Mirrors `findRedirectActionConfig`.
  fileprivate var redirect: Action.Redirect? {
    for action in actions {
      if case .redirect(let redirect) = action.kind { return redirect }
    }
    return nil
  }
}

/// What a rule says of hosts and paths, as the optimizer sees it.
private struct RuleMatches {
  /// Quirk: hosts given as regular expressions do not count, so that such a rule seems to match every host.
  var hosts: Set<String> = []
  /// Regular expressions where the rule has them, else values.
  var paths: Set<String> = []
  var hasRegexPaths = false
  /// The rule asks for more than hosts and paths.
  var hasOtherConditions = false
  /// The rule itself, of a redirect that is kept.
  var rule: ListenerRule?

  init(_ rule: ListenerRule) {
    for condition in rule.conditions {
      switch condition.kind {
      case .hostHeader(let pattern): hosts.formUnion(pattern.values)
      case .pathPattern(let pattern):
        if !pattern.regexValues.isEmpty { hasRegexPaths = true }
        paths.formUnion(pattern.regexValues.isEmpty ? pattern.values : pattern.regexValues)
      default: hasOtherConditions = true
      }
    }
  }

  var matchesEveryHost: Bool { hosts.isEmpty }
  var matchesEveryPath: Bool { paths.isEmpty || paths.contains("/*") }

  /// Mirrors `isSupersetConditions`.
  func covers(_ other: Self) -> Bool {
    !hasOtherConditions
      && (matchesEveryHost || (!other.hosts.isEmpty && hosts.isSuperset(of: other.hosts)))
      && (matchesEveryPath || (!other.paths.isEmpty && paths.isSuperset(of: other.paths)))
  }
}

/// The redirects kept so far, found by a host and a path, so that many redirects do not make the search quadratic.
private struct RedirectIndex {
  /// A host and a path that a redirect lists; `nil` stands for every one.
  private struct Key: Hashable {
    var host: String?
    var path: String?
  }
  private static let largestProduct = 64

  private var byKey: [Key: [RuleMatches]] = [:]
  /// Redirects with so many hosts and paths that their pairs are not worth listing.
  private var wide: [RuleMatches] = []
  private(set) var isEmpty = true

  mutating func insert(_ redirect: RuleMatches) {
    guard !redirect.hasOtherConditions else { return }
    isEmpty = false
    let hosts: [String?] = redirect.matchesEveryHost ? [nil] : redirect.hosts.map { $0 }
    let paths: [String?] = redirect.matchesEveryPath ? [nil] : redirect.paths.map { $0 }
    guard hosts.count <= Self.largestProduct, paths.count <= Self.largestProduct,
      hosts.count * paths.count <= Self.largestProduct
    else {
      wide.append(redirect)
      return
    }
    for host in hosts {
      for path in paths { byKey[Key(host: host, path: path), default: []].append(redirect) }
    }
  }

  /// A redirect that matches whatever the rule matches.
  func cover(of rule: RuleMatches) -> ListenerRule? {
    let hosts: [String?] = rule.hosts.first.map { [nil, $0] } ?? [nil]
    let paths: [String?] = rule.paths.first.map { [nil, $0] } ?? [nil]
    for host in hosts {
      for path in paths {
        if let found = byKey[Key(host: host, path: path)]?.first(where: { $0.covers(rule) }) { return found.rule }
      }
    }
    return wide.first { $0.covers(rule) }?.rule
  }
}
