package import Manifests

/// Reads settings from annotations the way the controller does: by exact key, with Go's syntax for values.
///
/// Where two annotation maps are given, the first that has the key wins as a whole: the Service before the
/// Ingress, for target group settings. Source: `pkg/annotations/parser.go`.
package struct AnnotationReader: Sendable {
  private let first: Annotations
  /// Asked for what the first does not have.
  private let second: Annotations?

  package var maps: [Annotations] { [first] + (second.map { [$0] } ?? []) }

  package init(_ first: Annotations, _ second: Annotations? = nil) {
    self.first = first
    self.second = second
  }

  /// The annotation that counts for a setting, or `nil` when none has the key.
  package func annotation(_ definition: AnnotationDefinition) -> Annotation? { annotation(key: definition.key) }

  /// The annotation with exactly this key; for families, whose key has a variable part.
  package func annotation(key: String) -> Annotation? { first[key] ?? second?[key] }

  /// The raw text, untrimmed.
  package func string(_ definition: AnnotationDefinition) -> Planned<String>? {
    annotation(definition).map { Planned($0.value.value, from: .annotation($0)) }
  }

  package func bool(_ definition: AnnotationDefinition) throws(BuildFailure) -> Planned<Bool>? {
    guard let annotation = annotation(definition) else { return nil }
    return try Self.bool(annotation)
  }

  package func int32(_ definition: AnnotationDefinition) throws(BuildFailure) -> Planned<Int32>? {
    guard let annotation = annotation(definition) else { return nil }
    return try Self.integer(annotation)
  }

  package func int64(_ definition: AnnotationDefinition) throws(BuildFailure) -> Planned<Int64>? {
    guard let annotation = annotation(definition) else { return nil }
    return try Self.integer(annotation)
  }

  /// The items of a comma list; an annotation without items gives an empty list.
  package func stringList(_ definition: AnnotationDefinition) -> Planned<[String]>? {
    annotation(definition).map { Planned(Self.items($0.value.value), from: .annotation($0)) }
  }

  package func stringMap(_ definition: AnnotationDefinition) throws(BuildFailure) -> Planned<[String: String]>? {
    guard let annotation = annotation(definition) else { return nil }
    return try Self.stringMap(annotation)
  }

  // MARK: One annotation

  package static func bool(_ annotation: Annotation) throws(BuildFailure) -> Planned<Bool> {
    let text = annotation.value.value
    guard let value = GoText.parseBool(text) else {
      throw BuildFailure(
        "malformed-bool",
        "failed to parse bool annotation, \(annotation.key.value): \(text): "
          + "strconv.ParseBool: parsing \(GoText.quote(text)): invalid syntax",
        at: [annotation.value.span])
    }
    return Planned(value, from: .annotation(annotation))
  }

  /// Reads an `int32` or `int64`.
  package static func integer<Value: FixedWidthInteger & SignedInteger>(
    _ annotation: Annotation
  ) throws(BuildFailure) -> Planned<Value> {
    let text = annotation.value.value
    do {
      return Planned(try GoText.parseInteger(text), from: .annotation(annotation))
    } catch {
      throw BuildFailure(
        "malformed-integer",
        "failed to parse int\(Value.bitWidth) annotation, \(annotation.key.value): \(text): "
          + error.message(for: text),
        at: [annotation.value.span])
    }
  }

  package static func stringMap(_ annotation: Annotation) throws(BuildFailure) -> Planned<[String: String]> {
    Planned(
      Dictionary(try checkedPairs(annotation).map { ($0.key, $0.value) }, uniquingKeysWith: { $1 }),
      from: .annotation(annotation))
  }

  /// The pairs of a `stringMap` annotation, in the order written.
  static func checkedPairs(_ annotation: Annotation) throws(BuildFailure) -> [WrittenPair] {
    guard let pairs = writtenPairs(annotation.value.value) else {
      throw BuildFailure(
        "malformed-string-map",
        "failed to parse stringMap annotation, \(annotation.key.value): \(annotation.value.value)",
        at: [annotation.value.span])
    }
    return pairs
  }

  /// Splits a comma list; items are trimmed, empty ones dropped.
  package static func items(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: ",")).compactMap { item in
      let trimmed = GoText.trim(Substring(item))
      return trimmed.isEmpty ? nil : trimmed
    }
  }

  /// `strings.TrimSpace`.
  package static func trim(_ text: String) -> String { GoText.trim(text) }
}
