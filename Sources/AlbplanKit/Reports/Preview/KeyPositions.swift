/// Keys in the order of their first appearance, found again by their position.
///
/// While there are few, the list is searched. A hash table whose key is a type of our own makes a short run slower than
/// all its look-ups: the runtime must first make the table's type and find how the key is hashed.
struct KeyPositions<Key: Hashable> {
  private(set) var keys: [Key] = []
  /// Holds all keys once there are many.
  private var table: [Key: Int] = [:]

  private static var longestSearch: Int { 16 }

  func position(of key: Key) -> Int? {
    table.isEmpty ? keys.firstIndex(of: key) : table[key]
  }

  /// The position of a key, at the end for a new one.
  mutating func insert(_ key: Key) -> (isNew: Bool, position: Int) {
    if let known = position(of: key) { return (false, known) }
    keys.append(key)
    if !table.isEmpty {
      table[key] = keys.count - 1
    } else if keys.count > Self.longestSearch {
      for (position, key) in keys.enumerated() { table[key] = position }
    }
    return (true, keys.count - 1)
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, in the order of first appearance.
  var unique: [Element] {
    var seen = KeyPositions<Element>()
    for element in self { _ = seen.insert(element) }
    return seen.keys
  }
}
