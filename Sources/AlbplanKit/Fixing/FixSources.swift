package import Manifests

/// Hands out a `FixBuilder` for each file that needs one, made once.
package struct FixSources: Sendable {
  private var files: [FileID: SourceFile]
  private var builders: [FileID: FixBuilder] = [:]

  package init(_ files: [SourceFile] = []) {
    self.files = Dictionary(files.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The builder for the file of a place; `nil` when there is no such file.
  package mutating func builder(for span: SourceSpan) -> FixBuilder? {
    if let builder = builders[span.file] { return builder }
    guard let file = files[span.file] else { return nil }
    let builder = FixBuilder(file)
    builders[span.file] = builder
    return builder
  }
}
