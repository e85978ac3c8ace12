/// Takes a stack value by value, in the controller's own shape: a writer of JSON, or what builds a tree.
///
/// The `write(to:)` functions beside this file say once what the controller logs, for every way to show it. They pass
/// values on instead of making nodes, because most runs only write them.
package protocol PlanSink {
  mutating func beginObject(from origin: Origin?)
  mutating func endObject()
  mutating func beginList(from origin: Origin?)
  mutating func endList()
  /// The name of the next value of an object, where the controller's structure gives it; plain ASCII.
  mutating func field(_ name: StaticString)
  /// The name of the next value of an object, where it is an id or the key of a map.
  mutating func key(_ name: String)
  mutating func text(_ text: String, from origin: Origin?)
  mutating func number(_ number: Int64, from origin: Origin?)
  mutating func boolean(_ value: Bool, from origin: Origin?)
  mutating func null(from origin: Origin?)
  mutating func unknown(_ fact: UnknownFact, from origin: Origin?)
  /// A value that another resource of the stack will have; its path is `#/resources/{type}/{id}/{field}`.
  mutating func reference(type: String, id: String, field: String, from origin: Origin?)
}

// MARK: Values

extension PlanSink {
  mutating func reference(_ reference: ResourceReference, from origin: Origin? = nil) {
    self.reference(type: reference.type.rawValue, id: reference.id, field: reference.field, from: origin)
  }

  /// A planned value: unknown, or what the body writes.
  mutating func planned<Value>(_ planned: Planned<Value>, _ write: (inout Self, Value, Origin) -> Void) {
    switch planned.knowledge {
    case .known(let value): write(&self, value, planned.origin)
    case .unknown(let fact): unknown(fact, from: planned.origin)
    }
  }
  mutating func planned(_ planned: Planned<String>) { self.planned(planned) { $0.text($1, from: $2) } }
  mutating func planned(_ planned: Planned<Identifier>) {
    self.planned(planned) { plan, identifier, origin in
      switch identifier {
      case .literal(let text): plan.text(text, from: origin)
      case .reference(let reference): plan.reference(reference, from: origin)
      }
    }
  }

  mutating func object(from origin: Origin? = nil, _ members: (inout Self) -> Void) {
    beginObject(from: origin)
    members(&self)
    endObject()
  }

  mutating func list<Element>(
    _ elements: [Element], from origin: Origin? = nil, _ write: (inout Self, Element) -> Void
  ) {
    beginList(from: origin)
    for element in elements { write(&self, element) }
    endList()
  }
}

// MARK: Members that are always written

extension PlanSink {
  mutating func member(_ name: StaticString, _ text: String, from origin: Origin? = nil) {
    field(name)
    self.text(text, from: origin)
  }
  mutating func member(_ name: StaticString, _ number: Int32, from origin: Origin? = nil) {
    field(name)
    self.number(Int64(number), from: origin)
  }
  mutating func member(_ name: StaticString, _ reference: ResourceReference) {
    field(name)
    self.reference(reference)
  }
  mutating func member(_ name: StaticString, _ planned: Planned<String>) {
    field(name)
    self.planned(planned)
  }
  mutating func member(_ name: StaticString, _ planned: Planned<Bool>) {
    field(name)
    self.planned(planned) { $0.boolean($1, from: $2) }
  }
  mutating func member(_ name: StaticString, _ planned: Planned<some BinaryInteger>) {
    field(name)
    self.planned(planned) { $0.number(Int64(clamping: $1), from: $2) }
  }
  mutating func member(_ name: StaticString, _ planned: Planned<some RawRepresentable<String>>) {
    field(name)
    self.planned(planned) { $0.text($1.rawValue, from: $2) }
  }
  mutating func member(_ name: StaticString, _ planned: Planned<Identifier>) {
    field(name)
    self.planned(planned)
  }
  mutating func member(_ name: StaticString, texts: [String]) { list(name, texts) { $0.text($1, from: nil) } }

  mutating func object(_ name: StaticString, from origin: Origin? = nil, _ members: (inout Self) -> Void) {
    field(name)
    object(from: origin, members)
  }

  mutating func list<Element>(
    _ name: StaticString, _ elements: [Element], from origin: Origin? = nil, _ write: (inout Self, Element) -> Void
  ) {
    field(name)
    list(elements, from: origin, write)
  }
}

// MARK: Members that are left out when there is nothing to say

extension PlanSink {
  mutating func member(_ name: StaticString, ifPresent text: String?) {
    if let text { member(name, text) }
  }
  mutating func member(_ name: StaticString, ifPresent number: Int32?) {
    if let number { member(name, number) }
  }
  mutating func member(_ name: StaticString, ifPresent value: Bool?) {
    guard let value else { return }
    field(name)
    boolean(value, from: nil)
  }
  mutating func member(_ name: StaticString, ifPresent planned: Planned<String>?) {
    if let planned { member(name, planned) }
  }
  mutating func member(_ name: StaticString, ifPresent planned: Planned<Int32>?) {
    if let planned { member(name, planned) }
  }
  mutating func member(_ name: StaticString, ifPresent planned: Planned<some RawRepresentable<String>>?) {
    if let planned { member(name, planned) }
  }

  mutating func list<Element>(
    _ name: StaticString, unlessEmpty elements: [Element], _ write: (inout Self, Element) -> Void
  ) {
    if !elements.isEmpty { list(name, elements, write) }
  }
  /// A list that may be unknown as a whole.
  mutating func list<Element>(
    _ name: StaticString, unlessEmpty elements: Planned<[Element]>, _ write: (inout Self, Element) -> Void
  ) {
    guard elements.known?.isEmpty != true else { return }
    field(name)
    planned(elements) { $0.list($1, from: $2, write) }
  }
}
