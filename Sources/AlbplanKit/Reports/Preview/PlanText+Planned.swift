import LoadBalancerModel

extension PlanText {
  /// What stands for a value that only the cluster or AWS can tell.
  static let unknown: PlanText = "\("(known after apply)", .unknown)"

  /// The same with the fact that would tell.
  static func unknown(_ fact: UnknownFact) -> PlanText { "\("(known after apply: \(fact.rawValue))", .unknown)" }

  /// The words for a known value, or the sign for an unknown one.
  static func planned<Value>(_ planned: Planned<Value>, _ words: (Value) -> PlanText) -> PlanText {
    planned.known.map(words) ?? .unknown
  }

  static func planned(_ planned: Planned<String>) -> PlanText { .planned(planned) { PlanText(verbatim: $0) } }

  static func planned(_ planned: Planned<some BinaryInteger>) -> PlanText { .planned(planned) { "\($0)" } }

  static func planned<Value: RawRepresentable<String>>(_ planned: Planned<Value>) -> PlanText {
    .planned(planned) { "\(words: $0.rawValue)" }
  }

  /// A protocol may be any text that a Service holds.
  static func planned(_ planned: Planned<ListenerProtocol>) -> PlanText { .planned(planned) { $0.words } }

  /// `key=value, key=value`.
  static func attributes(_ attributes: [ResourceAttribute]) -> PlanText {
    attributes.map { pair($0.key, $0.value) }.joined()
  }

  /// `key=value, key=value`, sorted bytewise by key.
  static func tags(_ tags: Tags) -> PlanText {
    tags.map { pair($0.key, $0.value) }.joined()
  }

  private static func pair(_ key: String, _ value: Planned<String>) -> PlanText {
    value.known.map { PlanText(verbatim: "\(key)=\($0)") } ?? "\(verbatim: key)=\(.unknown)"
  }
}

extension Planned {
  /// The value is known and equals this one.
  func isKnown(_ value: Value) -> Bool where Value: Equatable { known == value }
}

extension ListenerProtocol {
  var words: PlanText {
    if case .other(let text) = self { PlanText(verbatim: text) } else { "\(words: rawValue)" }
  }
}
