/// A node of a YAML or JSON document: a cheap handle into the table of its file.
///
/// Aliases are followed and merge keys are carried out, so that what is seen is what kubectl sees.
package struct YAMLNode: Sendable {
  package enum Kind: Sendable { case scalar, sequence, mapping }

  let table: NodeTable
  /// The node's record, never an alias.
  let index: UInt32
  /// The record in whose place the node stands: the same, or an alias to it.
  let site: UInt32

  init(_ site: UInt32, in table: NodeTable) {
    self.table = table
    self.site = site
    index = table.resolve(site)
  }

  var record: NodeRecord { table.records[Int(index)] }

  /// Where the node is written; for an alias, where the anchor is.
  package var span: SourceSpan { table.span(index) }

  /// Where the alias stands (`*name`), or `nil` when the node was not reached through one.
  package var aliasSpan: SourceSpan? { site == index ? nil : table.span(site) }

  package var kind: Kind {
    switch record.kind {
    case .sequence: .sequence
    case .mapping: .mapping
    case .scalar, .alias: .scalar
    }
  }

  package var style: ScalarStyle { record.style }

  /// The text of a scalar after quotes and folding are undone; empty for a collection.
  package var text: String { table.string(index) }

  /// The bytes of a scalar that is a string and nothing else; `nil` for any other node.
  package var stringBytes: ArraySlice<UInt8>? { record.flags.contains(.string) ? table.bytes(index) : nil }

  /// How many bytes `text` has.
  package var textLength: Int { record.textRange.count }

  /// The scalar's value, or `nil` for a collection.
  package var scalar: YAMLScalar? { table.scalar(index) }

  /// The text as the name of a field: `on` is `true`, `0x1` is `1`.
  package var keyText: String { table.keyText(index) }

  package var located: Located<String> { Located(text, at: span) }

  package var isNull: Bool { !record.flags.contains(.string) && scalar == .null }

  /// The value belonged to a Secret and was not kept.
  package var isRedacted: Bool { record.flags.contains(.redacted) }

  /// The value is written in JSON's manner: `{…}` or `[…]`.
  package var isFlow: Bool { record.flags.contains(.flow) }

  /// The keys and values of a mapping in the order in which they count: of equal keys the last one wins.
  package var entries: YAMLEntries { YAMLEntries(table: table, index: index) }

  /// The elements of a sequence.
  package var elements: YAMLElements { YAMLElements(table: table, index: index) }

  /// The value of a key; of several equal keys the last one's. `nil` when there is none, or no mapping.
  package subscript(key: String) -> YAMLNode? {
    table.value(of: key, in: index).map { YAMLNode($0, in: table) }
  }
}

/// A key of a mapping and its value.
package struct YAMLEntry: Sendable {
  package var key: YAMLNode
  package var value: YAMLNode
}

/// The entries of a mapping, merged ones in their place.
package struct YAMLEntries: Sequence, Sendable {
  let table: NodeTable
  let index: UInt32

  package struct Iterator: IteratorProtocol {
    let table: NodeTable
    var position: UInt32
    let end: UInt32
    /// The keys' and values' records when the mapping merges others.
    var merged: [(key: UInt32, value: UInt32)].Iterator?

    package mutating func next() -> YAMLEntry? {
      if merged != nil {
        guard let pair = merged?.next() else { return nil }
        return YAMLEntry(key: YAMLNode(pair.key, in: table), value: YAMLNode(pair.value, in: table))
      }
      guard position < end else { return nil }
      let key = position
      let value = table.next(key)
      position = table.next(value)
      return YAMLEntry(key: YAMLNode(key, in: table), value: YAMLNode(value, in: table))
    }
  }

  package func makeIterator() -> Iterator {
    let record = table.records[Int(index)]
    guard record.kind == .mapping else { return Iterator(table: table, position: 0, end: 0) }
    guard record.flags.contains(.merges) else {
      return Iterator(table: table, position: index + 1, end: index + record.size)
    }
    return Iterator(table: table, position: 0, end: 0, merged: table.mergedEntries(of: index).makeIterator())
  }
}

/// The elements of a sequence.
package struct YAMLElements: Sequence, Sendable {
  let table: NodeTable
  let index: UInt32

  package var count: Int {
    let record = table.records[Int(index)]
    return record.kind == .sequence ? Int(record.reference) : 0
  }

  package var underestimatedCount: Int { count }

  package struct Iterator: IteratorProtocol {
    let table: NodeTable
    var position: UInt32
    let end: UInt32

    package mutating func next() -> YAMLNode? {
      guard position < end else { return nil }
      let element = position
      position = table.next(element)
      return YAMLNode(element, in: table)
    }
  }

  package func makeIterator() -> Iterator {
    let record = table.records[Int(index)]
    guard record.kind == .sequence else { return Iterator(table: table, position: 0, end: 0) }
    return Iterator(table: table, position: index + 1, end: index + record.size)
  }
}
