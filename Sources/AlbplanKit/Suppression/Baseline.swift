/// The findings of an older state that are accepted: only new ones are shown.
///
/// An entry holds no line: lines may move. Of equal findings in an object it counts how many there were.
package struct Baseline: Sendable {
  /// What a finding is about.
  package struct Entry: Hashable, Comparable, Sendable {
    package var path: String
    package var rule: String
    /// Empty when the finding has no object.
    package var object: String
    /// Without the numbers of lines.
    package var message: String

    init(_ finding: Finding, path: String) {
      self.path = path
      rule = finding.rule
      object = finding.object ?? ""
      message = finding.message.withoutPlaces
    }

    init(path: String, rule: String, object: String, message: String) {
      self.path = path
      self.rule = rule
      self.object = object
      self.message = message
    }

    package static func < (left: Self, right: Self) -> Bool {
      for (one, other) in [
        (left.path, right.path), (left.rule, right.rule), (left.object, right.object), (left.message, right.message),
      ] where !one.utf8.elementsEqual(other.utf8) {
        return one.utf8.lexicographicallyPrecedes(other.utf8)
      }
      return false
    }
  }

  package private(set) var counts: [Entry: Int] = [:]

  /// Accepts these findings. `path` names a finding's file within the repository.
  package init(_ findings: [Finding], path: (Finding) -> String) {
    for finding in findings { counts[Entry(finding, path: path(finding)), default: 0] += 1 }
  }

  mutating func add(_ entry: Entry, count: Int) { counts[entry, default: 0] += count }

  /// Which of the findings are accepted, in their order, and the entries with no finding left to accept.
  func hides(_ findings: [Finding], path: (Finding) -> String) -> (hidden: [Bool], stale: [Entry]) {
    var left = counts
    let hidden = findings.map { finding -> Bool in
      let entry = Entry(finding, path: path(finding))
      guard let count = left[entry], count > 0 else { return false }
      left[entry] = count - 1
      return true
    }
    return (hidden, left.filter { $0.value > 0 }.keys.sorted())
  }
}
