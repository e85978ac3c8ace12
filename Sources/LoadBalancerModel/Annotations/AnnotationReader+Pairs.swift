/// A key and a value of an annotation's text.
package typealias TextPair = (key: String, value: String)

/// A pair with the place of its value.
struct WrittenPair {
  var key: String
  var value: String
  /// In bytes of the text; `nil` for a text with escapes.
  var place: Range<Int>?
}

extension AnnotationReader {
  /// Splits `key=value` pairs, in the order written; `nil` where the controller refuses the text.
  package static func pairs(_ text: String) -> [TextPair]? {
    writtenPairs(text).map { pairs in pairs.map { ($0.key, $0.value) } }
  }

  /// The same pairs with the places of their values.
  ///
  /// Quirk (since v2.14.1): a backslash escapes; a comma splits only when a `=` follows somewhere, so that a trailing
  /// comma becomes part of the last value. Mirrors `splitKeyValuePairs`.
  static func writtenPairs(_ text: String) -> [WrittenPair]? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.contains(UInt8(ascii: "\\")) else { return pairs(ofItems: plainItems(bytes), in: bytes) }
      var pairs: [WrittenPair] = []
      for item in escapedItems(bytes) {
        let pair = item.withUnsafeBufferPointer { self.pairs(ofItems: [0..<item.count], in: $0) }
        guard var pair = pair?.first else { return nil }
        pair.place = nil
        pairs.append(pair)
      }
      return pairs
    }
  }

  /// The items of a text without escapes, as they stand in it.
  private static func plainItems(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let lastEquals = bytes.lastIndex(of: UInt8(ascii: "=")) ?? -1
    var items: [Range<Int>] = []
    var start = 0
    for position in bytes.indices where bytes[position] == UInt8(ascii: ",") {
      if lastEquals > position {
        items.append(start..<position)
        start = position + 1
      } else if !isBlank(bytes[(position + 1)...]) {
        // Behind the last `=` only one comma can split.
        return items + [start..<position, position + 1..<bytes.count]
      }
    }
    if start < bytes.count { items.append(start..<bytes.count) }
    return items
  }

  /// The items of a text, without its escapes.
  private static func escapedItems(_ bytes: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    let lastEquals = bytes.lastIndex(of: UInt8(ascii: "=")) ?? -1
    var items: [[UInt8]] = []
    var current: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\\"), position < bytes.count {
        current.append(bytes[position])
        position += 1
      } else if byte != UInt8(ascii: ",") {
        current.append(byte)
      } else if lastEquals >= position {
        items.append(current)
        current = []
      } else if isBlank(bytes[position...]) {
        current.append(byte)
      } else {
        return items + [current, Array(bytes[position...])]
      }
    }
    if !current.isEmpty { items.append(current) }
    return items
  }

  private static func pairs(
    ofItems items: [Range<Int>], in bytes: UnsafeBufferPointer<UInt8>
  ) -> [WrittenPair]? {
    func text(_ range: Range<Int>) -> String {
      GoText.trim(String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self))
    }
    var pairs: [WrittenPair] = []
    pairs.reserveCapacity(items.count)
    for item in items {
      guard let equals = bytes[item].firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let key = text(item.lowerBound..<equals)
      guard !key.isEmpty else { return nil }
      let value = equals + 1..<item.upperBound
      pairs.append(WrittenPair(key: key, value: text(value), place: trimmed(value, in: bytes)))
    }
    return pairs
  }

  /// A range without the blanks and tabs at both ends.
  private static func trimmed(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let start = bytes[range].firstIndex { !isBlank($0) } ?? range.lowerBound
    let last = bytes[range].lastIndex { !isBlank($0) } ?? start - 1
    return start..<max(start, last + 1)
  }

  private static func isBlank(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    GoText.trim(String(decoding: bytes, as: UTF8.self)).isEmpty
  }
}
