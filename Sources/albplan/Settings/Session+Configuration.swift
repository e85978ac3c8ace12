import LoadBalancerModel
import Manifests

/// How the controller is set up and what is known of AWS: the command line (and the environment, which stands for
/// options that were not given) over the context file, over the project's settings.
extension Session {
  /// All that is said, merged into one. `--context` counts instead of the settings' own context file.
  func configurationLayer(over project: ProjectFile?) throws(Trouble) -> ConfigurationLayer {
    var layer = project?.settings.layer ?? ConfigurationLayer()
    if let path = invocation[.context] ?? project?.contextPath {
      let file = ContextFile(try settingsFile(path, called: "context file", id: ConfigurationSources.context))
      try refuse(file.problems, in: path)
      layer = file.layer.over(layer)
    }
    let options = try optionLayer()
    layer = options.over(layer)
    // What is wrong on the command line is the user's to mend, not a controller's that refuses to start.
    var said = options
    said.version = layer.version
    if let problem = said.controllerConfiguration().flagProblem {
      throw Trouble("\(problem.message)\(problem.hint.map { "; \($0)" } ?? "")")
    }
    return layer
  }

  /// Says that a plan is not that of the release that was named.
  func mentionRelease(_ layer: ConfigurationLayer) {
    guard let version = layer.version, version != .reference else { return }
    note("the plan is what \(ControllerVersion.reference) builds; \(version) may build something else")
  }

  /// Refuses flags with which the controller would not start: there is nothing to look at then.
  func refuseStartup(_ layer: ConfigurationLayer, project: ProjectFile?) throws(Trouble) {
    guard let refusal = layer.controllerConfiguration().refusal else { return }
    let path = refusal.span.flatMap { span in
      span.file == ConfigurationSources.settings ? project?.path : invocation[.context] ?? project?.contextPath
    }
    var place = ""
    if let path, let start = refusal.span?.start {
      place = "\(InputPath.displayName(path)):\(start.line):\(start.column): "
    }
    let hint = refusal.hint.map { "; \($0)" } ?? ""
    throw Trouble("\(place)the controller would not start: \(refusal.message)\(hint)")
  }

  /// Reads a file of settings.
  func settingsFile(_ path: String, called name: String, id: FileID) throws(Trouble) -> SourceFile {
    do throws(FileReader.Failure) {
      let bytes = try FileReader.read(Array(InputPath.resolve(path, in: surroundings.workingDirectory).utf8))
      return SourceFile(id: id, name: InputPath.displayName(path), bytes: bytes)
    } catch {
      throw Trouble("cannot read the \(name) \"\(path)\": \(error.reason)")
    }
  }

  /// Refuses a file of settings that has problems, for the first of them.
  func refuse(_ problems: [ConfigurationProblem], in path: String) throws(Trouble) {
    guard let first = problems.first else { return }
    let place = "\(InputPath.displayName(path)):\(first.span.start.line):\(first.span.start.column)"
    let hint = first.hint.map { "; \($0)" } ?? ""
    let others = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
    throw Trouble("\(place): \(first.message)\(hint)\(others)")
  }

  private func optionLayer() throws(Trouble) -> ConfigurationLayer {
    var layer = ConfigurationLayer()
    layer.clusterName = invocation[.clusterName]
    layer.aws.vpcID = invocation[.vpcID]
    layer.aws.region = invocation[.region]
    if let text = invocation[.controllerVersion] {
      guard let version = ControllerVersion(releaseNamed: text) else {
        throw Trouble("\"--controller-version \(text)\" is no release of the controller; \(ControllerVersion.range)")
      }
      layer.version = version
    }
    for text in invocation.values(.controllerFlag) {
      if let flag = FlagSetting(assignment: text) { layer.add(flag) }
    }
    if let name = invocation[.ingressClass] { layer.add(FlagSetting("ingress-class", .text(name))) }
    for text in invocation.values(.featureGate) {
      if let gate = FeatureGateSetting(assignment: text) { layer.featureGates.append(gate) }
    }
    return layer
  }
}

/// The files that a configuration is read from, so that a place tells which one it is in.
enum ConfigurationSources {
  static let settings = FileID(0)
  static let context = FileID(1)
}
