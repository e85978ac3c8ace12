package import Manifests

/// A release of the controller: `v3.5.0`.
package struct ControllerVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  package var major: Int
  package var minor: Int
  package var patch: Int

  package init(_ major: Int, _ minor: Int, _ patch: Int = 0) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// The release whose model is built.
  package static let reference = ControllerVersion(3, 5, 0)

  /// Reads `v3.5.0`, `3.5.0`, `v3.5` or `3.5`; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.drop(while: { $0 == "v" }).split(separator: ".", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), text.prefix(2) != "vv" else { return nil }
    let numbers = parts.compactMap { $0.allSatisfy(\.isASCII) ? Int($0) : nil }
    guard numbers.count == parts.count, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    self.init(numbers[0], numbers[1], numbers.count == 3 ? numbers[2] : 0)
  }

  package var description: String { "v\(major).\(minor).\(patch)" }

  package static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}

/// How the controller is set up.
package struct ControllerConfiguration: Sendable {
  package var version = ControllerVersion.reference
  /// `nil` while nobody said it: generated names are then unknown.
  package var clusterName: String?
  package var flags = ControllerFlags()
  package var featureGates = FeatureGates()
  /// A new Service of type LoadBalancer without a class gets the controller's.
  package var hasServiceMutatorWebhook = true
  /// Why the controller cannot even read its flags.
  package var flagProblem: StartupRefusal?
  /// Where flags are set, by name, for those that a file sets.
  package var flagSpans: [String: SourceSpan] = [:]

  package init() {}
}
