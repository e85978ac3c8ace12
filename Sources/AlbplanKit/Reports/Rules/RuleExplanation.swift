import LoadBalancerModel
import Manifests

/// All that is said about one rule, for a terminal.
package struct RuleExplanation {
  private let rule: LintRule
  private let options: FindingsOptions
  private let ink: FindingsInk

  /// The widest paragraphs that are pleasant to read.
  private static let widest = 100

  package init(_ rule: LintRule, options: FindingsOptions) {
    self.rule = rule
    self.options = options
    ink = FindingsInk(options)
  }

  package var text: String {
    var blocks = [
      "\(ink.bold(rule.id)): \(ink.paint(rule.severity.rawValue, rule.severity)), since albplan \(rule.since)",
      paragraph(rule.summary), paragraph(rule.rationale), paragraph(rule.remedy),
    ]
    for example in rule.flagged.prefix(2) { blocks += flagged(example) }
    if let accepted = rule.accepted.first {
      blocks += [ink.bold("This is right:"), Self.indented(accepted.shownManifest)] + context(accepted)
    }
    blocks.append(LintRule.reference(to: rule.id))
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func flagged(_ example: LintRule.Example) -> [String] {
    var narrow = options
    narrow.width = options.width.map { $0 - 4 }
    let findings = Self.indented(RuleExample(example, of: rule).text(narrow))
    return [ink.bold("This is reported:"), Self.indented(example.shownManifest)] + context(example)
      + (findings.isEmpty ? [] : [findings])
  }

  private func context(_ example: LintRule.Example) -> [String] {
    example.context.map { [ink.bold("With this context file:"), Self.indented($0)] } ?? []
  }

  private func paragraph(_ text: String) -> String {
    TextFindings.wrapped(ink.shown(text), width: min(options.width ?? Self.widest, Self.widest))
      .joined(separator: "\n")
  }

  /// Four blanks to the right; blank lines stay empty.
  private static func indented(_ text: String) -> String {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      line.isEmpty ? "" : "    " + String(Substring(line))
    }.joined(separator: "\n").trimmingLastLineBreaks
  }
}

extension String {
  var trimmingLastLineBreaks: String {
    var text = self
    while text.utf8.last == UInt8(ascii: "\n") { text.removeLast() }
    return text
  }
}
