package import Manifests

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
