package import Manifests

/// Maps of text that annotations and class parameters give: tags, attributes.
extension Dictionary where Key == String, Value == Planned<String> {
  /// The pairs of a `stringMap` annotation, each with the annotation as its origin.
  package init(_ map: Planned<[String: String]>?) {
    guard let map, let pairs = map.known else {
      self = [:]
      return
    }
    self = pairs.mapValues { Planned($0, from: map.origin) }
  }

  /// The pairs of a list of the IngressClassParams; of a repeated key the last counts.
  package init(_ pairs: [KeyValue], field: String) {
    self = Dictionary(
      pairs.map { ($0.key.value, Planned($0.value.value, from: .classParameters(field, at: $0.value.span))) },
      uniquingKeysWith: { $1 })
  }

  /// All pairs of both; where both have a key, this one's. The controller's `MergeStringMap`.
  package func over(_ other: Self) -> Self { merging(other) { own, _ in own } }

  /// Adds the pairs of one more member; two known values of a key that differ are a conflict, unless `settled` has the
  /// key. Keys go bytewise, so that it is always the same conflict that is reported; the newer value stays.
  package mutating func add(
    _ other: Self, settled: Self = [:],
    conflict: (_ key: String, _ old: Planned<String>, _ new: Planned<String>) -> BuildFailure
  ) throws(BuildFailure) {
    for key in GoText.sortedBytewise(Array(other.keys)) {
      guard let new = other[key] else { continue }
      if let old = self[key], let oldValue = old.known, let newValue = new.known, !oldValue.isSameText(as: newValue),
        settled[key] == nil
      {
        throw conflict(key, old, new)
      }
      self[key] = new
    }
  }

  /// As a resource's attribute list, sorted bytewise by key.
  package var attributeList: [ResourceAttribute] {
    GoText.sortedBytewise(Array(keys)).compactMap { key in self[key].map { ResourceAttribute(key: key, value: $0) } }
  }
}

extension String {
  /// The same bytes, as Go compares; Swift's `==` takes canonically equivalent texts for equal.
  package func isSameText(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
