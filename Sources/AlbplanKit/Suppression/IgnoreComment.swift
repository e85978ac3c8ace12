import Manifests

/// A comment that hides findings: `# albplan: ignore[rule, rule2] reason` or `# albplan: ignore-file[rule] reason`.
struct IgnoreComment: Sendable {
  enum Scope: Sendable {
    /// `ignore`: the line, or what stands below.
    case place
    /// `ignore-file`: the whole file.
    case file
  }
  var comment: SuppressionComment
  var scope: Scope
  /// The names in brackets, as written.
  var rules: [Located<String>]
  /// Why nothing is ignored by it; `nil` when it has a list.
  var flaw: Flaw?

  enum Flaw: Sendable {
    /// There are no brackets, or nothing in them.
    case noList
    /// The closing bracket is missing.
    case openList
  }

  /// Reads a comment; `nil` when it says something else than to ignore.
  init?(_ comment: SuppressionComment) {
    let text = Array(comment.text.value.unicodeScalars)
    var index = 0
    while index < text.count, text[index].isASCII, text[index] == "-" || text[index].properties.isAlphabetic {
      index += 1
    }
    switch String(String.UnicodeScalarView(text[..<index])) {
    case "ignore": scope = .place
    case "ignore-file": scope = .file
    default: return nil
    }
    self.comment = comment
    rules = []
    while index < text.count, text[index] == " " || text[index] == "\t" { index += 1 }
    guard index < text.count, text[index] == "[" else {
      flaw = .noList
      return
    }
    let start = index + 1
    guard let end = text[start...].firstIndex(of: "]") else {
      flaw = .openList
      return
    }
    rules = Self.names(text[start..<end], in: comment.text.span)
    if rules.isEmpty { flaw = .noList }
  }

  /// The names between commas, each with its place.
  private static func names(_ list: ArraySlice<Unicode.Scalar>, in span: SourceSpan) -> [Located<String>] {
    list.split(separator: ",").compactMap { part in
      func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
      guard let first = part.firstIndex(where: { !isBlank($0) }), let last = part.lastIndex(where: { !isBlank($0) })
      else { return nil }
      func position(_ index: Int) -> SourcePosition {
        SourcePosition(line: span.start.line, column: span.start.column &+ UInt32(clamping: index))
      }
      return Located(
        String(String.UnicodeScalarView(part[first...last])),
        at: SourceSpan(file: span.file, start: position(first), end: position(last + 1)))
    }
  }
}
