/// Writes a document as the JSON that kubectl makes of it: on one line, keys sorted bytewise, numbers as Go prints them.
///
/// Texts are escaped as Go's `encoding/json` does, except that `<`, `>` and `&` stay as they are. Values of Secrets,
/// which are not kept, are written as `"(redacted)"`.
package func jsonText(of node: YAMLNode) -> String {
  var writer = JSONWriter(table: node.table)
  writer.write(node.index)
  return String(decoding: writer.out, as: UTF8.self)
}

/// The work of `jsonText(of:)`; it keeps its own stack, because documents may be 10,000 levels deep.
private struct JSONWriter {
  private enum Frame {
    case sequence(next: UInt32, end: UInt32)
    /// Names and values in the order of the output.
    case mapping([(name: String, value: UInt32)], next: Int)
  }

  let table: NodeTable
  var out: [UInt8] = []
  private var stack: [Frame] = []

  init(table: NodeTable) { self.table = table }

  mutating func write(_ root: UInt32) {
    begin(root)
    while let frame = stack.popLast() {
      switch frame {
      case .sequence(let next, let end):
        guard next < end else {
          out.append(0x5D)
          continue
        }
        if out.last != 0x5B { out.append(0x2C) }
        stack.append(.sequence(next: table.next(next), end: end))
        begin(table.resolve(next))
      case .mapping(let entries, let next):
        guard next < entries.count else {
          out.append(0x7D)
          continue
        }
        if next > 0 { out.append(0x2C) }
        GoJSONText.append(entries[next].name, to: &out)
        out.append(0x3A)
        stack.append(.mapping(entries, next: next + 1))
        begin(table.resolve(entries[next].value))
      }
    }
  }

  /// Writes a scalar, or the opening bracket of a collection.
  private mutating func begin(_ index: UInt32) {
    let record = table.records[Int(index)]
    switch record.kind {
    case .sequence:
      out.append(0x5B)
      stack.append(.sequence(next: index + 1, end: index + record.size))
    case .mapping:
      out.append(0x7B)
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
    if record.flags.contains(.redacted) { return GoJSONText.append("(redacted)", to: &out) }
    if record.tag == .jsonNumber { return out.append(contentsOf: table.bytes(index)) }
    switch table.scalar(index) {
    case .null, nil: out.append(contentsOf: "null".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): out.append(contentsOf: String(value).utf8)
    case .largeInteger(let value): out.append(contentsOf: String(value).utf8)
    case .float(let value): out.append(contentsOf: GoNumberText.json(value).utf8)
    case .string(let value): GoJSONText.append(value, to: &out)
    }
  }
}

/// Texts as Go's `encoding/json` writes them, without the escapes that are for HTML.
enum GoJSONText {
  static func append(_ text: String, to out: inout [UInt8]) {
    out.append(0x22)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += [0x5C, 0x22]
      case "\\": out += [0x5C, 0x5C]
      case "\n": out += [0x5C, 0x6E]
      case "\r": out += [0x5C, 0x72]
      case "\t": out += [0x5C, 0x74]
      case "\u{8}": out += [0x5C, 0x62]
      case "\u{C}": out += [0x5C, 0x66]
      case "\u{2028}": out += "\\u2028".utf8
      case "\u{2029}": out += "\\u2029".utf8
      case "\u{0}"..."\u{1F}":
        let digits = Array("0123456789abcdef".utf8)
        out += [0x5C, 0x75, 0x30, 0x30, digits[Int(scalar.value >> 4)], digits[Int(scalar.value & 15)]]
      default: out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
      }
    }
    out.append(0x22)
  }
}
