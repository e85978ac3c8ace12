import Manifests

extension Annotation {
  /// An annotation somewhere in a file, for tests that do not care where.
  static func example(_ key: String, _ value: String) -> Annotation {
    Annotation(key: Located(key, at: .example), value: Located(value, at: .example))
  }
}

extension SourceSpan {
  static let example = SourceSpan(
    file: FileID(0), start: SourcePosition(line: 3, column: 5), end: SourcePosition(line: 3, column: 9))
}
