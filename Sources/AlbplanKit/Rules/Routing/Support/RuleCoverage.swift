import LoadBalancerModel
import Manifests

/// The rules of one listener so far, to find the one that answers all requests of a later rule.
///
/// Rules are found by a host and a path, so that the work grows with their number, not with its square. Only rules that
/// ask for nothing but hosts and paths, as values, can cover others.
struct RuleCoverage {
  /// Hosts and paths of a rule; empty when it takes every one.
  private struct Entry {
    var position: Int
    var member: ObjectName
    var hosts: [String]
    var paths: [String]
  }

  /// The rules for one host, by a path of theirs.
  private struct PathIndex {
    var forAllPaths: [Int] = []
    var byPath: [String: [Int]] = [:]
    /// Patterns of a text and one `*` at the end, by the text.
    var byPrefix: [String: [Int]] = [:]
    var prefixLengths: Set<Int> = []
    /// Other patterns; no more than a few are kept.
    var patterns: [(path: String, entry: Int)] = []
  }

  /// How many rules and patterns are looked at in one place.
  private static let fewest = 8

  private var entries: [Entry] = []
  private var byHost: [String: PathIndex] = [:]
  private var forAllHosts = PathIndex()

  /// Adds the next rule of the listener, by its position. Gives the position of the rule that covers it, if one does.
  mutating func add(_ rule: ListenerRule, at position: Int) -> Int? {
    guard let reach = Reach(rule) else { return nil }
    let cover = self.cover(of: rule, reach)
    insert(rule, reach, at: position)
    return cover
  }

  private mutating func insert(_ rule: ListenerRule, _ reach: Reach, at position: Int) {
    guard !reach.hasOtherConditions, !reach.hasRegex else { return }
    entries.append(
      Entry(
        position: position, member: rule.member, hosts: reach.hosts, paths: reach.takesAllPaths ? [] : reach.paths))
    // Few rules are looked through one by one.
    if entries.count == Self.fewRules + 1 {
      for index in entries.indices { list(index) }
    } else if entries.count > Self.fewRules {
      list(entries.count - 1)
    }
  }

  private static let fewRules = 16

  private mutating func list(_ index: Int) {
    let entry = entries[index]
    if entry.hosts.isEmpty {
      Self.add(entry, index, to: &forAllHosts)
    } else {
      for host in entry.hosts.prefix(Self.fewest) { Self.add(entry, index, to: &byHost[host, default: PathIndex()]) }
    }
  }

  private static func add(_ entry: Entry, _ index: Int, to paths: inout PathIndex) {
    func add(_ index: Int, to list: inout [Int]) { if list.count < fewest { list.append(index) } }
    if entry.paths.isEmpty { add(index, to: &paths.forAllPaths) }
    for path in entry.paths.prefix(fewest) {
      let bytes = Array(path.utf8)
      if !GlobPattern.hasWildcards(path) {
        add(index, to: &paths.byPath[path, default: []])
      } else if bytes.last == UInt8(ascii: "*"), !GlobPattern.hasWildcards(String(path.dropLast())) {
        add(index, to: &paths.byPrefix[String(path.dropLast()), default: []])
        paths.prefixLengths.insert(bytes.count - 1)
      } else if paths.patterns.count < fewest {
        paths.patterns.append((path, index))
      }
    }
  }

  /// The first rule that answers all requests of this one. Rules of other members with the very same conditions are
  /// left out: two members that claim one path are another matter.
  private func cover(of rule: ListenerRule, _ reach: Reach) -> Int? {
    guard !entries.isEmpty else { return nil }
    if entries.count <= Self.fewRules {
      return entries.first { covers($0, reach, of: rule.member) }?.position
    }
    var candidates = Self.candidates(in: forAllHosts, reach)
    if let host = reach.hosts.first, !reach.hasHostRegex {
      candidates += byHost[host].map { Self.candidates(in: $0, reach) } ?? []
      let labels = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      if labels.count < 16 {
        for start in labels.indices.dropFirst() {
          let suffix = "*." + labels[start...].map { String(Substring($0)) }.joined(separator: ".")
          if suffix != host, let paths = byHost[suffix] { candidates += Self.candidates(in: paths, reach) }
        }
      }
    }
    return candidates.sorted().first { covers(entries[$0], reach, of: rule.member) }.map { entries[$0].position }
  }

  private static func candidates(in index: PathIndex, _ reach: Reach) -> [Int] {
    guard let path = reach.paths.first, !reach.hasPathRegex, !reach.takesAllPaths else { return index.forAllPaths }
    var found = index.forAllPaths + (index.byPath[path] ?? [])
    let bytes = Array(path.utf8)
    for length in index.prefixLengths where length <= bytes.count {
      found += index.byPrefix[String(decoding: bytes[..<length], as: UTF8.self)] ?? []
    }
    return found + index.patterns.filter { GlobPattern.covers($0.path, path) }.map(\.entry)
  }

  private func covers(_ entry: Entry, _ reach: Reach, of member: ObjectName) -> Bool {
    if !entry.hosts.isEmpty {
      guard !reach.hosts.isEmpty, !reach.hasHostRegex,
        reach.hosts.allSatisfy({ host in entry.hosts.contains { GlobPattern.covers($0, host) } })
      else { return false }
    }
    if !entry.paths.isEmpty {
      guard !reach.takesAllPaths, !reach.hasPathRegex,
        reach.paths.allSatisfy({ path in entry.paths.contains { GlobPattern.covers($0, path) } })
      else { return false }
    }
    let paths = reach.takesAllPaths ? [] : reach.paths
    return entry.member == member || reach.hasOtherConditions || reach.hasRegex || entry.hosts != reach.hosts
      || entry.paths != paths
  }
}

/// What a rule asks of a request.
private struct Reach {
  /// As values; empty for every host.
  var hosts: [String] = []
  var paths: [String] = []
  var hasHostRegex = false
  var hasPathRegex = false
  var hasOtherConditions = false

  /// `nil` for a rule with more values than any listener takes.
  init?(_ rule: ListenerRule) {
    for condition in rule.conditions {
      switch condition.kind {
      case .hostHeader(let pattern):
        hosts += pattern.values
        if !pattern.regexValues.isEmpty { hasHostRegex = true }
      case .pathPattern(let pattern):
        paths += pattern.values
        if !pattern.regexValues.isEmpty { hasPathRegex = true }
      default: hasOtherConditions = true
      }
    }
    guard hosts.count <= 32, paths.count <= 32 else { return nil }
  }

  var hasRegex: Bool { hasHostRegex || hasPathRegex }

  /// Every path begins with a slash.
  var takesAllPaths: Bool { !hasPathRegex && (paths.isEmpty || paths.contains { $0 == "/*" || $0 == "*" }) }
}
