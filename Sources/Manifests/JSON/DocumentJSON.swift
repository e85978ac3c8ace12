/// Writes a document as the JSON that kubectl makes of it: on one line, keys sorted bytewise, numbers as Go prints them.
///
/// `<`, `>`, `&`, U+2028 and U+2029 stay as they are, unless Go's habit of escaping them is asked for. Values of
/// Secrets, which are not kept, are written as `"(redacted)"`.
package func jsonText(of node: YAMLNode, escapesHTML: Bool = false) -> String {
  var walk = DocumentWalk(table: node.table, writer: JSONWriter(escapesHTML: escapesHTML))
  walk.write(node.index)
  return walk.writer.text
}

/// The work of `jsonText(of:escapesHTML:)`; it keeps its own stack, because documents may be 10,000 levels deep.
private struct DocumentWalk {
  private enum Frame {
    case sequence(next: UInt32, end: UInt32)
    /// Names and values in the order of the output.
    case mapping([(name: String, value: UInt32)], next: Int)
  }

  let table: NodeTable
  var writer: JSONWriter
  private var stack: [Frame] = []

  init(table: NodeTable, writer: JSONWriter) {
    self.table = table
    self.writer = writer
  }

  mutating func write(_ root: UInt32) {
    begin(root)
    while let frame = stack.popLast() {
      switch frame {
      case .sequence(let next, let end):
        guard next < end else {
          writer.endList()
          continue
        }
        stack.append(.sequence(next: table.next(next), end: end))
        begin(table.resolve(next))
      case .mapping(let entries, let next):
        guard next < entries.count else {
          writer.endObject()
          continue
        }
        writer.key(entries[next].name)
        stack.append(.mapping(entries, next: next + 1))
        begin(table.resolve(entries[next].value))
      }
    }
  }

  /// Writes a scalar, or begins a collection.
  private mutating func begin(_ index: UInt32) {
    let record = table.records[Int(index)]
    switch record.kind {
    case .sequence:
      writer.beginList()
      stack.append(.sequence(next: index + 1, end: index + record.size))
    case .mapping:
      writer.beginObject()
      stack.append(.mapping(sortedEntries(of: index), next: 0))
    case .scalar, .alias:
      write(scalar: index, record)
    }
  }

  private func sortedEntries(of mapping: UInt32) -> [(name: String, value: UInt32)] {
    var entries: [(name: String, value: UInt32)] = []
    for entry in YAMLNode(mapping, in: table).uniqueEntries { entries.append((entry.key.keyText, entry.value.site)) }
    entries.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return entries
  }

  private mutating func write(scalar index: UInt32, _ record: NodeRecord) {
    if record.flags.contains(.redacted) { return writer.string("(redacted)") }
    if record.tag == .jsonNumber { return writer.raw(table.string(index)) }
    switch table.scalar(index) {
    case .null, nil: writer.null()
    case .bool(let value): writer.bool(value)
    case .integer(let value): writer.number(value)
    case .largeInteger(let value): writer.number(value)
    case .float(let value): writer.raw(GoNumberText.json(value))
    case .string(let value): writer.string(value)
    }
  }
}
