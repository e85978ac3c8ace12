import AlbplanKit
import LoadBalancerModel
import Manifests

/// How findings are made and weighed in a run.
struct LintSetup {
  /// Those that are applied.
  var rules: [LintRule]
  var policy: FindingPolicy
  /// A finding of this severity or above makes the run exit with 1; `nil`: none does.
  var failOn: Severity?
  /// The name of the baseline file, for messages.
  var baselineName: String?
  /// Manifests are seen on this page, for links: `https://github.com/shop/infra/blob/4f2a9c1`.
  var sourceBrowser: String?

  /// Whether these findings make the run exit with 1.
  func fails(_ findings: [Finding]) -> Bool {
    guard let failOn else { return false }
    return findings.contains { $0.severity >= failOn }
  }

  /// Whether each refusal by the controller becomes a finding that is shown.
  var showsRefusals: Bool {
    policy.baseline == nil && rules.count { !$0.refusals.isEmpty } == LintRule.all.count { !$0.refusals.isEmpty }
  }
}

extension Session {
  /// The choice of rules and what goes with it: the command line (and the environment) over the project's settings.
  func lintSetup(over project: ProjectFile?) throws(Trouble) -> LintSetup {
    let settings = project?.settings.lint ?? LintSettings()
    var policy = FindingPolicy()
    policy.selection = try ruleSelection(over: settings, of: project)
    for (rule, severity) in settings.severities {
      if let severity = Severity(rawValue: severity.value) { policy.severities[rule.value] = severity }
    }
    policy.perFileIgnores = settings.perFileIgnores.map {
      PerFileIgnore($0.pattern.value, rules: $0.rules.map(\.value))
    }
    policy.honoursSuppressions = !invocation.has(.noIgnores)
    policy.minimumSeverity = invocation[.severity].flatMap(Severity.init) ?? .info
    policy.showsAdvice = invocation[.severity] == Severity.info.rawValue
    let directory = SettingsSearch.absolute(surroundings.workingDirectory ?? ".")
    policy.paths = ReportPaths(
      workingDirectory: directory, repository: directory.flatMap(SettingsSearch.repository(around:)))
    policy.patternPaths = project.map { ReportPaths(workingDirectory: directory, repository: $0.directory) }
    let baselinePath = invocation[.baseline] ?? project?.baselinePath
    if let baselinePath, !invocation.has(.writeBaseline) { policy.baseline = try baseline(at: baselinePath) }
    let failOn = invocation.has(.exitZero) ? "never" : invocation[.failOn] ?? settings.failOn?.value ?? "warning"
    return LintSetup(
      rules: LintRule.all.filter(policy.applies), policy: policy, failOn: Severity(rawValue: failOn),
      baselineName: baselinePath.map(InputPath.displayName), sourceBrowser: sourceBrowser)
  }

  private func ruleSelection(over settings: LintSettings, of project: ProjectFile?) throws(Trouble) -> RuleSelection {
    var selection = RuleSelection()
    if invocation.has(.select) {
      // What the settings choose belongs to their own choice of rules.
      selection.select = try rules(.select)
    } else {
      report(settings, of: project)
      selection.select = settings.select?.map(\.value)
      selection.extendSelect = settings.extendSelect?.map(\.value) ?? []
      selection.ignore = settings.ignore?.map(\.value) ?? []
      selection.ignore += settings.severities.filter { $0.severity.value == "off" }.map(\.rule.value)
    }
    let added = try rules(.extendSelect)
    let ignored = try rules(.ignore)
    selection.ignore.removeAll { added.contains($0) }
    selection.extendSelect.removeAll { ignored.contains($0) }
    selection.extendSelect += added
    selection.ignore += ignored
    return selection
  }

  /// The rules that an option of the command line names. One that does not exist is a mistake.
  private func rules(_ option: OptionName) throws(Trouble) -> [String] {
    let names = invocation.values(option)
    if let unknown = RuleSelection(select: names).unknownNames(among: LintRule.all.map(\.id)).first {
      let hint = unknown.nearest.map { "did you mean \"\($0)\"?" } ?? "\"albplan rules\" lists them"
      throw Trouble("\"--\(option.rawValue) \(unknown.name)\": there is no such rule; \(hint)")
    }
    return names
  }

  /// Warns of rules in the settings that do not exist: another version of albplan may have them.
  private func report(_ settings: LintSettings, of project: ProjectFile?) {
    guard let project else { return }
    let named =
      (settings.select ?? []) + (settings.extendSelect ?? []) + (settings.ignore ?? [])
      + settings.severities.map(\.rule) + settings.perFileIgnores.flatMap(\.rules)
    guard !named.isEmpty else { return }
    let known = LintRule.all.map(\.id)
    for name in named {
      guard let unknown = RuleSelection(select: [name.value]).unknownNames(among: known).first else { continue }
      let place = "\(InputPath.displayName(project.path)):\(name.span.start.line):\(name.span.start.column)"
      let hint = unknown.nearest.map { "; did you mean \"\($0)\"?" } ?? ""
      complain("\(place): warning: there is no rule \"\(unknown.name)\"\(hint)")
    }
  }

  private func baseline(at path: String) throws(Trouble) -> Baseline {
    let name = InputPath.displayName(path)
    let bytes: [UInt8]
    do throws(FileReader.Failure) {
      bytes = try FileReader.read(Array(InputPath.resolve(path, in: surroundings.workingDirectory).utf8))
    } catch {
      throw Trouble("cannot read the baseline \"\(name)\": \(error.reason)")
    }
    do throws(Baseline.Failure) {
      return try Baseline(json: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw Trouble("cannot use the baseline \"\(name)\": \(error.message)")
    }
  }

  /// Where CI systems say that this commit can be seen.
  private var sourceBrowser: String? {
    let environment = surroundings.environment
    if let server = environment["GITHUB_SERVER_URL"], let repository = environment["GITHUB_REPOSITORY"],
      let commit = environment["GITHUB_SHA"]
    {
      return "\(server)/\(repository)/blob/\(commit)"
    }
    if let project = environment["CI_PROJECT_URL"], let commit = environment["CI_COMMIT_SHA"] {
      return "\(project)/-/blob/\(commit)"
    }
    return nil
  }
}
