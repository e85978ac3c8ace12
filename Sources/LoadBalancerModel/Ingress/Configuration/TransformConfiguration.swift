/// One entry of an annotation `transforms.{name}`. Mirrors `Transform` in `pkg/ingress/config_types.go`.
package struct TransformConfiguration: Sendable {
  /// As written: `host-header-rewrite` and `url-rewrite` are known.
  package var type: String
  /// The rewrites of `hostHeaderRewriteConfig`; `nil` when the configuration is absent.
  package var hostHeaderRewrites: [Rewrite]?
  /// The rewrites of `urlRewriteConfig`; `nil` when the configuration is absent.
  package var urlRewrites: [Rewrite]?
  /// The annotation.
  package var origin: Origin

  /// Mirrors `RewriteConfig`.
  package struct Rewrite: Sendable {
    package var regex: String
    package var replace: String
  }

  /// Refuses what the controller refuses, in its order. Mirrors `Transform.Validate`.
  package func validate() throws(BuildFailure) {
    switch type {
    case RuleTransform.Kind.hostHeaderRewrite.rawValue:
      try require(hostHeaderRewrites, "hostHeaderRewriteConfig")
    case RuleTransform.Kind.urlRewrite.rawValue:
      try require(urlRewrites, "urlRewriteConfig")
    default:
      throw BuildFailure("unknown-transform-type", "unknown transform type: \(type)", at: origin.spans)
    }
  }

  private func require(_ rewrites: [Rewrite]?, _ name: String) throws(BuildFailure) {
    guard let rewrites else { throw failure("missing \(name)") }
    guard !rewrites.isEmpty else { throw failure("\(name).rewrites cannot be empty") }
  }

  private func failure(_ message: String) -> BuildFailure {
    BuildFailure("invalid-transform", message, at: origin.spans)
  }
}
