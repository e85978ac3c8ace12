import LoadBalancerModel
import Manifests

extension LintContext {
  /// All tags that the controller reads: of Ingresses, Services and classes. Texts that cannot be read, and templates,
  /// are left out.
  func tagSources() -> [PairSource] {
    var sources: [PairSource] = []
    func add(_ annotation: Annotation?, of kind: String, _ name: ObjectName) {
      guard let annotation, !annotation.value.value.holdsPlaceholder,
        let source = PairSource(annotation, of: kind, name), !source.pairs.isEmpty
      else { return }
      sources.append(source)
    }
    forEachMember { member, _ in
      add(member.annotations[AnnotationDefinition.Ingress.tags.key], of: "Ingress", member.name)
      if member.annotations[AnnotationDefinition.Ingress.enableFrontendNLB.key] != nil {
        add(member.annotations[AnnotationDefinition.Ingress.frontendNLBTags.key], of: "Ingress", member.name)
      }
    }
    for (service, classification) in zip(objects.services, pipeline.classifications) {
      let name = service.metadata.objectName
      let annotations = service.metadata.annotations
      if ingressBackends.contains(name) {
        add(annotations[AnnotationDefinition.Ingress.tags.key], of: "Service", name)
      }
      if classification.isHandled {
        add(annotations[AnnotationDefinition.Service.additionalResourceTags.key], of: "Service", name)
      }
    }
    for parameters in objects.ingressClassParams where !parameters.tags.isEmpty {
      sources.append(PairSource(parameters.tags, of: parameters))
    }
    return sources
  }
}

extension PairSource {
  /// The positions of the tags that count: of an annotation's equal keys the last one.
  var positionsOfTags: [Int] {
    // Few tags are compared faster than hashed.
    if pairs.count <= 8 {
      return pairs.indices.filter { position in
        !isText || !pairs[(position + 1)...].contains { $0.key == pairs[position].key }
      }
    }
    guard isText else { return Array(pairs.indices) }
    return Array(
      Dictionary(pairs.indices.map { (pairs[$0].key, $0) }, uniquingKeysWith: { $1 }).values)
  }
}
