import Manifests

/// What the class of one Ingress leads to.
enum IngressClassification {
  /// The controller handles it; `nil` for an Ingress without class that the controller takes all the same.
  case managed(IngressClassSettings?)
  case notManaged
}

/// Why the class of an Ingress is no good.
struct IngressClassFailure: Error {
  /// Names `ErrInvalidIngressClass`: such an Ingress is left out of its group, any other error stops every group.
  var isInvalidClass: Bool
  var failure: BuildFailure
}

/// Finds the IngressClass of an Ingress and its IngressClassParams.
///
/// What an incomplete world does not hold is taken for granted: an IngressClass is the controller's if the Ingress has
/// one of the controller's annotations or the class is called `alb`; IngressClassParams are empty.
/// Mirrors `defaultClassLoader` in `pkg/ingress/class_loader.go`.
struct IngressClassLoader {
  static let controllerName = "ingress.k8s.aws/alb"

  private let world: World
  /// The webhook looks at the class only, never at its parameters.
  private let loadsParameters: Bool
  private let defaultClass: DefaultClass
  private var found: [String: Found] = [:]
  private var assumed: [String: IngressClassSettings] = [:]
  private var namespaceVerdicts: [NamespaceVerdictKey: NamespaceVerdict] = [:]

  private enum DefaultClass {
    case none
    case one(String)
    case several([SourceSpan])
  }

  /// An IngressClass of the input, apart from the namespace of the Ingress that asks.
  private enum Found {
    case ours(IngressClassSettings)
    case foreign
    case failed(FailureCode, String, SourceSpan)
  }

  private struct NamespaceVerdictKey: Hashable {
    var ingressClass: String
    var namespace: String
  }

  init(world: World, loadsParameters: Bool) {
    self.world = world
    self.loadsParameters = loadsParameters
    var marked: [(name: String, span: SourceSpan)] = []
    for (position, candidate) in world.objects.ingressClasses.enumerated() {
      let name = candidate.metadata.name.value
      guard world.objects.ingressClassIndex[name] == position,
        let mark = candidate.metadata.annotations[AnnotationDefinition.Ingress.isDefaultClass.key],
        mark.value.value == "true"
      else { continue }
      marked.append((name, mark.value.span))
    }
    defaultClass =
      switch marked.count {
      case 0: .none
      case 1: .one(marked[0].name)
      default: .several(marked.map(\.span))
      }
  }

  /// Mirrors `classifyIngress` in `pkg/ingress/group_loader.go`.
  mutating func classify(_ ingress: Ingress) throws(IngressClassFailure) -> IngressClassification {
    let flag = world.controller.flags.ingressClass
    // The annotation counts before `spec.ingressClassName`, and hides the class with its parameters.
    if let annotation = ingress.metadata.annotations[AnnotationDefinition.Ingress.ingressClass.key] {
      return Self.matches(annotation.value.value, flag: flag) ? .managed(nil) : .notManaged
    }
    let name: Located<String>
    if let className = ingress.className {
      name = className
    } else {
      switch defaultClass {
      case .none: return flag.isEmpty ? .managed(nil) : .notManaged
      case .one(let defaultName): name = Located(defaultName, at: ingress.metadata.name.span)
      case .several(let spans):
        throw IngressClassFailure(
          isInvalidClass: false,
          failure: BuildFailure(
            stage: .load, "multiple-default-ingress-classes", "multiple default IngressClasses found",
            at: [ingress.metadata.name.span] + spans))
      }
    }
    return try load(name, for: ingress)
  }

  /// Mirrors `ClassAnnotationMatcher` in `pkg/ingress/class_annotation_matcher.go`.
  static func matches(_ annotation: String, flag: String) -> Bool {
    annotation == flag || (flag.isEmpty && annotation == "alb")
  }

  /// Mirrors `Load`.
  mutating func load(
    _ name: Located<String>, for ingress: Ingress
  ) throws(IngressClassFailure) -> IngressClassification {
    guard let ingressClass = world.objects.ingressClass(name.value) else {
      if world.isComplete {
        throw .invalidClass(
          "ingress-class-not-found", "IngressClass.networking.k8s.io \(GoText.quote(name.value)) not found",
          at: [name.span])
      }
      let isOurs = name.value == "alb" || ingress.metadata.annotations.hasControllerAnnotation
      return isOurs ? .managed(assumedClass(name.value)) : .notManaged
    }
    let entry: Found
    if let known = found[name.value] {
      entry = known
    } else {
      entry = look(up: ingressClass)
      found[name.value] = entry
    }
    switch entry {
    case .foreign: return .notManaged
    case .failed(let code, let message, let span): throw .invalidClass(code, message, at: [name.span, span])
    case .ours(let settings):
      return .managed(try admitted(settings, namespace: ingress.metadata.objectName.namespace, culprit: name.span))
    }
  }

