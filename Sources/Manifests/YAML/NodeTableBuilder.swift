/// Collects the nodes of one file, document after document.
struct NodeTableBuilder {
  /// A collection whose end has not come yet.
  private struct Open {
    var index: UInt32
    var isMapping: Bool
    var count: UInt32 = 0
    var anchor: String?

    /// Whether the next child is a key.
    var expectsKey: Bool { isMapping && count & 1 == 0 }
  }

  private struct Anchor {
    var index: UInt32
    /// How many nodes the decoder had met before this one, aliases carried out.
    var expandedBefore: Int
    /// How many nodes it holds, itself included; `nil` while it is open.
    var weight: Int?
  }

  /// A key that a mapping holds twice.
  struct DuplicateKey {
    var first: UInt32
    var second: UInt32
  }

  private(set) var records: [NodeRecord] = []
  private(set) var text: [UInt8] = []
  /// Not all of them when there are more than `ManifestLimits.problems`.
  private(set) var duplicateKeys: [DuplicateKey] = []
  private var open: [Open] = []
  private var anchors: [String: Anchor] = [:]
  private var expansion = AliasExpansion()

  /// Begins a document; gives the state to return to should it fail.
  mutating func beginDocument() -> (records: Int, text: Int, duplicateKeys: Int) {
    open.removeAll(keepingCapacity: true)
    if !anchors.isEmpty { anchors.removeAll() }
    expansion.beginDocument()
    return (records.count, text.count, duplicateKeys.count)
  }

  /// Forgets a document that failed.
  mutating func rollBack(to state: (records: Int, text: Int, duplicateKeys: Int)) {
    records.removeLast(records.count - state.records)
    text.removeLast(text.count - state.text)
    duplicateKeys.removeLast(duplicateKeys.count - state.duplicateKeys)
  }

  /// Moves the places that lie behind the end of the text there: a line feed was read that is not in it.
  mutating func clampPositions(to last: SourcePosition) {
    for index in records.indices where records[index].endLine > last.line {
      (records[index].endLine, records[index].endColumn) = (last.line, last.column)
      if records[index].startLine > last.line {
        (records[index].startLine, records[index].startColumn) = (last.line, last.column)
      }
    }
  }

  /// Drops the text of a scalar.
  mutating func redact(_ index: UInt32) {
    let range = records[Int(index)].textRange
    for position in range { text[position] = 0 }
    records[Int(index)].extent = 0
    records[Int(index)].tag = .string
    records[Int(index)].flags.formUnion([.redacted, .string])
  }

  mutating func reserve(records recordCount: Int, text textCount: Int) {
    records.reserveCapacity(recordCount)
    text.reserveCapacity(textCount)
  }

  var depth: Int { open.count }

  /// Whether the next node stands inside `[]` or `{}`.
  var isInFlow: Bool {
    guard let last = open.last else { return false }
    return records[Int(last.index)].flags.contains(.flow)
  }

  mutating func appendScalar(
    _ bytes: some Collection<UInt8>, style: ScalarStyle, tag: NodeRecord.Tag, isPlain: Bool, anchor: String?,
    from start: SourcePosition, to end: SourcePosition
  ) throws(YAMLFault) {
    let index = try nextIndex(at: start)
    var record = NodeRecord(
      startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column,
      reference: UInt32(text.count), extent: UInt32(bytes.count), kind: .scalar, style: style,
      tag: tag, flags: isPlain ? .plain : [])
    text.append(contentsOf: bytes)
    let isString = !record.mayBeOtherThanString(text)
    if isString { record.flags.insert(.string) }
    if let anchor { anchors[anchor] = Anchor(index: index, expandedBefore: expansion.count, weight: 1) }
    let isKey = countChild()
    if isKey, record.isMergeKey(text) {
      records[Int(open[open.count - 1].index)].flags.insert(.merges)
    } else {
      expansion.countNode()
      if !isString { try check(record, isKey: isKey) }
    }
    records.append(record)
  }

