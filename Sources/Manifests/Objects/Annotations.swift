/// One annotation as written.
package struct Annotation: Sendable {
  package var key: Located<String>
  package var value: Located<String>

  package init(key: Located<String>, value: Located<String>) {
    self.key = key
    self.value = value
  }
}

/// The annotations of one object in the order written. Where a key is repeated, the last one counts.
package struct Annotations: Sendable {
  package let entries: [Annotation]
  private let positions: [String: Int]

  package init(_ entries: [Annotation] = []) {
    self.entries = entries
    var positions = [String: Int](minimumCapacity: entries.count)
    for (position, entry) in entries.enumerated() { positions[entry.key.value] = position }
    self.positions = positions
  }

  /// The annotation with exactly this key, or `nil`.
  package subscript(key: String) -> Annotation? {
    guard let position = positions[key] else { return nil }
    return entries[position]
  }

  package var isEmpty: Bool { entries.isEmpty }
}
