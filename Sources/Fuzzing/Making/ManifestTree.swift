package import Manifests

/// A document as a mutator handles it: keys may be there twice, scalars may be anything.
package indirect enum ManifestTree: Hashable, Sendable {
  /// A string, written in whatever style holds it.
  case text(String)
  /// Put into the text as it stands: a number, `true`, an alias, or what is no YAML at all.
  case raw(String)
  case list([ManifestTree])
  case mapping([Entry])

  package struct Entry: Hashable, Sendable {
    package var key: String
    package var value: ManifestTree
  }

  /// Takes a document over; what lies deeper than `depth` levels is left out.
  package init(_ node: YAMLNode, depth: Int = 40) {
    guard depth > 0 else {
      self = .raw("null")
      return
    }
    switch node.kind {
    case .sequence: self = .list(node.elements.map { ManifestTree($0, depth: depth - 1) })
    case .mapping:
      self = .mapping(
        node.entries.map { Entry(key: $0.key.keyText, value: ManifestTree($0.value, depth: depth - 1)) })
    case .scalar:
      // The marker takes the place of a value that was not kept.
      if node.isRedacted {
        self = .text(String(decoding: FuzzInput.marker, as: UTF8.self))
      } else if case .string(let text) = node.scalar {
        self = .text(text)
      } else {
        self = .raw(node.text.isEmpty ? "null" : node.text)
      }
    }
  }

  /// The value of a key, the last one's of several; setting `nil` takes all of them away.
  package subscript(key: String) -> ManifestTree? {
    get {
      guard case .mapping(let entries) = self else { return nil }
      return entries.last { $0.key == key }?.value
    }
    set {
      guard case .mapping(var entries) = self else {
        if let newValue { self = .mapping([Entry(key: key, value: newValue)]) }
        return
      }
      if let newValue {
        if let index = entries.lastIndex(where: { $0.key == key }) {
          entries[index].value = newValue
        } else {
          entries.append(Entry(key: key, value: newValue))
        }
      } else {
        entries.removeAll { $0.key == key }
      }
      self = .mapping(entries)
    }
  }

  /// The value behind several keys, mappings made on the way when it is set.
  package subscript(path: [String]) -> ManifestTree? {
    get { path.reduce(self) { tree, key in tree?[key] } }
    set {
      guard let key = path.first else {
        if let newValue { self = newValue }
        return
      }
      var inner = self[key] ?? .mapping([])
      inner[Array(path.dropFirst())] = newValue
      self[key] = inner
    }
  }

  /// The string that a scalar is.
  package var string: String? {
    switch self {
    case .text(let text), .raw(let text): text
    case .list, .mapping: nil
    }
  }

  /// How many nodes there are, up to a limit.
  package func nodeCount(upTo limit: Int = .max) -> Int {
    var count = 0
    var pending = [self]
    while count < limit, let tree = pending.popLast() {
      count += 1
      switch tree {
      case .text, .raw: break
      case .list(let elements): pending += elements
      case .mapping(let entries): pending += entries.map(\.value)
      }
    }
    return count
  }

  /// Changes the node with a number, counted from the root in the order of the text. `key` is the one it stands under.
  package mutating func change(
    node number: inout Int, under key: String = "", _ body: (inout ManifestTree, _ key: String) -> Void
  ) {
    if number == 0 {
      number = -1
      body(&self, key)
      return
    }
    number -= 1
    switch self {
    case .text, .raw: break
    case .list(var elements):
      for index in elements.indices where number >= 0 { elements[index].change(node: &number, under: key, body) }
      self = .list(elements)
    case .mapping(var entries):
      for index in entries.indices where number >= 0 {
        entries[index].value.change(node: &number, under: entries[index].key, body)
      }
      self = .mapping(entries)
    }
  }

  /// How often the marker of secrets stands in it.
  func markerCount() -> Int {
    var count = 0
    var pending = [self]
    while let tree = pending.popLast() {
      switch tree {
      case .text(let text), .raw(let text): count += Array(text.utf8).occurrences(of: FuzzInput.marker)
      case .list(let elements): pending += elements
      case .mapping(let entries):
        for entry in entries {
          count += Array(entry.key.utf8).occurrences(of: FuzzInput.marker)
          pending.append(entry.value)
        }
      }
    }
    return count
  }
}
