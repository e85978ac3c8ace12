/// A stack as a tree of named values, in the controller's own shape: what JSON, YAML, diffs and explanations are made of.
///
/// Each node may carry the origin of its value, so that whoever walks the tree can say why a value is there.
package struct PlanNode: Sendable {
  package var value: PlanValue
  package var origin: Origin?

  package init(_ value: PlanValue, from origin: Origin? = nil) {
    self.value = value
    self.origin = origin
  }
}

package enum PlanValue: Sendable {
  case text(String)
  case number(Int64)
  case boolean(Bool)
  case null
  /// Prints as `(known after apply)`.
  case unknown(UnknownFact)
  /// Prints as `{"$ref": …}`.
  case reference(path: String)
  case list([PlanNode])
  case object([PlanField])
}

/// A member of an object, in the order of the controller's structure.
package struct PlanField: Sendable {
  package var name: String
  package var node: PlanNode

  package init(_ name: String, _ node: PlanNode) {
    self.name = name
    self.node = node
  }
}

extension PlanNode {
  /// What stands for a value that only the cluster or AWS can tell.
  package static let knownAfterApply = "(known after apply)"

  static func text(_ text: String, from origin: Origin? = nil) -> PlanNode { PlanNode(.text(text), from: origin) }
  static func number(_ number: some BinaryInteger, from origin: Origin? = nil) -> PlanNode {
    PlanNode(.number(Int64(clamping: number)), from: origin)
  }
  static func texts(_ texts: [String]) -> PlanNode { PlanNode(.list(texts.map { .text($0) })) }
  static func reference(_ reference: ResourceReference) -> PlanNode { PlanNode(.reference(path: reference.path)) }

  /// The node of a planned value: unknown, or made from the value.
  static func planned<Value>(_ planned: Planned<Value>, _ node: (Value) -> PlanNode) -> PlanNode {
    switch planned.knowledge {
    case .known(let value):
      var made = node(value)
      if made.origin == nil { made.origin = planned.origin }
      return made
    case .unknown(let fact): return PlanNode(.unknown(fact), from: planned.origin)
    }
  }
  static func planned(_ planned: Planned<String>) -> PlanNode { .planned(planned) { .text($0) } }
  static func planned(_ planned: Planned<Bool>) -> PlanNode { .planned(planned) { PlanNode(.boolean($0)) } }
  static func planned(_ planned: Planned<some BinaryInteger>) -> PlanNode { .planned(planned) { .number($0) } }
  static func planned<Value: RawRepresentable<String>>(_ planned: Planned<Value>) -> PlanNode {
    .planned(planned) { .text($0.rawValue) }
  }
  static func planned(_ planned: Planned<Identifier>) -> PlanNode {
    .planned(planned) { identifier in
      switch identifier {
      case .literal(let text): .text(text)
      case .reference(let reference): .reference(reference)
      }
    }
  }
}

/// Collects the members of an object in order.
struct PlanObject {
  private(set) var fields: [PlanField] = []

  /// A member that is always written.
  mutating func add(_ name: String, _ node: PlanNode) { fields.append(PlanField(name, node)) }
  mutating func add(_ name: String, _ text: String) { add(name, .text(text)) }

  /// A member that is left out when it is `nil`.
  mutating func add(_ name: String, ifPresent node: PlanNode?) {
    if let node { add(name, node) }
  }
  mutating func add(_ name: String, ifPresent text: String?) {
    if let text { add(name, .text(text)) }
  }
  /// A list that is left out when it is empty.
  mutating func add(_ name: String, unlessEmpty nodes: [PlanNode]) {
    if !nodes.isEmpty { add(name, PlanNode(.list(nodes))) }
  }

  var node: PlanNode { PlanNode(.object(fields)) }
}
