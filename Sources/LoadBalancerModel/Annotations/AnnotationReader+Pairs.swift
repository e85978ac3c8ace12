/// A key and a value of an annotation's text.
package typealias TextPair = (key: String, value: String)

extension AnnotationReader {
  /// Splits `key=value` pairs, in the order written; `nil` where the controller refuses the text.
  ///
  /// Quirk (since v2.14.1): a backslash escapes; a comma splits only when a `=` follows somewhere, so that a trailing
  /// comma becomes part of the last value. Mirrors `splitKeyValuePairs`.
  package static func pairs(_ text: String) -> [TextPair]? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.contains(UInt8(ascii: "\\")) else { return pairs(ofItems: plainItems(bytes), in: bytes) }
      let items = escapedItems(bytes)
      var pairs: [TextPair] = []
      for item in items {
        let pair = item.withUnsafeBufferPointer { self.pairs(ofItems: [0..<item.count], in: $0) }
        guard let pair else { return nil }
        pairs += pair
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
  ) -> [TextPair]? {
    func trimmed(_ range: Range<Int>) -> String {
      GoText.trim(String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self))
    }
    var pairs: [TextPair] = []
    pairs.reserveCapacity(items.count)
    for item in items {
      guard let equals = bytes[item].firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let key = trimmed(item.lowerBound..<equals)
      guard !key.isEmpty else { return nil }
      pairs.append((key, trimmed(equals + 1..<item.upperBound)))
    }
    return pairs
  }

  private static func isBlank(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    GoText.trim(String(decoding: bytes, as: UTF8.self)).isEmpty
  }
}
