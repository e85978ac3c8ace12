package import Manifests

/// Something in an object that the API server refuses when the object is created.
package struct FieldRefusal: Hashable, Sendable {
  /// `spec.rules[0].host`
  package var path: String
  /// The API server's words for what is wrong, without the value and the examples.
  package var reason: String
  /// The value as text; empty for a collection, `nil` when there is none.
  package var value: String?
  /// Where the value stands; when it is missing, the nearest thing around it that is there.
  package var span: SourceSpan
}
