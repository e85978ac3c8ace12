import Manifests

/// An object that a webhook of the controller would not let into the cluster.
package struct AdmissionDenial: Sendable {
  /// Kind and name: `Ingress shop/web`.
  package var object: String
  package var failure: BuildFailure

  package init(object: String, failure: BuildFailure) {
    self.object = object
    self.failure = failure
  }
}

/// What the controller's validating webhooks say to the creation of each object.
///
/// Mirrors `ingressValidator` in `webhooks/networking/ingress_validator.go`.
package struct IngressAdmission {
  private let world: World
  private var classLoader: IngressClassLoader

  package init(world: World) {
    self.world = world
    classLoader = IngressClassLoader(world: world, loadsParameters: false)
  }

  /// All denials, IngressClassParams first, each kind in the order of the input.
  package mutating func review() -> [AdmissionDenial] {
    var denials: [AdmissionDenial] = []
    for (position, parameters) in world.objects.ingressClassParams.enumerated() {
      let name = parameters.metadata.name.value
      guard world.objects.ingressClassParamsIndex[name] == position else { continue }
      if let failure = parameters.admissionFailure {
        denials.append(AdmissionDenial(object: "IngressClassParams \(name)", failure: failure))
      }
    }
    for position in world.objects.effectiveIngressPositions {
      let ingress = world.objects.ingresses[position]
      do {
        try review(ingress)
      } catch {
        denials.append(AdmissionDenial(object: "Ingress \(ingress.metadata.objectName)", failure: error))
      }
    }
    return denials
  }

  /// Mirrors `ValidateCreate`; the controller's second check of the class on creation can find nothing new.
  private mutating func review(_ ingress: Ingress) throws(BuildFailure) {
    let classification: IngressClassification
    do {
      classification = try classLoader.classify(ingress)
    } catch {
      throw error.failure
    }
    // Quirk: a class annotation hides a bad `spec.ingressClassName` only from the first check.
    if case .managed = classification {
      try checkClassAnnotation(of: ingress)
      try checkGroupNameAnnotation(of: ingress)
      try checkClassName(of: ingress)
      try checkConditions(of: ingress)
    }
  }

  /// Mirrors `checkIngressClassAnnotationUsage`.
  private func checkClassAnnotation(of ingress: Ingress) throws(BuildFailure) {
    let flags = world.controller.flags
    guard flags.disableIngressClassAnnotation,
      let annotation = ingress.metadata.annotations[AnnotationDefinition.Ingress.ingressClass.key],
      IngressClassLoader.matches(annotation.value.value, flag: flags.ingressClass)
    else { return }
    throw BuildFailure(
      stage: .load, "class-annotation-forbidden", "new usage of `\(annotation.key.value)` annotation is forbidden",
      at: [annotation.key.span])
  }

  /// Mirrors `checkGroupNameAnnotationUsage`.
  private func checkGroupNameAnnotation(of ingress: Ingress) throws(BuildFailure) {
    guard world.controller.flags.disableIngressGroupNameAnnotation,
      let annotation = ingress.metadata.annotations[AnnotationDefinition.Ingress.groupName.key]
    else { return }
    throw BuildFailure(
      stage: .load, "group-name-annotation-forbidden", "new usage of `\(annotation.key.value)` annotation is forbidden",
      at: [annotation.key.span])
  }

  /// Mirrors `checkIngressClassUsage`.
  private mutating func checkClassName(of ingress: Ingress) throws(BuildFailure) {
    guard let className = ingress.className else { return }
    do {
      _ = try classLoader.load(className, for: ingress)
    } catch {
      throw error.failure
    }
  }

  /// Mirrors `checkIngressAnnotationConditions`.
  private func checkConditions(of ingress: Ingress) throws(BuildFailure) {
    let name = ingress.metadata.objectName
    var reviewed: Set<String> = []
    for rule in ingress.rules {
      for path in rule.paths ?? [] {
        guard let service = path.backend.service else {
          throw BuildFailure(
            stage: .panic, "webhook-crash",
            "the controller's webhook crashes on a backend that names no Service", at: [path.backend.span])
        }
        let serviceName = service.name.value
        guard reviewed.insert(serviceName).inserted,
          let annotation = ingress.metadata.annotations[AnnotationDefinition.Ingress.conditions.key(serviceName)]
        else { continue }
        for condition in try ConditionConfiguration.parse(annotation) {
          do {
            try condition.validate()
          } catch {
            throw error.wrapped(
              "ignoring Ingress \(name) since invalid \(annotation.key.value) annotation")
          }
        }
      }
    }
  }
}
