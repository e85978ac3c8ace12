import AlbplanKit
import Manifests

/// The commands that speak of the linter's rules.
extension Session {
  /// `albplan rules`
  func printRules() throws(Trouble) -> ExitStatus {
    for report in try invocation.reports() {
      let format = RuleCatalogue.Format(rawValue: report.format) ?? .text
      let catalogue = RuleCatalogue(options: ruleOptions(style(of: report), isDocument: format == .markdown))
      try deliver(catalogue.text(as: format).utf8, to: report)
    }
    return .clean
  }

  /// `albplan explain RULE`
  func explainRule() throws(Trouble) -> ExitStatus {
    let name = invocation.operands.first ?? ""
    guard let rule = LintRule.named(name) else {
      let hint = NearestName.hint(for: name, among: LintRule.all.map(\.id))
      throw Trouble("there is no rule \"\(name)\"\(hint.isEmpty ? "; \"albplan rules\" lists them" : hint)")
    }
    for report in try invocation.reports() {
      let options = ruleOptions(style(of: report), isDocument: false)
      try deliver(RuleExplanation(rule, options: options).text.utf8, to: report)
    }
    return .clean
  }

  private func ruleOptions(_ style: TextStyle, isDocument: Bool) -> FindingsOptions {
    var options = FindingsOptions(version: Version.number)
    guard !isDocument else { return options }
    options.usesColor = style.isColored
    options.width = style.width
    return options
  }
}
