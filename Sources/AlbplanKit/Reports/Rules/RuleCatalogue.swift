import Manifests

/// All rules, as `albplan rules` lists them.
package struct RuleCatalogue {
  package enum Format: String, CaseIterable, Sendable {
    case text
    case json
    /// `docs/rules.md`.
    case markdown
  }

  private let rules: [LintRule]
  private let options: FindingsOptions

  package init(_ rules: [LintRule] = LintRule.all, options: FindingsOptions) {
    self.rules = rules.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    self.options = options
  }

  package func text(as format: Format) -> String {
    switch format {
    case .text: list
    case .json: json
    case .markdown: markdown
    }
  }

  // MARK: Text

  /// A line a rule; where it is too long for the screen, the sentence goes on below itself.
  private var list: String {
    let ink = FindingsInk(options)
    let idWidth = rules.map(\.id.utf8.count).max() ?? 0
    let indent = idWidth + 2 + 9
    var text = ""
    for rule in rules {
      let severity = rule.severity.rawValue
      var head = ink.bold(rule.id) + String(repeating: " ", count: idWidth - rule.id.utf8.count + 2)
      head += ink.paint(severity, rule.severity) + String(repeating: " ", count: 9 - severity.utf8.count)
      let width = options.width.map { max(30, $0 - indent) }
      let lines = TextFindings.wrapped(ink.shown(rule.summary), width: width)
      text += head + lines.joined(separator: "\n" + String(repeating: " ", count: indent)) + "\n"
    }
    return text
  }

  // MARK: JSON

  private static let formatVersion = 1

  private var json: String {
    var json = JSONWriter(layout: .indented(2), escapesHTML: false)
    json.beginObject()
    json.member("formatVersion", Self.formatVersion)
    json.key("rules")
    json.beginList()
    for rule in rules {
      json.beginObject()
      json.member("id", rule.id)
      json.member("severity", rule.severity.rawValue)
      json.member("isDefault", rule.severity > .info)
      json.member("since", rule.since)
      json.member("summary", rule.summary)
      json.member("rationale", rule.rationale)
      json.member("remedy", rule.remedy)
      json.member("url", LintRule.reference(to: rule.id))
      json.endObject()
    }
    json.endList()
    json.endObject()
    json.newline()
    return json.text
  }

  // MARK: Markdown

  private var markdown: String {
    var blocks = [
      "<!-- Written by `albplan rules --format markdown`. -->",
      "# Rules",
      "What `albplan lint` looks for. `albplan explain RULE` prints the same about one rule.",
      "- **error**: the API server, the controller or AWS refuses it, or traffic breaks or is exposed.\n"
        + "- **warning**: it is silently ignored, or surprising.\n"
        + "- **info**: advice on cost and style; off unless it is chosen, as with `--select all`.",
      "| rule | severity | what is wrong |\n| --- | --- | --- |\n"
        + rules.map { "| [\($0.id)](#\($0.id)) | \($0.severity.rawValue) | \(MarkdownText.words($0.summary)) |" }
        .joined(separator: "\n"),
    ]
    for rule in rules { blocks += section(of: rule) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func section(of rule: LintRule) -> [String] {
    var blocks = [
      "## \(rule.id)",
      MarkdownText.words(rule.summary),
      "*\(rule.severity.rawValue), since albplan \(rule.since)*",
      MarkdownText.words(rule.rationale),
      MarkdownText.words(rule.remedy),
    ]
    // One is enough: a page that is longer than half a megabyte is shown by no browser of repositories.
    if let example = rule.flagged.first {
      blocks += ["Reported:", fence("yaml", example.shownManifest)] + context(example)
      blocks.append(fence("text", RuleExample(example, of: rule).text(options)))
    }
    if let accepted = rule.accepted.first {
      blocks += ["Right:", fence("yaml", accepted.shownManifest)] + context(accepted)
    }
    return blocks
  }

  private func context(_ example: LintRule.Example) -> [String] {
    example.context.map { ["with this [context file](context-file.md):", fence("yaml", $0)] } ?? []
  }

  private func fence(_ language: String, _ text: String) -> String {
    let ticks = MarkdownText.blockFence(around: [text])
    return "\(ticks)\(language)\n\(text.trimmingLastLineBreaks)\n\(ticks)"
  }

}
