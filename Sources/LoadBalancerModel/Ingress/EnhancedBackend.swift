import Manifests

/// A backend of a path, or the default backend, with all that annotations add to it.
///
/// Mirrors `EnhancedBackend` in `pkg/ingress/enhanced_backend_builder.go`.
struct EnhancedBackend {
  var conditions: [ConditionConfiguration]
  var transforms: [TransformConfiguration]
  var action: ActionConfiguration
  var authentication: AuthenticationConfiguration
  var jwt: JWTConfiguration?
  /// The backend in the manifest.
  var span: SourceSpan
  /// The Service's port in the backend; `nil` where an annotation says where requests go.
  var portSpan: SourceSpan?
}
