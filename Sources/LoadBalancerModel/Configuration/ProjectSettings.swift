package import Manifests

/// A project's settings, `.albplan.yaml`. Its keys: `ConfigurationKey.projectSettings`.
package struct ProjectSettings: Sendable {
  package var layer: ConfigurationLayer
  /// The path of a context file, from the settings file's directory.
  package var contextPath: Located<String>?
  package var lint: LintSettings
  /// In the order found. The settings hold what could be read all the same.
  package var problems: [ConfigurationProblem]

  package init(_ file: SourceFile) {
    var decoder = ConfigurationDecoder()
    let object = decoder.decode(file, by: ConfigurationKey.projectSettings, called: "the settings")
    layer = ConfigurationLayer(object)
    contextPath = object.located("context")
    lint = LintSettings(object)
    problems = decoder.problems
  }
}

/// What a project's settings say of findings, files and output. What they do not say is `nil`.
///
/// Names of rules and formats are not checked here: only those who know them can.
package struct LintSettings: Sendable {
  package var select: [Located<String>]?
  package var extendSelect: [Located<String>]?
  package var ignore: [Located<String>]?
  /// `error`, `warning`, `info` or `off` by rule.
  package var severities: [(rule: Located<String>, severity: Located<String>)] = []
  /// Rules by glob pattern, in the order written.
  package var perFileIgnores: [(pattern: Located<String>, rules: [Located<String>])] = []
  /// Glob patterns.
  package var exclude: [Located<String>]?
  package var format: Located<String>?
  /// The path of a baseline, from the settings file's directory.
  package var baseline: Located<String>?
  /// `error`, `warning`, `info` or `never`.
  package var failOn: Located<String>?

  package init() {}

  init(_ object: ConfigurationObject) {
    select = object.located(list: "select")
    extendSelect = object.located(list: "extend-select")
    ignore = object.located(list: "ignore")
    severities = (object.map("severity") ?? []).map { ($0.key, $0.value) }
    perFileIgnores = (object.lists("per-file-ignores") ?? []).map { ($0.key, $0.values) }
    exclude = object.located(list: "exclude")
    format = object.located("format")
    baseline = object.located("baseline")
    failOn = object.located("fail-on")
  }
}
