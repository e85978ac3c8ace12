package import Manifests

/// What the class of an Ingress says about it; one instance is shared by all Ingresses of the class.
///
/// Mirrors `ClassConfiguration` in `pkg/ingress/class.go`.
package final class IngressClassSettings: Sendable {
  /// `nil` for a class that is taken for granted.
  package let ingressClass: IngressClass?
  /// `nil` when the class has no IngressClassParams, or when they are taken for granted.
  package let parameters: IngressClassParams?
  /// What was taken for granted to come to this.
  package let assumptions: [Assumption]

  package init(ingressClass: IngressClass?, parameters: IngressClassParams?, assumptions: [Assumption]) {
    self.ingressClass = ingressClass
    self.parameters = parameters
    self.assumptions = assumptions
  }
}
