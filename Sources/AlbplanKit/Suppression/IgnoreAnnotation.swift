package import Manifests

/// The annotation `albplan.dev/ignore: "rule, rule2"`, which hides findings on its object. Unlike a comment it can stand
/// in JSON and survives tools that rewrite manifests.
package struct IgnoreAnnotation: Sendable {
  /// The annotation's key. No rule reports it as unknown.
  package static let key = "albplan.dev/ignore"

  /// `Ingress shop/web`.
  package var object: String
  /// The whole object.
  package var objectSpan: SourceSpan
  package var annotation: Annotation
  /// The names between commas; the place of each is the whole value.
  package var rules: [String]

  package init?(object: @autoclosure () -> String, metadata: ObjectMetadata) {
    guard let annotation = metadata.annotations[Self.key] else { return nil }
    self.object = object()
    objectSpan = metadata.span
    self.annotation = annotation
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    rules = annotation.value.value.utf8.split(separator: UInt8(ascii: ",")).compactMap { part in
      guard let first = part.firstIndex(where: { !isBlank($0) }), let last = part.lastIndex(where: { !isBlank($0) })
      else { return nil }
      return String(Substring(part[first...last]))
    }
  }
}

extension KubernetesObjects {
  /// The annotations that hide findings, of all objects.
  package var ignoreAnnotations: [IgnoreAnnotation] {
    func collect(_ kind: String, _ metadata: ObjectMetadata) -> IgnoreAnnotation? {
      IgnoreAnnotation(object: "\(kind) \(metadata.objectName)", metadata: metadata)
    }
    return ingresses.compactMap { collect("Ingress", $0.metadata) }
      + services.compactMap { collect("Service", $0.metadata) }
      + ingressClasses.compactMap { collect("IngressClass", $0.metadata) }
      + ingressClassParams.compactMap { collect("IngressClassParams", $0.metadata) }
      + namespaces.compactMap { collect("Namespace", $0.metadata) }
      + secrets.compactMap { collect("Secret", $0.metadata) }
  }
}
