package import Manifests

/// Something in a context file or in a project's settings that cannot be meant so.
package struct ConfigurationProblem: Error, Hashable, Sendable {
  /// A sentence without a full stop: `"acount" is no key of aws`.
  package var message: String
  /// What to do about it: `did you mean "accountID"?`
  package var hint: String?
  package var span: SourceSpan

  package init(_ message: String, hint: String? = nil, at span: SourceSpan) {
    self.message = message
    self.hint = hint
    self.span = span
  }
}
