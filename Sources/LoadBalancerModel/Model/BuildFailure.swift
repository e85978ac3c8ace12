package import Manifests

/// Why the controller gives up on an IngressGroup or a Service.
///
/// The controller stops at the first failure, so a build throws one of these; its text is the controller's own.
package struct BuildFailure: Error, Sendable {
  /// Where the controller stops.
  package enum Stage: String, Sendable {
    /// Finding the members of the group: the controller's log only.
    case load
    /// Building the model: an event `FailedBuildModel` on every member.
    case build
    /// The controller itself crashes there; the message is ours.
    case panic
  }
  package var stage: Stage
  /// What kind of failure this is, whatever the values: `unknown-scheme`. Findings, help and tests go by it.
  package var code: FailureCode
  /// The controller's words, with all wrappers.
  package var message: String
  /// The places that cause it, the first one first: both members of a conflict, for example.
  package var culprits: [SourceSpan]

  package init(stage: Stage = .build, _ code: FailureCode, _ message: String, at culprits: [SourceSpan]) {
    self.stage = stage
    self.code = code
    self.message = message
    self.culprits = culprits
  }

  /// The same failure with the controller's wrapper in front: `{prefix}: {message}`.
  package func wrapped(_ prefix: String) -> BuildFailure {
    var failure = self
    failure.message = "\(prefix): \(message)"
    return failure
  }
}

/// The kind of a failure in words, stable for ever: lower case, hyphens (`unknown-scheme`).
package struct FailureCode: Hashable, Sendable, ExpressibleByStringLiteral {
  package var id: String
  package init(stringLiteral value: StaticString) { self.id = value.description }
}
