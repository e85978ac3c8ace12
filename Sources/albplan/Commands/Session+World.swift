import LoadBalancerModel
import Manifests

/// How the controller is set up and what is known of AWS: the command line (and the environment, which stands for
/// options that were not given) over the context file, over the project's settings.
extension Session {
  func world(around objects: KubernetesObjects) throws(Trouble) -> World {
    let project = try projectSettings()
    var layer = project.layer
    if let path = invocation[.context] {
      layer = try context(at: path).over(layer)
    } else if let path = project.contextPath {
      layer = try context(at: path).over(layer)
    }
    return World(objects: objects, layer: try optionLayer().over(layer))
  }

  private func context(at path: String) throws(Trouble) -> ConfigurationLayer {
    let file = ContextFile(try settingsFile(path, called: "context file"))
    try refuse(file.problems, in: path)
    return file.layer
  }

  // MARK: The project's settings

  private struct Project {
    var layer = ConfigurationLayer()
    var contextPath: String?
  }

  /// `--config`, else the first settings file from the working directory up to the root of the repository.
  private func projectSettings() throws(Trouble) -> Project {
    guard !invocation.has(.noConfig) else { return Project() }
    guard let path = invocation[.config] ?? SettingsSearch.path(from: surroundings.workingDirectory) else {
      return Project()
    }
    let settings = ProjectSettings(try settingsFile(path, called: "settings file"))
    try refuse(settings.problems, in: path)
    detail("settings from \"\(path)\"")
    // A relative context path stands relative to the settings file.
    let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let contextPath = settings.contextPath.map { $0.value.hasPrefix("/") ? $0.value : directory + $0.value }
    return Project(layer: settings.layer, contextPath: contextPath)
  }

  private func settingsFile(_ path: String, called name: String) throws(Trouble) -> SourceFile {
    do throws(FileReader.Failure) {
      let bytes = try FileReader.read(Array(InputPath.resolve(path, in: surroundings.workingDirectory).utf8))
      return SourceFile(id: FileID(0), name: InputPath.displayName(path), bytes: bytes)
    } catch {
      throw Trouble("cannot read the \(name) \"\(path)\": \(error.reason)")
    }
  }

  private func refuse(_ problems: [ConfigurationProblem], in path: String) throws(Trouble) {
    guard let first = problems.first else { return }
    let hint = first.hint.map { "; \($0)" } ?? ""
    let others = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
    throw Trouble(
      "\(InputPath.displayName(path)):\(first.span.start.line):\(first.span.start.column): \(first.message)\(hint)\(others)")
  }

  // MARK: Options

  private func optionLayer() throws(Trouble) -> ConfigurationLayer {
    var layer = ConfigurationLayer()
    layer.clusterName = invocation[.clusterName]
    layer.aws.vpcID = invocation[.vpcID]
    layer.aws.region = invocation[.region]
    if let text = invocation[.controllerVersion] {
      guard let version = ControllerVersion(text) else {
        throw Trouble("\"--controller-version \(text)\" is no release; write one such as v3.5.0")
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
    // What is wrong on the command line is the user's to mend, not a controller's that refuses to start.
    if let problem = layer.controllerConfiguration().flagProblem {
      throw Trouble("\(problem.message)\(problem.hint.map { "; \($0)" } ?? "")")
    }
    return layer
  }
}
