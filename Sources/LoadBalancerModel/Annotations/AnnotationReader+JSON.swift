package import Manifests

extension AnnotationReader {
  /// Decodes the JSON of an annotation. Mirrors `ParseJSONAnnotation`.
  package static func json(_ annotation: Annotation, as type: GoType) throws(BuildFailure) -> GoValue {
    do {
      return try GoJSON.decode(annotation.value.value, as: type)
    } catch {
      throw BuildFailure(
        "malformed-json",
        "failed to parse json annotation, \(annotation.key.value): \(annotation.value.value): \(error.message)",
        at: [annotation.value.span])
    }
  }
}
