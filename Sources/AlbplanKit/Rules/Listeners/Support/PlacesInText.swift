import LoadBalancerModel
import Manifests

extension LintRule.Report {
  /// Where bytes of an annotation's value are written; the whole value for none.
  mutating func place(ofBytes bytes: Range<Int>, in annotation: Annotation) -> SourceSpan {
    guard !bytes.isEmpty else { return annotation.value.span }
    return editor(for: annotation.value.span)?.text.span(of: bytes, in: annotation.value) ?? annotation.value.span
  }

  /// Where a value of an annotation's JSON is written; a string without its quotes.
  mutating func place(of position: JSONTree.Position, of tree: JSONTree, in annotation: Annotation) -> SourceSpan {
    place(ofBytes: tree.insideQuotes(position), in: annotation)
  }

  /// Puts another text in the place of bytes of an annotation's value.
  mutating func replace(_ bytes: Range<Int>, of annotation: Annotation, with text: String) -> Finding.Edit? {
    editor(for: annotation.value.span)?.replacePart(bytes, of: annotation.value, with: text)
  }
}

extension JSONTree {
  /// The bytes of a value; those of a string without its quotes.
  func insideQuotes(_ position: Position) -> Range<Int> {
    let range = nodes[position].range
    guard nodes[position].kind == .string, range.count > 2 else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  /// A member as Go finds it: whatever the case of its letters, and of several the last.
  func member(_ name: String, of object: Position) -> (key: Position, value: Position)? {
    var found: (key: Position, value: Position)?
    for member in members(of: object) where text(of: member.key).lowercased() == name.lowercased() { found = member }
    return found
  }

  /// The value of a string member; `nil` when it is absent or no string.
  func string(_ name: String, of object: Position) -> (text: String, position: Position)? {
    guard let value = member(name, of: object)?.value, nodes[value].kind == .string else { return nil }
    return (text(of: value), value)
  }
}

extension AnnotationSubject {
  /// The Ingress that carries it, if it is meant for the controller and the value is final.
  var handledIngress: IngressSubject? {
    guard case .ingress(let subject) = carrier, subject.isHandled, !value.holdsPlaceholder else { return nil }
    return subject
  }
}

extension IngressGroupMember {
  /// Its class may have parameters that the input does not hold.
  var hasAssumedClass: Bool {
    guard let settings else {
      // Without a group the class was not looked at; by the old annotation there are no parameters.
      return ingress.className != nil && annotations[AnnotationDefinition.Ingress.ingressClass.key] == nil
    }
    return settings.parameters == nil && !settings.assumptions.isEmpty
  }

  /// `Ingress shop/web`.
  var object: String { "Ingress \(name)" }

  /// What a finding is worth that parameters of the class could refute.
  func severity(_ certain: Severity) -> Severity { hasAssumedClass ? min(certain, .warning) : certain }

  /// Says so, where parameters of the class could refute a finding.
  func classNote(_ field: String) -> [Finding.Note] {
    guard hasAssumedClass else { return [] }
    return [
      Finding.Note(.note, "the input does not hold the class's parameters; with \(field) in them it would be right")
    ]
  }
}
