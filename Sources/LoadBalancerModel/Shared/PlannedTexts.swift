package import Manifests

/// Named texts of the plan (tags, attributes, labels), each with its origin, sorted bytewise by name.
///
/// A sorted list and no dictionary: most hold a few pairs, all of them are merged, and Go prints them in this order.
package struct PlannedTexts: Sendable, Sequence, ExpressibleByDictionaryLiteral {
  package typealias Element = ResourceAttribute

  private var pairs: [ResourceAttribute] = []

  package init() {}

  /// Of a repeated key the last pair counts.
  package init(lastOf pairs: [ResourceAttribute]) {
    self.pairs = pairs
    let isSorted = pairs.indices.dropFirst().allSatisfy { pairs[$0 - 1].key.precedesBytewise(pairs[$0].key) }
    if isSorted { return }
    let order = pairs.indices.sorted { left, right in
      let (first, second) = (pairs[left].key, pairs[right].key)
      return first.isSameText(as: second) ? left < right : first.precedesBytewise(second)
    }
    self.pairs.removeAll(keepingCapacity: true)
    for position in order {
      if let last = self.pairs.last, last.key.isSameText(as: pairs[position].key) { self.pairs.removeLast() }
      self.pairs.append(pairs[position])
    }
  }

  package init(dictionaryLiteral elements: (String, Planned<String>)...) {
    self.init(lastOf: elements.map { ResourceAttribute(key: $0.0, value: $0.1) })
  }

  package var isEmpty: Bool { pairs.isEmpty }
  package var count: Int { pairs.count }
  package var keys: [String] { pairs.map(\.key) }
  package var values: [Planned<String>] { pairs.map(\.value) }

  package func makeIterator() -> IndexingIterator<[ResourceAttribute]> { pairs.makeIterator() }

  package subscript(key: String) -> Planned<String>? {
    get { position(of: key).map { pairs[$0].value } }
    set {
      if let position = position(of: key) {
        if let newValue { pairs[position].value = newValue } else { pairs.remove(at: position) }
      } else if let newValue {
        let next = pairs.firstIndex { key.precedesBytewise($0.key) } ?? pairs.endIndex
        pairs.insert(ResourceAttribute(key: key, value: newValue), at: next)
      }
    }
  }

  private func position(of key: String) -> Int? {
    var (low, high) = (0, pairs.count)
    while low < high {
      let middle = low + (high - low) / 2
      if pairs[middle].key.precedesBytewise(key) { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low].key.isSameText(as: key) ? low : nil
  }
}

// MARK: Where they come from

extension PlannedTexts {
  /// The pairs of a `stringMap` annotation, each with the annotation as its origin.
  package init(_ map: Planned<[String: String]>?) {
    guard let map, let pairs = map.known else {
      self.init()
      return
    }
    self.init(lastOf: pairs.map { ResourceAttribute(key: $0.key, value: Planned($0.value, from: map.origin)) })
  }

  /// The pairs of a list of the IngressClassParams.
  package init(_ pairs: [KeyValue], field: String) {
    self.init(
      lastOf: pairs.map { pair in
        ResourceAttribute(
          key: pair.key.value, value: Planned(pair.value.value, from: .classParameters(field, at: pair.value.span)))
      })
  }
}

extension AnnotationReader {
  /// The pairs of a `stringMap` annotation, each with the annotation as its origin; none without it.
  package func texts(_ definition: AnnotationDefinition) throws(BuildFailure) -> PlannedTexts {
    try annotation(definition).map { annotation throws(BuildFailure) in try Self.texts(annotation) } ?? [:]
  }

  package static func texts(_ annotation: Annotation) throws(BuildFailure) -> PlannedTexts {
    let origin = Origin.annotation(annotation)
    return PlannedTexts(
      lastOf: try checkedPairs(annotation).map {
        ResourceAttribute(key: $0.key, value: Planned($0.value, from: origin))
      })
  }

  /// The pairs of a `stringMap` annotation, each with its own place; none without it.
  package static func placedTexts(_ annotation: Annotation?) throws(BuildFailure) -> PlannedTexts {
    guard let annotation else { return [:] }
    let pairs = try checkedPairs(annotation)
    // A text with escapes has no places in it.
    let places = annotation.value.spans(ofBytes: pairs.compactMap(\.place))
    guard places.count == pairs.count else { return try texts(annotation) }
    return PlannedTexts(
      lastOf: zip(pairs, places).map { pair, place in
        ResourceAttribute(
          key: pair.key, value: Planned(pair.value, from: Origin(.annotation(annotation.key.value), at: place)))
      })
  }
}

// MARK: Merging

extension PlannedTexts {
  /// All pairs of both; where both have a key, this one's. The controller's `MergeStringMap`.
  package func over(_ other: Self) -> Self {
    if other.isEmpty { return self }
    if isEmpty { return other }
    return Self(lastOf: other.pairs + pairs)
  }

  package func filter(_ isIncluded: (ResourceAttribute) -> Bool) -> Self {
    var kept = self
    kept.pairs.removeAll { !isIncluded($0) }
    return kept
  }

  /// Adds the pairs of one more member; two known values of a key that differ are a conflict, unless `settled` has the
  /// key. Keys go bytewise, so that it is always the same conflict that is reported; the newer value stays.
  package mutating func add(
    _ other: Self, settled: Self = [:],
    conflict: (_ key: String, _ old: Planned<String>, _ new: Planned<String>) -> BuildFailure
  ) throws(BuildFailure) {
    guard !isEmpty else {
      self = other
      return
    }
    for pair in other.pairs {
      let (key, new) = (pair.key, pair.value)
      if let old = self[key], let oldValue = old.known, let newValue = new.known, !oldValue.isSameText(as: newValue),
        settled[key] == nil
      {
        throw conflict(key, old, new)
      }
    }
    self = other.over(self)
  }

  /// As a resource's attribute list.
  package var attributeList: [ResourceAttribute] { pairs }
}
