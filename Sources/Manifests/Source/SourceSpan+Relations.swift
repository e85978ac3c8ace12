extension SourceSpan {
  /// Whether the other span lies within this one.
  package func contains(_ other: SourceSpan) -> Bool {
    file == other.file && start <= other.start && other.end <= end
  }

  /// Whether the two have a character, or an end, in common.
  package func overlaps(_ other: SourceSpan) -> Bool {
    file == other.file && start <= other.end && other.start <= end
  }
}
