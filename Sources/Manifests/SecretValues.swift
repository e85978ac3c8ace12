/// Finds the values of the Secrets among the documents of a file, so that they can be dropped before anyone sees them.
struct SecretValues {
  /// The records of the scalars that hold values.
  private(set) var records: [UInt32] = []
  private(set) var spans: [SourceSpan] = []

  /// Looks through objects and lists of objects.
  init(in table: NodeTable, _ roots: [UInt32]) {
    for root in roots {
      var stack: [(index: UInt32, inheritedKind: String)] = [(root, "")]
      while let (index, inheritedKind) = stack.popLast() {
        guard table.records[Int(index)].kind == .mapping else { continue }
        let kind = table.value(of: "kind", in: index).map { table.string(table.resolve($0)) } ?? inheritedKind
        if kind == "Secret" {
          collect(secret: index, table)
        } else if kind.hasSuffix("List"), let items = table.value(of: "items", in: index).map(table.resolve) {
          var item = items + 1
          let end = table.records[Int(items)].kind == .sequence ? table.next(items) : 0
          while item < end {
            stack.append((table.resolve(item), String(kind.dropLast(4))))
            item = table.next(item)
          }
        }
      }
    }
    guard !records.isEmpty else { return }
    records = Array(Set(records)).sorted()
    spans = records.map(table.span)
  }

  private mutating func collect(secret: UInt32, _ table: NodeTable) {
    for entry in YAMLNode(secret, in: table).entries {
      switch entry.key.keyText {
      case "data", "stringData":
        if entry.value.kind == .mapping {
          for value in entry.value.entries { collect(scalarsOf: value.value.index, table) }
        } else {
          collect(scalarsOf: entry.value.index, table)
        }
      case "metadata":
        // The whole object as it was applied, values included.
        let applied = entry.value["annotations"]?["kubectl.kubernetes.io/last-applied-configuration"]
        if let applied { collect(scalarsOf: applied.index, table) }
      default: break
      }
    }
  }

  private mutating func collect(scalarsOf index: UInt32, _ table: NodeTable) {
    var pending = [index]
    while let index = pending.popLast() {
      var position = index
      while position < table.next(index) {
        let record = table.records[Int(position)]
        if record.kind == .scalar { records.append(position) }
        if record.kind == .alias { pending.append(record.reference) }
        position += 1
      }
    }
  }
}

/// Finds the pieces of a text that may be Secrets, for texts that could not be read: what cannot be told apart from a
/// secret value must not be shown either.
enum SecretPieces {
  static func spans(in bytes: UnsafeBufferPointer<UInt8>, file: FileID) -> [SourceSpan] {
    var splitter = DocumentSplitter(bytes)
    var spans: [SourceSpan] = []
    while let item = splitter.next() {
      guard case .piece(let range, let origin) = item, mentionsSecret(bytes[range]) else { continue }
      let end = origin.position(ofByte: range.count, in: UnsafeBufferPointer(rebasing: bytes[range]))
      spans.append(
        SourceSpan(file: file, start: SourcePosition(line: origin.line &+ 1, column: 1), end: end))
    }
    return spans
  }

  /// Whether `kind: Secret` stands anywhere, in YAML or JSON.
  private static func mentionsSecret(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let (kind, secret) = (Array("kind".utf8), Array("Secret".utf8))
    var rest = text
    while let start = rest.firstIndex(of: 0x6B) {
      rest = rest[start...]
      if rest.starts(with: kind) {
        let value = rest.dropFirst(kind.count).drop { [0x20, 0x09, 0x22, 0x27, 0x3A].contains($0) }
        if value.starts(with: secret) { return true }
      }
      rest = rest.dropFirst()
    }
    return false
  }
}

extension NodeTableBuilder {
  /// Drops the texts of these scalars.
  mutating func redact(_ indices: [UInt32]) {
    for index in indices { redact(index) }
  }
}