  mutating func appendAlias(
    _ name: String, from start: SourcePosition, to end: SourcePosition
  ) throws(YAMLFault) {
    guard let anchor = anchors[name] else {
      throw YAMLFault(.syntax, "no anchor &\(name) stands before this alias", from: start, to: end)
    }
    guard let weight = anchor.weight else {
      throw YAMLFault(.syntax, "the alias *\(name) stands inside what it names", from: start, to: end)
    }
    guard expansion.countAlias(weight: weight) else {
      throw YAMLFault(.limit, "aliases blow this document up beyond measure", from: start, to: end)
    }
    _ = try nextIndex(at: start)
    records.append(
      NodeRecord(
        startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column,
        reference: anchor.index, extent: 1, kind: .alias, style: .plain, tag: .none, flags: []))
    if countChild() {
      let target = records[Int(anchor.index)]
      guard target.kind == .scalar else {
        throw YAMLFault(.syntax, "a key must be a single value, not a collection", from: start, to: end)
      }
      try check(target, isKey: true)
    }
  }

  mutating func beginCollection(
    isMapping: Bool, isFlow: Bool, anchor: String?, from start: SourcePosition
  ) throws(YAMLFault) {
    guard open.count < ManifestLimits.depth else {
      throw YAMLFault(.limit, "nested deeper than \(ManifestLimits.depth) levels", from: start)
    }
    let index = try nextIndex(at: start)
    if countChild() {
      throw YAMLFault(.syntax, "a key must be a single value, not a collection", from: start)
    }
    records.append(
      NodeRecord(
        startLine: start.line, startColumn: start.column, endLine: start.line, endColumn: start.column,
        reference: 0, extent: 1, kind: isMapping ? .mapping : .sequence, style: .plain, tag: .none,
        flags: isFlow ? .flow : []))
    if let anchor { anchors[anchor] = Anchor(index: index, expandedBefore: expansion.count) }
    expansion.countNode()
    open.append(Open(index: index, isMapping: isMapping, anchor: anchor))
  }

  mutating func endCollection(at end: SourcePosition) throws(YAMLFault) {
    guard let closed = open.popLast() else { return }
    let position = Int(closed.index)
    records[position].reference = closed.count
    records[position].extent = UInt32(records.count - position)
    if records[position].flags.contains(.flow) || closed.count == 0 {
      (records[position].endLine, records[position].endColumn) = (end.line, end.column)
    } else if let last = lastChild(of: closed) {
      // libyaml ends a block collection where the next token begins; the last child's end is what a reader sees.
      (records[position].endLine, records[position].endColumn) = (records[last].endLine, records[last].endColumn)
    }
    if let name = closed.anchor, let anchor = anchors[name], anchor.index == closed.index {
      anchors[name]?.weight = expansion.count &- anchor.expandedBefore
    }
    guard closed.isMapping else { return }
    if records[position].flags.contains(.merges) { try checkMerges(of: position) }
    findDuplicateKeys(of: position, count: Int(closed.count) / 2)
  }

  /// The direct or indirect child that ends last: the last record, or the flow collection that holds it.
  private func lastChild(of closed: Open) -> Int? {
    var child = Int(closed.index) + 1
    guard child < records.count else { return nil }
    // A block collection's own children are few compared with their text, and each is stepped over once.
    while next(child) < records.count { child = next(child) }
    return child
  }

  /// Counts a child of the innermost open collection and tells whether it is a key.
  private mutating func countChild() -> Bool {
    guard !open.isEmpty else { return false }
    let isKey = open[open.count - 1].expectsKey
    open[open.count - 1].count &+= 1
    return isKey
  }

  /// The record after a node and all that it holds.
  private func next(_ index: Int) -> Int { index + Int(records[index].size) }

  private func nextIndex(at start: SourcePosition) throws(YAMLFault) -> UInt32 {
    guard records.count < Int(UInt32.max) - 1, text.count < Int(UInt32.max) else {
      throw YAMLFault(.limit, "the file is too large", from: start)
    }
    return UInt32(records.count)
  }

