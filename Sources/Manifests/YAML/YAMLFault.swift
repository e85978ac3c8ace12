/// What makes a document unreadable, before it is known in which file.
struct YAMLFault: Error {
  var kind: ManifestProblem.Kind
  var message: String
  var start: SourcePosition
  var end: SourcePosition
  /// Another place that the sentence speaks of.
  var related: SourcePosition?

  init(
    _ kind: ManifestProblem.Kind, _ message: String, from start: SourcePosition, to end: SourcePosition? = nil,
    related: SourcePosition? = nil
  ) {
    self.kind = kind
    self.message = message
    self.start = start
    self.end = end ?? start
    self.related = related
  }
}
