import LoadBalancerModel
import Manifests

/// One place of the input that gives tags to resources of AWS.
struct TagSource {
  struct Tag {
    var key: Located<String>
    var value: Located<String>
  }
  /// By the places; a key that is written twice counts once.
  var tags: [Tag]
  /// The whole list.
  var span: SourceSpan
  /// `Ingress shop/web`.
  var object: String
}

extension LintContext {
  /// All tags that the controller reads: of Ingresses, Services and classes.
  func tagSources() -> [TagSource] {
    var sources: [TagSource] = []
    func add(_ annotation: Annotation?, of object: @autoclosure () -> String) {
      guard let annotation, let source = TagSource(annotation, of: object()) else { return }
      sources.append(source)
    }
    forEachMember { member, _ in
      add(member.annotations[AnnotationDefinition.Ingress.tags.key], of: "Ingress \(member.name)")
      if member.annotations[AnnotationDefinition.Ingress.enableFrontendNLB.key] != nil {
        add(member.annotations[AnnotationDefinition.Ingress.frontendNLBTags.key], of: "Ingress \(member.name)")
      }
    }
    for (service, classification) in zip(objects.services, pipeline.classifications) {
      let name = service.metadata.objectName
      let annotations = service.metadata.annotations
      if ingressBackends.contains(name) {
        add(annotations[AnnotationDefinition.Ingress.tags.key], of: "Service \(name)")
      }
      if classification.isHandled {
        add(annotations[AnnotationDefinition.Service.additionalResourceTags.key], of: "Service \(name)")
      }
    }
    for parameters in objects.ingressClassParams where !parameters.tags.isEmpty {
      sources.append(
        TagSource(
          tags: parameters.tags.map { TagSource.Tag(key: $0.key, value: $0.value) },
          span: parameters.tags[0].key.span, object: "IngressClassParams \(parameters.metadata.name.value)"))
    }
    return sources
  }
}

extension TagSource {
  /// `nil` for a text that cannot be read, or is a template.
  fileprivate init?(_ annotation: Annotation, of object: String) {
    guard !annotation.value.value.holdsPlaceholder,
      let pairs = try? AnnotationReader.stringMap(annotation).known, !pairs.isEmpty
    else { return nil }
    let places = annotation.pairPlaces
    let whole = annotation.value.span
    tags = pairs.map { key, value in
      Tag(
        key: Located(key, at: places[key]?.key ?? whole), value: Located(value, at: places[key]?.value ?? whole))
    }.sorted { ($0.key.span, $0.key.value) < ($1.key.span, $1.key.value) }
    span = whole
    self.object = object
  }
}
