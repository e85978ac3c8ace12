package import Manifests

extension Annotation {
  /// The items of a comma list, each with its own place; the same items as `AnnotationReader.items`.
  package var items: [Located<String>] {
    var items: [Located<String>] = []
    let scalars = value.value.unicodeScalars
    for part in scalars.split(separator: ",") {
      guard let first = part.firstIndex(where: { !$0.properties.isWhitespace }),
        let last = part.lastIndex(where: { !$0.properties.isWhitespace })
      else { continue }
      let range = first..<part.index(after: last)
      items.append(Located(String(scalars[range]), at: value.span(of: range)))
    }
    return items
  }

  /// The place of an item of a comma list; the whole value's when it has none such.
  package func span(ofItem text: String) -> SourceSpan {
    items.first { $0.value.isSameText(as: text) }?.span ?? value.span
  }

  /// The place of a key of a `key=value` list, for one that is written without escapes; else the whole value's.
  package func span(ofKey key: String) -> SourceSpan { pairSpan(key) { $0.key } }

  /// The place of the value of a key; the last one counts, as for the controller.
  package func span(ofValueFor key: String) -> SourceSpan { pairSpan(key) { $0.value } }

  private func pairSpan(
    _ key: String, _ part: ((key: Range<String.Index>, value: Range<String.Index>)) -> Range<String.Index>
  ) -> SourceSpan {
    let scalars = value.value.unicodeScalars
    guard !scalars.contains("\\") else { return value.span }
    var found: Range<String.Index>?
    for item in scalars.split(separator: ",") {
      guard let equals = item.firstIndex(of: "=") else { continue }
      let name = trimmed(item[..<equals])
      guard String(scalars[name]).isSameText(as: key) else { continue }
      found = part((name, trimmed(item[item.index(after: equals)...])))
    }
    return found.map { value.span(of: $0) } ?? value.span
  }

  private func trimmed(_ part: Substring.UnicodeScalarView) -> Range<String.Index> {
    guard let first = part.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = part.lastIndex(where: { !$0.properties.isWhitespace })
    else { return part.startIndex..<part.startIndex }
    return first..<part.index(after: last)
  }
}
