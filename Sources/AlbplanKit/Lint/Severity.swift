/// How bad a finding is. The words mean one thing each.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  /// Advice on cost and style; off by default.
  case info
  /// Silently ignored, or surprising.
  case warning
  /// The API server, the controller or AWS refuses it, or traffic breaks or is exposed.
  case error

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
