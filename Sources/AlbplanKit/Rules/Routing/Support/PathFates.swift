import LoadBalancerModel
import Manifests

/// What became of the paths of an IngressGroup: the rules that each has on the listeners, and those it has not.
struct PathFates {
  /// A path by the place of its entry in the manifest.
  typealias PathID = SourceSpan

  /// The rules that were left out, by path.
  let omitted: [PathID: [OmittedRule]]
  /// The paths that have a rule on some listener.
  let kept: Set<PathID>

  init(_ stack: LoadBalancerStack) {
    var omitted: [PathID: [OmittedRule]] = [:]
    for rule in stack.omittedRules {
      if let path = rule.rule.path { omitted[path, default: []].append(rule) }
    }
    self.omitted = omitted
    kept = omitted.isEmpty ? [] : Set(stack.listenerRules.compactMap(\.path))
  }

  /// The paths without a rule on any listener, in the order of the manifests, with what was left out.
  var withoutRules: [(path: PathID, rules: [OmittedRule])] {
    omitted.filter { !kept.contains($0.key) }.map { ($0.key, $0.value) }.sorted { $0.path < $1.path }
  }
}

extension ListenerRule {
  /// The path that asks for the rule.
  var path: SourceSpan? { origin.spans.first }
}

/// The paths of an IngressGroup by the places of their entries.
struct PathEntries {
  typealias Entry = (member: IngressGroupMember, rule: IngressRule, path: IngressPath)

  private let group: IngressGroup
  private var positions: [SourceSpan: (member: Int, rule: Int, path: Int)] = [:]

  init(_ group: IngressGroup) {
    self.group = group
    for (member, entry) in group.members.enumerated() {
      for (rule, value) in entry.ingress.rules.enumerated() {
        for (path, value) in (value.paths ?? []).enumerated() { positions[value.span] = (member, rule, path) }
      }
    }
  }

  subscript(place: SourceSpan?) -> Entry? {
    guard let place, let position = positions[place] else { return nil }
    let member = group.members[position.member]
    let rule = member.ingress.rules[position.rule]
    guard let paths = rule.paths else { return nil }
    return (member, rule, paths[position.path])
  }
}

extension IngressPath {
  /// What to underline: the path, or the entry when it has none.
  var mark: SourceSpan { path?.span ?? span }
}

extension ListenerRule {
  /// Host and path in words: `shop.example.com/api/*`.
  var address: String {
    var (hosts, paths): ([String], [String]) = ([], [])
    for condition in conditions {
      switch condition.kind {
      case .hostHeader(let pattern): hosts += pattern.values + pattern.regexValues
      case .pathPattern(let pattern): paths += pattern.values + pattern.regexValues
      default: break
      }
    }
    let path = paths.isEmpty ? "/*" : paths.count == 2 && paths[1] == paths[0] + "/*" ? paths[1] : paths[0]
    return (hosts.first ?? "") + path
  }
}

extension Action {
  /// What the action does is surely, or most likely, the same as what the other does.
  func hasSameEffect(as other: Action) -> Bool {
    switch (kind, other.kind) {
    case (.fixedResponse(let left), .fixedResponse(let right)):
      return left.statusCode == right.statusCode && left.messageBody == right.messageBody
    case (.redirect(let left), .redirect(let right)):
      return left.host == right.host && left.path == right.path && left.port == right.port
        && left.protocol == right.protocol && left.query == right.query
    case (.forward(let left), .forward(let right)):
      let (mine, others) = (left.targets ?? [], right.targets ?? [])
      guard mine.count == others.count else { return false }
      return zip(mine, others).allSatisfy { first, second in
        guard let known = first.targetGroup.known, let other = second.targetGroup.known else { return true }
        return known == other && (mine.count == 1 || first.weight == second.weight)
      }
    default: return false
    }
  }
}