  /// Refuses scalars that contradict their tag or have no form in JSON.
  private func check(_ record: NodeRecord, isKey: Bool) throws(YAMLFault) {
    let start = SourcePosition(line: record.startLine, column: record.startColumn)
    let end = SourcePosition(line: record.endLine, column: record.endColumn)
    let value: YAMLScalar
    do throws(ScalarResolver.Fault) {
      if isKey {
        _ = try ScalarResolver.keyText(record, text)
        return
      }
      guard record.tag != .none || ScalarResolver.mayBeNoNumber(text[record.textRange]) else { return }
      value = try ScalarResolver.resolve(record, text)
    } catch {
      throw YAMLFault(.syntax, error.message, from: start, to: end)
    }
    if case .float(let number) = value, !number.isFinite {
      throw YAMLFault(
        .syntax, "JSON has no infinity and no NaN: put the value in quotes if it is text", from: start, to: end)
    }
  }

  private func checkMerges(of mapping: Int) throws(YAMLFault) {
    func isMapping(_ index: Int) -> Bool {
      let record = records[index]
      return record.kind == .mapping || record.kind == .alias && records[Int(record.reference)].kind == .mapping
    }
    var key = mapping + 1
    while key < records.count {
      let value = next(key)
      if records[key].isMergeKey(text) {
        let record = records[value]
        var isGood = isMapping(value)
        if record.kind == .sequence {
          isGood = true
          var element = value + 1
          while element < next(value) {
            isGood = isGood && isMapping(element)
            element = next(element)
          }
        }
        guard isGood else {
          throw YAMLFault(
            .syntax, "<< merges a mapping or a list of mappings, nothing else",
            from: SourcePosition(line: record.startLine, column: record.startColumn),
            to: SourcePosition(line: record.endLine, column: record.endColumn))
        }
      }
      key = next(value)
    }
  }

  private mutating func findDuplicateKeys(of mapping: Int, count: Int) {
    guard count > 1 else { return }
    if count > 12 {
      findDuplicateKeysByHash(of: mapping, count: count)
      return
    }
    var key = mapping + 1
    while key < records.count {
      var earlier = mapping + 1
      while earlier < key {
        if sameKey(earlier, key) {
          note(DuplicateKey(first: UInt32(earlier), second: UInt32(key)))
          break
        }
        earlier = next(next(earlier))
      }
      key = next(next(key))
    }
  }

  private mutating func note(_ duplicate: DuplicateKey) {
    if duplicateKeys.count <= ManifestLimits.problems { duplicateKeys.append(duplicate) }
  }

  private func sameKey(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (keyRecord(left), keyRecord(right))
    if first.flags.contains(.string), second.flags.contains(.string) {
      guard first.extent == second.extent, text[first.textRange] == text[second.textRange] else { return false }
      return !first.isMergeKey(text)
    }
    return (try? ScalarResolver.keyText(first, text)) == (try? ScalarResolver.keyText(second, text))
  }

  private func keyRecord(_ index: Int) -> NodeRecord {
    let record = records[index]
    return record.kind == .alias ? records[Int(record.reference)] : record
  }

  private mutating func findDuplicateKeysByHash(of mapping: Int, count: Int) {
    var seen: [String: UInt32] = Dictionary(minimumCapacity: count)
    var key = mapping + 1
    while key < records.count {
      let record = keyRecord(key)
      if !record.isMergeKey(text), let name = try? ScalarResolver.keyText(record, text) {
        if let first = seen[name] {
          note(DuplicateKey(first: first, second: UInt32(key)))
        } else {
          seen[name] = UInt32(key)
        }
      }
      key = next(next(key))
    }
  }
}

extension ScalarResolver {
  /// Whether a plain scalar could be an infinity or NaN.
  static func mayBeNoNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count == 4 || bytes.count == 5, let last = bytes.last else { return false }
    return last | 0x20 == 0x66 || last | 0x20 == 0x6E
  }
}

extension ScalarResolver.Fault {
  var message: String {
    switch self {
    case .cannotDecode(let found, let wanted): "this value reads as \(found), but its tag says \(wanted)"
    case .badBase64: "the tag says !!binary, but the text is not base64"
    case .keyWithoutText(let value): "\(value) cannot be a key: write it in quotes"
    }
  }
}
