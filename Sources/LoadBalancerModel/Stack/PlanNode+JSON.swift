package import Manifests

extension JSONWriter {
  /// Writes a node and all below it.
  package mutating func write(_ node: PlanNode) {
    switch node.value {
    case .text(let text): string(text)
    case .number(let number): self.number(number)
    case .boolean(let value): bool(value)
    case .null: null()
    case .unknown: string(PlanNode.knownAfterApply)
    case .reference(let path):
      beginObject()
      member("$ref", path)
      endObject()
    case .list(let nodes):
      beginList()
      for node in nodes { write(node) }
      endList()
    case .object(let fields):
      beginObject()
      for field in fields {
        key(field.name)
        write(field.node)
      }
      endObject()
    }
  }
}
