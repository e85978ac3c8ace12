import Manifests

/// The way from an object to one of its fields, kept as steps: it becomes a text only when something is wrong there.
struct FieldPath {
  enum Step {
    case field(String)
    case element(Int)
    case key(String)
  }
  private(set) var steps: [Step] = []

  mutating func append(_ step: Step) { steps.append(step) }
  mutating func removeLast() { if !steps.isEmpty { steps.removeLast() } }

  var description: String {
    steps.reduce(into: "") { text, step in
      switch step {
      case .field(let name): text += text.isEmpty ? name : ".\(name)"
      case .element(let index): text += "[\(index)]"
      case .key(let key): text += ".\(key)"
      }
    }
  }

  /// Where the field's value stands in an object; its key for a collection, and what is around it when it is missing.
  ///
  /// Also tells the value as text; `nil` when there is none.
  func place(in object: YAMLNode) -> (span: SourceSpan, value: String?) {
    var place = object.span
    var node = object
    for step in steps {
      switch step {
      case .field(let name), .key(let name):
        guard let entry = node.uniqueEntries.first(where: { $0.key.keyText == name }) else { return (place, nil) }
        place = entry.value.kind == .scalar && !entry.value.isNull ? entry.value.span : entry.key.span
        node = entry.value
      case .element(let index):
        guard let element = node.elements.dropFirst(index).first(where: { _ in true }) else { return (place, nil) }
        if element.kind == .scalar {
          place = element.span
        } else if let first = element.entries.first(where: { _ in true }) {
          place = first.key.span
        }
        node = element
      }
    }
    return (place, node.text)
  }
}
