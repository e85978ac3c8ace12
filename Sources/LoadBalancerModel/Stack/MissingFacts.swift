/// Gathers the facts that unknown values wait for.
private struct MissingFacts: PlanSink {
  private(set) var facts: [UnknownFact] = []

  mutating func unknown(_ fact: UnknownFact, from origin: Origin?) {
    if !facts.contains(fact) { facts.append(fact) }
  }
  func beginObject(from origin: Origin?) {}
  func endObject() {}
  func beginList(from origin: Origin?) {}
  func endList() {}
  func field(_ name: StaticString) {}
  func key(_ name: String) {}
  func text(_ text: String, from origin: Origin?) {}
  func number(_ number: Int64, from origin: Origin?) {}
  func boolean(_ value: Bool, from origin: Origin?) {}
  func null(from origin: Origin?) {}
  func reference(type: String, id: String, field: String, from origin: Origin?) {}
}

extension LoadBalancerStack {
  /// The facts that would make unknown values of the stack known, each once.
  package var missingFacts: [UnknownFact] {
    var missing = MissingFacts()
    write(to: &missing)
    return missing.facts
  }
}
