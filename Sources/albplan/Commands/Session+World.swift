import LoadBalancerModel
import Manifests

/// How the controller is set up and what is known of AWS: the context file first, the command line on top.
extension Session {
  func world(around objects: KubernetesObjects) throws(Trouble) -> World {
    var context = ContextFile()
    if let path = invocation[.context] { context = try readContext(path) }
    try applyOptions(to: &context)
    return World(objects: objects, controller: context.controller, aws: context.aws, isComplete: context.isComplete)
  }

  private func readContext(_ path: String) throws(Trouble) -> ContextFile {
    let bytes: [UInt8]
    do throws(FileReader.Failure) {
      bytes = try FileReader.read(Array(InputPath.resolve(path, in: surroundings.workingDirectory).utf8))
    } catch {
      throw Trouble("cannot read the context file \"\(path)\": \(error.reason)")
    }
    let name = InputPath.displayName(path)
    let (context, problems) = ContextFile.read(parse(SourceFile(id: FileID(0), name: name, bytes: bytes)))
    guard let first = problems.first else { return context }
    let others = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
    throw Trouble("\(name):\(first.span.start.line):\(first.span.start.column): \(first.message)\(others)")
  }

  private func applyOptions(to context: inout ContextFile) throws(Trouble) {
    if let name = invocation[.clusterName] { context.controller.clusterName = name }
    if let id = invocation[.vpcID] { context.aws.vpcID = id }
    if let region = invocation[.region] { context.aws.region = region }
    if let name = invocation[.ingressClass] { context.controller.flags.ingressClass = name }
    if let text = invocation[.controllerVersion] {
      guard let version = ControllerVersion(text) else {
        throw Trouble("\"--controller-version \(text)\" is no release; write one such as v3.5.0")
      }
      context.controller.version = version
    }
    for (name, value) in assignments(.controllerFlag) {
      if let refusal = ControllerFlag.set(name, to: .text(value), in: &context.controller) {
        throw Trouble(
          "\"--controller-flag \(name)=\(value)\": \(refusal)\(NearestName.hint(for: name, among: ControllerFlag.names))")
      }
    }
    for (name, value) in assignments(.featureGate) {
      if let refusal = ControllerFlag.setGate(name, to: value, in: &context.controller) {
        let gates = FeatureGate.allCases.map(\.rawValue)
        throw Trouble("\"--feature-gate \(name)=\(value)\": \(refusal)\(NearestName.hint(for: name, among: gates))")
      }
    }
  }

  /// The `NAME=VALUE` values of an option, taken apart.
  private func assignments(_ option: OptionName) -> [(name: String, value: String)] {
    invocation.values(option).map { text in
      let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(halves.first ?? ""), halves.count > 1 ? String(halves[1]) : "")
    }
  }
}
