import AlbplanKit
import Manifests

/// A text to point into: spans are found by what they cover.
struct SampleText {
  let file: SourceFile
  let source: IndexedSource

  init(_ text: String, name: String = "ingress.yaml", id: Int = 0) {
    self.init(bytes: Array(text.utf8), name: name, id: id)
  }

  init(bytes: [UInt8], name: String = "ingress.yaml", id: Int = 0) {
    file = SourceFile(id: FileID(id), name: name, bytes: bytes)
    source = IndexedSource(file)
  }

  /// The span of the given occurrence of a text.
  func span(of needle: String, occurrence: Int = 1) -> SourceSpan { source.span(of: range(of: needle, occurrence)) }

  /// An empty span behind a text.
  func point(behind needle: String) -> SourceSpan {
    let end = range(of: needle, 1).upperBound
    return source.span(of: end..<end)
  }

  func located(_ needle: String, value: String? = nil, occurrence: Int = 1) -> Located<String> {
    Located(value ?? needle, at: span(of: needle, occurrence: occurrence))
  }

  private func range(of needle: String, _ occurrence: Int) -> Range<Int> {
    let wanted = Array(needle.utf8)
    var left = occurrence
    for start in 0...max(0, file.bytes.count - wanted.count) where file.bytes[start...].starts(with: wanted) {
      left -= 1
      if left == 0 { return start..<start + wanted.count }
    }
    preconditionFailure("the sample has no \(needle)")
  }
}

extension LintRule {
  /// A rule of which only what is said about it matters.
  static func sample(_ id: String, severity: Severity = .error, remedy: String = "") -> LintRule {
    LintRule(
      id: id, summary: "What \(id) means.", rationale: "Why \(id) matters: <b> & \"quotes\".", remedy: remedy,
      severity: severity, flagged: [], accepted: [], check: .refusalsOnly)
  }
}

extension FindingsOptions {
  static let sample = FindingsOptions(version: "0.1.0")
}

/// Writes findings of one text in one format.
func written(
  _ findings: [Finding], in texts: [SampleText], as format: FindingsFormat = .text, rules: [LintRule] = [],
  options: FindingsOptions = .sample, hiding secrets: [SourceSpan] = []
) -> String {
  format.write(
    FindingsReport(findings: findings, fileCount: texts.count),
    files: texts.map { ReportSource($0.file, hiding: secrets) }, rules: rules, options: options)
}
