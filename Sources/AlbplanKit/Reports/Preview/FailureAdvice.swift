package import LoadBalancerModel

/// What to do about a refusal, in plain words, by the kind of failure.
package enum FailureAdvice {
  /// The advice for a failure; a general one for a code without its own.
  package static func text(for code: FailureCode) -> String { table[code.id] ?? general }

  /// The codes that have advice of their own.
  package static var knownCodes: [String] { Array(table.keys) }

  static let general = "Correct the marked value so that the controller accepts it."

  private static let table: [String: String] = [
    "target-group-port-empty":
      "Make the Service type NodePort or LoadBalancer, or use ip targets (target-type: ip)."
  ]
}
