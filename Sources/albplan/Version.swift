import LoadBalancerModel

/// What this build is.
enum Version {
  static let number = "0.1.0"
  /// When the release was made, as manual pages show it.
  static let date = "2026-11-24"

  /// The line that `albplan --version` prints.
  static var line: String {
    "albplan \(number) (models AWS Load Balancer Controller \(ControllerVersion.reference))"
  }
}
