/// All nodes of the documents of one file, in a few flat arrays; nodes are handed out as `YAMLNode`.
final class NodeTable: Sendable {
  let file: FileID
  let records: [NodeRecord]
  /// The texts of all scalars, one after the other, in UTF-8.
  let text: [UInt8]

  init(file: FileID, records: [NodeRecord], text: [UInt8]) {
    self.file = file
    self.records = records
    self.text = text
  }

  /// The record that a node stands for: an alias leads to what it names.
  func resolve(_ index: UInt32) -> UInt32 {
    let record = records[Int(index)]
    return record.kind == .alias ? record.reference : index
  }

  /// The record after a node and all that it holds.
  func next(_ index: UInt32) -> UInt32 { index + records[Int(index)].size }

  func span(_ index: UInt32) -> SourceSpan { records[Int(index)].span(in: file) }

  /// The bytes of a scalar's text; none for a collection.
  func bytes(_ index: UInt32) -> ArraySlice<UInt8> { text[records[Int(index)].textRange] }

  func string(_ index: UInt32) -> String { String(decoding: bytes(index), as: UTF8.self) }

  /// The scalar as kubectl reads it; `nil` for a collection. Documents with impossible scalars are not kept, so
  /// none is met here.
  func scalar(_ index: UInt32) -> YAMLScalar? {
    let record = records[Int(index)]
    guard record.kind == .scalar else { return nil }
    guard !record.flags.contains(.string) else { return .string(string(index)) }
    return (try? ScalarResolver.resolve(record, text)) ?? .string(string(index))
  }

  /// The name that a key has in JSON: `on` is `true`, `0x1` is `1`.
  func keyText(_ index: UInt32) -> String {
    let record = records[Int(index)]
    guard !record.flags.contains(.string) else { return string(index) }
    return (try? ScalarResolver.keyText(record, text)) ?? string(index)
  }

  /// Whether a key has this name in JSON.
  func key(_ index: UInt32, is name: UnsafeBufferPointer<UInt8>) -> Bool {
    let record = records[Int(index)]
    guard record.kind == .scalar else { return false }
    guard !record.flags.contains(.string) else {
      guard Int(record.extent) == name.count else { return false }
      return text.withUnsafeBufferPointer { Self.areEqual($0, Int(record.reference), name) }
    }
    return (try? ScalarResolver.keyText(record, text)).map { $0.utf8.elementsEqual(name) } ?? false
  }

  private static func areEqual(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ name: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var offset = 0
    while offset < name.count, text[start &+ offset] == name[offset] { offset &+= 1 }
    return offset == name.count
  }

  /// The value's record of the last key with this name in a mapping.
  func value(of name: String, in mapping: UInt32) -> UInt32? {
    var name = name
    return name.withUTF8 { value(of: $0, in: mapping) }
  }

  private func value(of name: UnsafeBufferPointer<UInt8>, in mapping: UInt32) -> UInt32? {
    let record = records[Int(mapping)]
    guard record.kind == .mapping else { return nil }
    var found: UInt32?
    if record.flags.contains(.merges) {
      for entry in mergedEntries(of: mapping) where key(resolve(entry.key), is: name) { found = entry.value }
      return found
    }
    records.withUnsafeBufferPointer { records in
      text.withUnsafeBufferPointer { text in
        var position = mapping + 1
        let end = mapping + record.size
        while position < end {
          let key = records[Int(position)]
          let value = position + key.size
          if key.kind == .scalar, key.flags.contains(.string) {
            if Int(key.extent) == name.count, Self.areEqual(text, Int(key.reference), name) { found = value }
          } else if self.key(resolve(position), is: name) {
            found = value
          }
          position = value + records[Int(value)].size
        }
      }
    }
    return found
  }
}

extension NodeRecord {
  var textRange: Range<Int> {
    kind == .scalar ? Int(reference)..<(Int(reference) + Int(extent)) : 0..<0
  }

  func span(in file: FileID) -> SourceSpan {
    SourceSpan(
      file: file, start: SourcePosition(line: startLine, column: startColumn),
      end: SourcePosition(line: endLine, column: endColumn))
  }

  /// Whether the scalar could be something else than a string: most could not, and are marked so.
  func mayBeOtherThanString(_ text: [UInt8]) -> Bool {
    guard kind == .scalar else { return false }
    if tag == .none {
      guard flags.contains(.plain) else { return false }
      guard extent > 0 else { return true }
      switch ScalarResolver.hint(text[Int(reference)]) {
      case .string: return false
      case .word: return extent <= 5 && ScalarResolver.word(text[textRange]) != nil
      case .sign, .digit, .dot: return true
      }
    }
    return tag != .string && tag != .other
  }

  /// Whether this scalar, as a key, merges other mappings: an unquoted `<<`.
  func isMergeKey(_ text: [UInt8]) -> Bool {
    guard kind == .scalar, extent == 2, flags.contains(.plain) || tag == .merge else { return false }
    return text[textRange].elementsEqual([0x3C, 0x3C])
  }
}
