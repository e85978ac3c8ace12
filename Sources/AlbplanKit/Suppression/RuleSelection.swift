import Manifests

/// Which rules count: the default ones, or those chosen, less those ignored.
///
/// A name may be a rule's id, a pattern such as `unknown-*`, or `all`. Of several names that fit, the most exact one
/// decides; of equals, the one that ignores.
package struct RuleSelection: Sendable {
  package enum Verdict: Sendable {
    /// Chosen by name, pattern or `all`: advice counts, too.
    case selected
    /// On unless it is advice.
    case byDefault
    case off
  }

  /// `nil`: the default rules.
  package var select: [String]?
  package var extendSelect: [String]
  package var ignore: [String]

  package init(select: [String]? = nil, extendSelect: [String] = [], ignore: [String] = []) {
    self.select = select
    self.extendSelect = extendSelect
    self.ignore = ignore
  }

  /// What becomes of the findings of a rule.
  package func verdict(on rule: String) -> Verdict {
    var best: (exactness: Int, verdict: Verdict)?
    for (names, verdict) in [((select ?? []) + extendSelect, Verdict.selected), (ignore, .off)] {
      for name in names {
        guard let exactness = Self.exactness(of: name, for: rule) else { continue }
        if exactness > best?.exactness ?? -1 || exactness == best?.exactness && verdict == .off {
          best = (exactness, verdict)
        }
      }
    }
    return best?.verdict ?? (select == nil ? .byDefault : .off)
  }

  /// The names that stand for no rule, each with the nearest one that does.
  package func unknownNames(among rules: [String]) -> [(name: String, nearest: String?)] {
    ((select ?? []) + extendSelect + ignore).filter { name in
      !rules.contains { Self.exactness(of: name, for: $0) != nil }
    }.map { ($0, NearestName.of($0, among: rules)) }
  }

  /// 0 for `all`, 1 for a pattern, 2 for the rule's own id; `nil` when the name is another rule's.
  private static func exactness(of name: String, for rule: String) -> Int? {
    if name == rule { return 2 }
    if name == "all" { return 0 }
    guard name.utf8.contains(UInt8(ascii: "*")) else { return nil }
    return PathPattern.matches(name, rule) ? 1 : nil
  }
}
