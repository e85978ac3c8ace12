import LoadBalancerModel
import Manifests

/// Writes a document of objects, lists and scalars token by token, into a buffer that can be emptied on the way.
protocol StructuredWriter {
  mutating func beginObject()
  mutating func endObject()
  mutating func beginList()
  mutating func endList()
  /// The name of the next member.
  mutating func key(_ name: String)
  mutating func string(_ value: String)
  mutating func number(_ value: some BinaryInteger)
  mutating func bool(_ value: Bool)
  mutating func null()
  /// Ends the text with a line break, if it does not end so already.
  mutating func endDocument()
  /// Hands over what is written so far.
  mutating func take() -> [UInt8]
}

extension JSONWriter: StructuredWriter {
  mutating func endDocument() { newline() }
}

extension StructuredWriter {
  mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  mutating func member(_ name: String, _ value: some BinaryInteger) {
    key(name)
    number(value)
  }

  mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// A list with one entry for each element.
  mutating func list<Element>(_ name: String, _ elements: [Element], _ write: (inout Self, Element) -> Void) {
    key(name)
    beginList()
    for element in elements { write(&self, element) }
    endList()
  }

  /// An object with the members that the body writes.
  mutating func object(_ name: String? = nil, _ body: (inout Self) -> Void) {
    if let name { key(name) }
    beginObject()
    body(&self)
    endObject()
  }

  /// A node of a stack's tree. The tree is a few levels deep by construction.
  mutating func write(node: PlanNode) {
    switch node.value {
    case .text(let text): string(text)
    case .number(let number): self.number(number)
    case .boolean(let value): bool(value)
    case .null: null()
    case .unknown: string(PlanNode.knownAfterApply)
    case .reference(let path): object { $0.member("$ref", path) }
    case .list(let nodes):
      beginList()
      for node in nodes { write(node: node) }
      endList()
    case .object(let fields):
      beginObject()
      for field in fields {
        key(field.name)
        write(node: field.node)
      }
      endObject()
    }
  }
}
