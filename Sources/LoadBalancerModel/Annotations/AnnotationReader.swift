package import Manifests

/// Reads settings from annotations the way the controller does: by exact key, with Go's syntax for values.
///
/// Where several annotation maps are given, the first that has the key wins as a whole: the Service before the
/// Ingress, for target group settings. Source: `pkg/annotations/parser.go`.
package struct AnnotationReader: Sendable {
  package var maps: [Annotations]

  package init(_ maps: Annotations...) { self.maps = maps }

  /// The annotation that counts for a setting, or `nil` when none has the key.
  package func annotation(_ definition: AnnotationDefinition) -> Annotation? { annotation(key: definition.key) }

  /// The annotation with exactly this key; for families, whose key has a variable part.
  package func annotation(key: String) -> Annotation? {
    for map in maps {
      if let annotation = map[key] { return annotation }
    }
    return nil
  }

  /// The raw text, untrimmed.
  package func string(_ definition: AnnotationDefinition) -> Planned<String>? {
    annotation(definition).map { Planned($0.value.value, from: .annotation($0)) }
  }

  package func bool(_ definition: AnnotationDefinition) throws(BuildFailure) -> Planned<Bool>? {
    guard let annotation = annotation(definition) else { return nil }
    return try Self.bool(annotation)
  }

  package func int32(_ definition: AnnotationDefinition) throws(BuildFailure) -> Planned<Int32>? {
    guard let annotation = annotation(definition) else { return nil }
    return try Self.integer(annotation)
  }

  package func int64(_ definition: AnnotationDefinition) throws(BuildFailure) -> Planned<Int64>? {
    guard let annotation = annotation(definition) else { return nil }
    return try Self.integer(annotation)
  }

  /// The items of a comma list; an annotation without items gives an empty list.
  package func stringList(_ definition: AnnotationDefinition) -> Planned<[String]>? {
    annotation(definition).map { Planned(Self.items($0.value.value), from: .annotation($0)) }
  }

  package func stringMap(_ definition: AnnotationDefinition) throws(BuildFailure) -> Planned<[String: String]>? {
    guard let annotation = annotation(definition) else { return nil }
    return try Self.stringMap(annotation)
  }

  // MARK: One annotation

  package static func bool(_ annotation: Annotation) throws(BuildFailure) -> Planned<Bool> {
    let text = annotation.value.value
    guard let value = GoText.parseBool(text) else {
      throw BuildFailure(
        "malformed-bool",
        "failed to parse bool annotation, \(annotation.key.value): \(text): "
          + "strconv.ParseBool: parsing \(GoText.quote(text)): invalid syntax",
        at: [annotation.value.span])
    }
    return Planned(value, from: .annotation(annotation))
  }

  /// Reads an `int32` or `int64`.
  package static func integer<Value: FixedWidthInteger & SignedInteger>(
    _ annotation: Annotation
  ) throws(BuildFailure) -> Planned<Value> {
    let text = annotation.value.value
    do {
      return Planned(try GoText.parseInteger(text), from: .annotation(annotation))
    } catch {
      throw BuildFailure(
        "malformed-integer",
        "failed to parse int\(Value.bitWidth) annotation, \(annotation.key.value): \(text): "
          + error.message(for: text),
        at: [annotation.value.span])
    }
  }

  package static func stringMap(_ annotation: Annotation) throws(BuildFailure) -> Planned<[String: String]> {
    Planned(Dictionary(try checkedPairs(annotation), uniquingKeysWith: { $1 }), from: .annotation(annotation))
  }

  /// The pairs of a `stringMap` annotation, in the order written.
  static func checkedPairs(_ annotation: Annotation) throws(BuildFailure) -> [(String, String)] {
    guard let pairs = pairs(annotation.value.value) else {
      throw BuildFailure(
        "malformed-string-map",
        "failed to parse stringMap annotation, \(annotation.key.value): \(annotation.value.value)",
        at: [annotation.value.span])
    }
    return pairs
  }

  /// Splits a comma list; items are trimmed, empty ones dropped.
  package static func items(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: ",")).compactMap { item in
      let trimmed = GoText.trim(Substring(item))
      return trimmed.isEmpty ? nil : trimmed
    }
  }

  /// Splits `key=value` pairs, in the order written; `nil` where the controller refuses the text.
  ///
  /// Quirk (since v2.14.1): a backslash escapes; a comma splits only when a `=` follows somewhere, so that a trailing
  /// comma becomes part of the last value. Mirrors `splitKeyValuePairs`.
  package static func pairs(_ text: String) -> [(String, String)]? {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return pairs(ofItems: plainItems(text)) }
    return pairs(ofItems: escapedItems(text).map { $0[...] })
  }

  /// The items of a text without escapes.
  private static func plainItems(_ text: String) -> [Substring] {
    let bytes = text.utf8
    let comma = UInt8(ascii: ",")
    var items: [Substring] = []
    var start = bytes.startIndex
    // Commas before the last `=` split.
    if let lastEquals = bytes.lastIndex(of: UInt8(ascii: "=")) {
      while let end = bytes[start..<lastEquals].firstIndex(of: comma) {
        items.append(text[start..<end])
        start = bytes.index(after: end)
      }
    }
    // Of those behind it the first one does that has more than white space behind it.
    var end = start
    while let found = bytes[end...].firstIndex(of: comma) {
      let next = bytes.index(after: found)
      guard GoText.trimmedRange(of: text[next...]).isEmpty else {
        return items + [text[start..<found], text[next...]]
      }
      end = next
    }
    if start < bytes.endIndex { items.append(text[start...]) }
    return items
  }

  private static func escapedItems(_ text: String) -> [String] {
    var items: [String] = []
    var current: [UInt8] = []
    let bytes = Array(text.utf8)
    // The last `=`, so that each comma is decided in constant time.
    let lastEquals = bytes.lastIndex(of: UInt8(ascii: "=")) ?? -1
    var position = 0
    func emit() {
      items.append(String(decoding: current, as: UTF8.self))
      current.removeAll(keepingCapacity: true)
    }
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\\"), position < bytes.count {
        current.append(bytes[position])
        position += 1
        continue
      }
      guard byte == UInt8(ascii: ",") else {
        current.append(byte)
        continue
      }
      if lastEquals >= position {
        emit()
        continue
      }
      let rest = GoText.trim(String(decoding: bytes[position...], as: UTF8.self))
      if rest.isEmpty {
        current.append(byte)
      } else {
        emit()
        return items + [rest]
      }
    }
    if !current.isEmpty { emit() }
    return items
  }

  private static func pairs(ofItems items: [Substring]) -> [(String, String)]? {
    var pairs: [(String, String)] = []
    pairs.reserveCapacity(items.count)
    for item in items {
      // Trimmed twice as the controller does: white space before the sign goes with the second time.
      let item = item[GoText.trimmedRange(of: item)]
      // By bytes: a combining mark after the sign would hide it among characters.
      guard let equals = item.utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let key = GoText.trim(item[..<equals])
      guard !key.isEmpty else { return nil }
      pairs.append((key, GoText.trim(item[item.utf8.index(after: equals)...])))
    }
    return pairs
  }

  /// `strings.TrimSpace`.
  package static func trim(_ text: String) -> String { GoText.trim(text) }
}
