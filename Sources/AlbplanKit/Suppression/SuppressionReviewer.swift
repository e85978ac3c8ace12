import Manifests

/// Reports what is wrong with the comments and annotations that ignore: those that hide nothing, those without a list,
/// those that name no rule.
struct SuppressionReviewer {
  let suppressions: Suppressions
  let knownRules: Set<String>
  /// Whether a rule runs at all: a rule that is off finds nothing, and that is no fault of a comment.
  let isLookedFor: (String) -> Bool

  func findings(_ matcher: SuppressionMatcher) -> [Finding] {
    var findings: [Finding] = []
    for (index, comment) in suppressions.comments.enumerated() {
      review(comment, used: matcher.usedInComments[index], &findings)
    }
    for (index, annotation) in suppressions.annotations.enumerated() {
      review(annotation, used: matcher.usedInAnnotations[index], &findings)
    }
    return findings
  }

  // MARK: Comments

  private func review(_ comment: CoveringComment, used: Set<String>, _ findings: inout [Finding]) {
    let span = comment.ignore.comment.span
    if let flaw = comment.ignore.flaw {
      findings.append(Finding(.suppressionWithoutRule, flaw == .noList ? .withoutRule("comment") : .openList, at: span))
      return
    }
    let unknown = comment.ignore.rules.filter { !knownRules.contains($0.value) }
    for name in unknown {
      let nearest = NearestName.of(name.value, among: knownRules.sorted())
      let fix = nearest.map {
        Finding.Fix("write \"\($0)\"", .unsafe, edits: [Finding.Edit(name.span, $0)])
      }
      findings.append(
        Finding(.suppressionOfUnknownRule, .unknownRule(name.value, nearest: nearest), at: name.span, fix: fix))
    }
    if case .misplaced = comment.extent {
      findings.append(Finding(.unusedSuppression, .misplaced(), at: span))
      return
    }
    let unused = unusedNames(comment.ignore.rules.map(\.value), used, in: span.file)
    guard !unused.isEmpty else { return }
    let kept = comment.ignore.rules.filter { !unused.contains($0.value) }
    let fix = kept.isEmpty ? removal(of: comment) : shortening(of: comment, to: kept)
    findings.append(Finding(.unusedSuppression, .unused(unused, by: "comment"), at: span, fix: fix))
  }

  /// Those of the names, each once, that hid nothing though their rules ran.
  private func unusedNames(_ names: [String], _ used: Set<String>, in file: FileID) -> [String] {
    guard !suppressions.incompleteFiles.contains(file) else { return [] }
    let own = Set(LintRule.suppressionRules.map(\.id))
    var seen: Set<String> = []
    return names.filter {
      knownRules.contains($0) && !used.contains($0) && !own.contains($0) && isLookedFor($0) && seen.insert($0).inserted
    }
  }

  /// Takes the comment out: its whole line, or what stands between the value and the line's end.
  private func removal(of comment: CoveringComment) -> Finding.Fix? {
    let span = comment.ignore.comment.span
    guard let source = suppressions.sources[span.file] else { return nil }
    let line = source.line(span.start.line)
    let start = source.endOfVisible(before: source.offset(of: span.start), in: line)
    let range =
      start == line.lowerBound
      ? source.lineWithEnd(span.start.line) : start..<source.offset(of: span.end)
    return Finding.Fix("remove the comment", .safe, edits: [Finding.Edit(source.span(of: range), "")])
  }

  private func shortening(of comment: CoveringComment, to kept: [Located<String>]) -> Finding.Fix? {
    let rules = comment.ignore.rules
    guard let first = rules.first, let last = rules.last else { return nil }
    let span = SourceSpan(file: first.span.file, start: first.span.start, end: last.span.end)
    let list = kept.map(\.value).joined(separator: ", ")
    return Finding.Fix("leave \(list) only", .safe, edits: [Finding.Edit(span, list)])
  }

  // MARK: Annotations

  private func review(_ ignore: IgnoreAnnotation, used: Set<String>, _ findings: inout [Finding]) {
    let value = ignore.annotation.value
    if ignore.rules.isEmpty {
      findings.append(
        Finding(.suppressionWithoutRule, .withoutRule("annotation"), at: ignore.annotation.key.span, in: ignore.object))
      return
    }
    for name in ignore.rules where !knownRules.contains(name) {
      let nearest = NearestName.of(name, among: knownRules.sorted())
      findings.append(
        Finding(.suppressionOfUnknownRule, .unknownRule(name, nearest: nearest), at: value.span, in: ignore.object))
    }
    let unused = unusedNames(ignore.rules, used, in: value.span.file)
    guard !unused.isEmpty else { return }
    let kept = ignore.rules.filter { !unused.contains($0) }
    findings.append(
      Finding(
        .unusedSuppression, .unused(unused, by: "annotation"),
        at: kept.isEmpty ? ignore.annotation.key.span : value.span,
        in: ignore.object, fix: fix(of: ignore, leaving: kept)))
  }

  private func fix(of ignore: IgnoreAnnotation, leaving kept: [String]) -> Finding.Fix? {
    guard let source = suppressions.sources[ignore.annotation.key.span.file] else { return nil }
    let builder = FixBuilder(SourceFile(id: source.file, name: source.name, bytes: source.bytes))
    if kept.isEmpty {
      return builder.deleteEntry(ignore.annotation).map { Finding.Fix("remove the annotation", .safe, edits: [$0]) }
    }
    let list = kept.joined(separator: ", ")
    return builder.replaceValue(ignore.annotation.value, with: list).map {
      Finding.Fix("leave \(list) only", .safe, edits: [$0])
    }
  }
}

extension Finding {
  fileprivate init(
    _ rule: LintRule, _ message: Message, at span: SourceSpan, in object: String? = nil, fix: Fix? = nil
  ) {
    self.init(rule: rule.id, severity: rule.severity, message: message, span: span, object: object, fix: fix)
  }
}
