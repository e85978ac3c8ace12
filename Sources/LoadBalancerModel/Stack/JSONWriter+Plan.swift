package import Manifests

/// Writes a stack as the controller logs it; origins leave no trace.
extension JSONWriter: PlanSink {
  package mutating func field(_ name: StaticString) { key(plain: name) }
  package mutating func beginObject(from origin: Origin?) { beginObject() }
  package mutating func beginList(from origin: Origin?) { beginList() }
  package mutating func text(_ text: String, from origin: Origin?) { string(text) }
  package mutating func number(_ number: Int64, from origin: Origin?) { self.number(number) }
  package mutating func boolean(_ value: Bool, from origin: Origin?) { bool(value) }
  package mutating func null(from origin: Origin?) { null() }
  package mutating func unknown(_ fact: UnknownFact, from origin: Origin?) { string(PlanNode.knownAfterApply) }

  package mutating func reference(type: String, id: String, field: String, from origin: Origin?) {
    beginObject()
    key(plain: "$ref")
    // Piece by piece: joining them first would make a text that nobody keeps.
    beginString()
    stringPart("#/resources/")
    stringPart(type)
    stringPart("/")
    stringPart(id)
    stringPart("/")
    stringPart(field)
    endString()
    endObject()
  }

  /// Writes a whole stack.
  package mutating func write(_ stack: LoadBalancerStack) { stack.write(to: &self) }
}
