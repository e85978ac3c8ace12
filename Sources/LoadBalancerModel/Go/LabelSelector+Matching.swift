package import Manifests

/// Why Kubernetes does not take a label selector: its words.
package struct SelectorFailure: Error, Hashable, Sendable {
  package var message: String
}

extension LabelSelector {
  /// Whether labels satisfy every part of the selector; an empty selector takes everything.
  ///
  /// A broken selector is refused before anything is compared. Where Kubernetes walks `matchLabels` in random order,
  /// the problem of the bytewise first key is named.
  ///
  /// Mirrors `LabelSelectorAsSelector` in `k8s.io/apimachinery/pkg/apis/meta/v1/helpers.go` and `NewRequirement` in
  /// `k8s.io/apimachinery/pkg/labels/selector.go`.
  package func matches(_ labels: [String: String]) throws(SelectorFailure) -> Bool {
    let equalities = matchLabels.sorted { $0.key.value.utf8.lexicographicallyPrecedes($1.key.value.utf8) }
    for (key, value) in equalities { try Self.check(key.value, [value.value]) }
    for requirement in matchExpressions { try requirement.check() }
    return equalities.allSatisfy { labels[$0.key.value] == $0.value.value }
      && matchExpressions.allSatisfy { $0.matches(labels) }
  }

  /// Refuses a bad key or a bad value, all problems of one requirement together.
  fileprivate static func check(
    _ key: String, _ values: [String], problem: String? = nil
  ) throws(SelectorFailure) {
    var problems: [String] = []
    let keyProblems = KubernetesName.problems(ofLabelKey: key)
    if !keyProblems.isEmpty {
      problems.append("key: Invalid value: \(GoText.quote(key)): \(keyProblems.joined(separator: "; "))")
    }
    if let problem { problems.append(problem) }
    for (index, value) in values.enumerated() {
      let valueProblems = KubernetesName.problems(ofLabelValue: value)
      guard !valueProblems.isEmpty else { continue }
      problems.append(
        "values[\(index)][\(key)]: Invalid value: \(GoText.quote(value)): \(valueProblems.joined(separator: "; "))")
    }
    guard let first = problems.first else { return }
    throw SelectorFailure(message: problems.count == 1 ? first : "[\(problems.joined(separator: ", "))]")
  }
}

extension LabelSelector.Requirement {
  fileprivate func check() throws(SelectorFailure) {
    let values = values.map(\.value)
    switch `operator`.value {
    case "In", "NotIn":
      let problem = "values: Invalid value: null: for 'in', 'notin' operators, values set can't be empty"
      try LabelSelector.check(key.value, values, problem: values.isEmpty ? problem : nil)
    case "Exists", "DoesNotExist":
      let problem =
        "values: Invalid value: \(JSONString.encodeList(values)): "
        + "values set must be empty for exists and does not exist"
      try LabelSelector.check(key.value, values, problem: values.isEmpty ? nil : problem)
    default:
      throw SelectorFailure(message: "\(GoText.quote(`operator`.value)) is not a valid label selector operator")
    }
  }

  /// Of a requirement that is known to be sound.
  fileprivate func matches(_ labels: [String: String]) -> Bool {
    let value = labels[key.value]
    switch `operator`.value {
    case "In": return value.map { value in values.contains { $0.value == value } } ?? false
    case "NotIn": return value.map { value in !values.contains { $0.value == value } } ?? true
    case "Exists": return value != nil
    case "DoesNotExist": return value == nil
    default: return false
    }
  }
}
