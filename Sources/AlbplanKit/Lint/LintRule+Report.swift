package import Manifests

extension LintRule {
  /// Collects what the rules have to say.
  package struct Report {
    private(set) var findings: [Finding] = []
    private let rules: [LintRule]
    /// The position of the rule that reports now.
    private var rule = 0
    /// How many findings the rule may still report at what it looks at now.
    private var allowance = 0
    private var fixes: FixSources

    init(_ rules: [LintRule], _ files: [SourceFile]) {
      self.rules = rules
      fixes = FixSources(files)
    }

    /// What is reported from now on is that of the rule at a position.
    ///
    /// - Parameter limit: so many findings are enough, for a list in one annotation may have any length.
    mutating func begin(_ rule: Int, limit: Int = ManifestLimits.problems) {
      self.rule = rule
      allowance = limit
    }

    /// Reports a message at a place. `severity` is for rules whose cases differ in weight.
    package mutating func callAsFunction(
      _ message: Finding.Message, at span: SourceSpan, in object: String?, severity: Severity? = nil,
      notes: [Finding.Note] = [], fix: Finding.Fix? = nil
    ) {
      guard allowance > 0, rules.indices.contains(rule) else { return }
      allowance -= 1
      var notes = notes
      if allowance == 0 { notes.append(Finding.Note(.note, "there is more of this, which is not listed")) }
      findings.append(
        Finding(
          rule: rules[rule].id, severity: severity ?? rules[rule].severity, message: message, span: span,
          object: object, notes: notes,
          fix: fix))
    }

    /// Makes edits for the file of a place; `nil` when the place is in no file.
    package mutating func editor(for span: SourceSpan) -> FixBuilder? { fixes.builder(for: span) }

    /// The source text of a place; `nil` when the place is in no file.
    mutating func text(at span: SourceSpan) -> String? {
      editor(for: span).map { $0.source.text($0.source.range(of: span)) }
    }
  }
}
