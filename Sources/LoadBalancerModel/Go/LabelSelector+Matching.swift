package import Manifests

/// Why Kubernetes does not take a label selector.
package struct SelectorFailure: Error, Sendable {
  package var message: String
}

extension LabelSelector {
  /// Whether labels satisfy every part of the selector; an empty selector takes everything.
  ///
  /// Mirrors `LabelSelectorAsSelector` in `k8s.io/apimachinery/pkg/apis/meta/v1/helpers.go`.
  package func matches(_ labels: [String: String]) throws(SelectorFailure) -> Bool {
    var isMatch = true
    for (key, value) in matchLabels where labels[key.value] != value.value { isMatch = false }
    for requirement in matchExpressions {
      let value = labels[requirement.key.value]
      let values = requirement.values.map(\.value)
      switch requirement.operator.value {
      case "In":
        guard !values.isEmpty else { throw Self.valuesMissing }
        if value.map(values.contains) != true { isMatch = false }
      case "NotIn":
        guard !values.isEmpty else { throw Self.valuesMissing }
        if value.map(values.contains) == true { isMatch = false }
      case "Exists":
        guard values.isEmpty else { throw Self.valuesForbidden(values) }
        if value == nil { isMatch = false }
      case "DoesNotExist":
        guard values.isEmpty else { throw Self.valuesForbidden(values) }
        if value != nil { isMatch = false }
      case let other:
        throw SelectorFailure(message: "\(GoText.quote(other)) is not a valid label selector operator")
      }
    }
    return isMatch
  }

  private static let valuesMissing = SelectorFailure(
    message: "values: Invalid value: null: for 'in', 'notin' operators, values set can't be empty")
  private static func valuesForbidden(_ values: [String]) -> SelectorFailure {
    let list = values.map(GoText.quote).joined(separator: ",")
    return SelectorFailure(
      message: "values: Invalid value: [\(list)]: values set must be empty for exists and does not exist")
  }
}