  private func look(up ingressClass: IngressClass) -> Found {
    guard ingressClass.controller?.value == Self.controllerName else { return .foreign }
    guard loadsParameters, let reference = ingressClass.parameters else {
      return .ours(IngressClassSettings(ingressClass: ingressClass, parameters: nil, assumptions: []))
    }
    guard reference.apiGroup?.value == "elbv2.k8s.aws", reference.kind.value == "IngressClassParams" else {
      return .failed(
        "unknown-class-parameters",
        "IngressClass \(ingressClass.metadata.name.value) references unknown parameters", reference.span)
    }
    if let parameters = world.objects.ingressClassParams(reference.name.value) {
      return .ours(IngressClassSettings(ingressClass: ingressClass, parameters: parameters, assumptions: []))
    }
    if world.isComplete {
      return .failed(
        "class-parameters-not-found",
        "IngressClassParams.elbv2.k8s.aws \(GoText.quote(reference.name.value)) not found", reference.name.span)
    }
    return .ours(
      IngressClassSettings(
        ingressClass: ingressClass, parameters: nil,
        assumptions: [
          Assumption(
            .ingressClass, "IngressClassParams \(reference.name.value) exists and sets nothing",
            at: [reference.name.span])
        ]))
  }

  private mutating func assumedClass(_ name: String) -> IngressClassSettings {
    if let settings = assumed[name] { return settings }
    let settings = IngressClassSettings(
      ingressClass: nil, parameters: nil,
      assumptions: [
        Assumption(.ingressClass, "IngressClass \(name) exists, is this controller's and has no parameters")
      ])
    assumed[name] = settings
    return settings
  }
}

// MARK: Namespaces

extension IngressClassLoader {
  private enum NamespaceVerdict {
    case admitted(IngressClassSettings)
    case refused(FailureCode, String, SourceSpan)
  }

  /// The settings, if the class admits Ingresses of the namespace.
  private mutating func admitted(
    _ settings: IngressClassSettings, namespace: String, culprit: SourceSpan
  ) throws(IngressClassFailure) -> IngressClassSettings {
    guard let parameters = settings.parameters, let selector = parameters.namespaceSelector else { return settings }
    let key = NamespaceVerdictKey(ingressClass: settings.ingressClass?.metadata.name.value ?? "", namespace: namespace)
    let verdict: NamespaceVerdict
    if let known = namespaceVerdicts[key] {
      verdict = known
    } else {
      verdict = self.verdict(settings, parameters: parameters, selector: selector, namespace: namespace)
      namespaceVerdicts[key] = verdict
    }
    switch verdict {
    case .admitted(let settings): return settings
    case .refused(let code, let message, let span): throw .invalidClass(code, message, at: [culprit, span])
    }
  }

  /// Mirrors `validateIngressClassParamsNamespaceRestriction`.
  private func verdict(
    _ settings: IngressClassSettings, parameters: IngressClassParams, selector: LabelSelector, namespace: String
  ) -> NamespaceVerdict {
    let declared = world.objects.namespace(namespace)
    if declared == nil, world.isComplete {
      return .refused("namespace-not-found", "Namespace \(GoText.quote(namespace)) not found", selector.span)
    }
    var labels = declared?.metadata.labels ?? [:]
    // Kubernetes itself sets this label on every Namespace.
    labels["kubernetes.io/metadata.name"] = namespace
    do {
      if try selector.matches(labels) { return .admitted(settings) }
    } catch {
      return .refused("malformed-namespace-selector", error.message, selector.span)
    }
    guard declared == nil else {
      return .refused(
        "namespace-not-selected",
        "namespaceSelector of IngressClassParams \(parameters.metadata.name.value) mismatch", selector.span)
    }
    return .admitted(
      IngressClassSettings(
        ingressClass: settings.ingressClass, parameters: parameters,
        assumptions: settings.assumptions + [
          Assumption(
            .namespaceLabels,
            "Namespace \(namespace) has the labels that IngressClassParams \(parameters.metadata.name.value) asks for",
            isDecisive: true, at: [selector.span])
        ]))
  }
}

extension IngressClassFailure {
  fileprivate static func invalidClass(_ code: FailureCode, _ message: String, at culprits: [SourceSpan]) -> Self {
    Self(
      isInvalidClass: true,
      failure: BuildFailure(stage: .load, code, "invalid ingress class: \(message)", at: culprits))
  }
}

extension Annotations {
  /// Some key has the controller's prefix for Ingresses.
  var hasControllerAnnotation: Bool {
    entries.contains { $0.key.value.utf8.starts(with: "alb.ingress.kubernetes.io/".utf8) }
  }
}
