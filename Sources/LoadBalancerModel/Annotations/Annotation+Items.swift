package import Manifests

/// The places of what stands inside an annotation's text.
extension Annotation {
  /// The items of a comma list, each with its own place; the same items as `AnnotationReader.items`.
  package var items: [Located<String>] {
    let text = value.value
    let ranges = text.utf8.split(separator: UInt8(ascii: ",")).compactMap { part in
      let range = GoText.trimmedRange(of: Substring(part))
      return range.isEmpty ? nil : range
    }
    return zip(ranges, value.spans(of: ranges)).map { Located(String(text[$0]), at: $1) }
  }

  /// The place of an item of a comma list; the whole value's when it has none such.
  package func span(ofItem text: String) -> SourceSpan {
    items.first { $0.value.isSameText(as: text) }?.span ?? value.span
  }

  /// The places of keys and values of a `key=value` list, as far as they are written without escapes. Of a repeated key
  /// the last counts, as for the controller.
  package var pairPlaces: [String: (key: SourceSpan, value: SourceSpan)] {
    let text = value.value
    guard !text.utf8.contains(UInt8(ascii: "\\")) else { return [:] }
    var ranges: [Range<String.Index>] = []
    for item in text.utf8.split(separator: UInt8(ascii: ",")) {
      guard let equals = item.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let key = GoText.trimmedRange(of: text[item.startIndex..<equals])
      if !key.isEmpty { ranges += [key, GoText.trimmedRange(of: text[item.index(after: equals)..<item.endIndex])] }
    }
    let spans = value.spans(of: ranges)
    var places: [String: (key: SourceSpan, value: SourceSpan)] = [:]
    for position in stride(from: 0, to: spans.count - 1, by: 2) {
      places[String(text[ranges[position]])] = (spans[position], spans[position + 1])
    }
    return places
  }
}
