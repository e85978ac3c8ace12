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
///
/// They never change, and are a class because every look-up passes them along.
///
/// A builder asks an object for dozens of keys, most of which it does not have. So a key is first compared by its
/// fingerprint; only an object with very many annotations gets a hash table.
package final class Annotations: Sendable {
  package let entries: [Annotation]
  /// One for each entry.
  private let fingerprints: [UInt64]
  /// For more than `longestScan` entries.
  private let positions: [String: Int]?

  private static let longestScan = 32

  package init(_ entries: [Annotation] = []) {
    self.entries = entries
    fingerprints = entries.map { Self.fingerprint($0.key.value) }
    positions =
      entries.count > Self.longestScan
      ? Dictionary(entries.enumerated().map { ($0.element.key.value, $0.offset) }, uniquingKeysWith: { $1 }) : nil
  }

  /// The annotation with exactly this key, or `nil`.
  package subscript(key: String) -> Annotation? {
    if let positions { return positions[key].map { entries[$0] } }
    let fingerprint = Self.fingerprint(key)
    var position = fingerprints.count
    while position > 0 {
      position -= 1
      if fingerprints[position] == fingerprint, entries[position].key.value == key { return entries[position] }
    }
    return nil
  }

  package var isEmpty: Bool { entries.isEmpty }

  /// The last bytes of a key and its length: what tells the keys of one controller apart.
  package static func fingerprint(_ key: String) -> UInt64 {
    key.utf8.withContiguousStorageIfAvailable { bytes in
      let length = UInt64(truncatingIfNeeded: bytes.count) << 56
      guard bytes.count >= 8 else { return bytes.reduce(length) { $0 &* 31 &+ UInt64($1) } }
      return length ^ UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
    } ?? 0
  }
}
