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

extension NodeTableBuilder {
  /// Drops the texts of these scalars.
  mutating func redact(_ indices: [UInt32]) {
    for index in indices { redact(index) }
  }
}
