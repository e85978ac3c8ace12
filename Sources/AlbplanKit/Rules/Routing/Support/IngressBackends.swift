import LoadBalancerModel
import Manifests

/// Who sends requests where in an Ingress, by the name in the backend: that of a Service, or of an action.
struct IngressBackends {
  /// All backends, the default one first.
  private(set) var all: [IngressBackend] = []
  /// The names in the backends of paths.
  private(set) var namesInPaths: Set<String> = []
  /// The names in all backends.
  private(set) var names: Set<String> = []
  /// The names of the backends whose port says that an action counts.
  private(set) var actionNames: Set<String> = []

  init(_ ingress: Ingress) {
    ingress.forEachBackend { backend in
      all.append(backend)
      guard let service = backend.service else { return }
      names.insert(service.name.value)
      if service.usesAction { actionNames.insert(service.name.value) }
    }
    ingress.forEachPath { path in
      if let service = path.backend.service { namesInPaths.insert(service.name.value) }
    }
  }
}

extension IngressServiceBackend {
  /// The port's name says that the action of the backend's name counts.
  var usesAction: Bool { portName?.value == IngressBackends.magicWord }

  /// The port's name was surely meant to say that an action counts.
  ///
  /// - Parameter hasAction: the Ingress has an action of the backend's name.
  func misspellsMagicWord(hasAction: Bool) -> Bool {
    // Most port names are too short to be looked at.
    guard let name = portName?.value, name.utf8.count >= 10, !usesAction, !name.holdsPlaceholder,
      NearestName.of(name, among: [IngressBackends.magicWord]) != nil
    else { return false }
    let letters = name.lowercased().utf8.filter(RoutingText.isLetter)
    return hasAction || letters.starts(with: "useanno".utf8) || letters.starts(with: "useacti".utf8)
  }

  /// The port as the controller looks it up; `nil` when none is written.
  var writtenPort: IntOrString? {
    if let portName, !portName.value.isEmpty { return .name(portName.value) }
    return portNumber.map { .number($0.value) }
  }
}

extension IngressBackends {
  /// The port name that makes the controller read an action.
  static let magicWord = "use-annotation"
}

/// An annotation `actions.NAME`, `conditions.NAME` or `transforms.NAME`.
struct NamedAnnotation {
  var annotation: Annotation
  var name: String
}

extension IngressGroupMember {
  /// The annotations of a family, the last one of each key.
  func annotations(of family: AnnotationDefinition) -> [NamedAnnotation] {
    guard !annotations.isEmpty else { return [] }
    let fixed = family.fixedPart.utf8
    var found: [NamedAnnotation] = []
    for entry in annotations.entries
    where family.hasMember(entry.key.value)
      && annotations[entry.key.value]?.key.span == entry.key.span
    {
      let name = String(decoding: entry.key.value.utf8.dropFirst(fixed.count), as: UTF8.self)
      found.append(NamedAnnotation(annotation: entry, name: name))
    }
    return found
  }

  /// Those that the controller reads, because a backend names them, as JSON.
  func jsonInUse(of family: AnnotationDefinition) -> [(name: String, json: AnnotationJSON)] {
    let entries = annotations(of: family)
    guard !entries.isEmpty else { return [] }
    let backends = IngressBackends(ingress)
    let names = family === AnnotationDefinition.Ingress.actions ? backends.actionNames : backends.names
    return entries.compactMap { entry in
      guard names.contains(entry.name), let json = AnnotationJSON(entry.annotation) else { return nil }
      return (entry.name, json)
    }
  }

  /// The actions in use whose JSON the controller can read, with what they say.
  func actionsInUse() -> [(name: String, json: AnnotationJSON, action: ActionConfiguration)] {
    jsonInUse(of: AnnotationDefinition.Ingress.actions).compactMap { name, json in
      guard let action = try? ActionConfiguration.parse(json.annotation) else { return nil }
      return (name, json, action)
    }
  }
}
