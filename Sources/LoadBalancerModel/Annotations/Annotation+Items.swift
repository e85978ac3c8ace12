package import Manifests

/// The places of what stands inside an annotation's text.
extension Annotation {
  /// The items of a comma list, each with its own place; the same items as `AnnotationReader.items`.
  package var items: [Located<String>] {
    let scalars = value.value.unicodeScalars
    let ranges = scalars.split(separator: ",").compactMap { part in part.trimmedRange }
    return zip(ranges, value.spans(of: ranges)).map { Located(String(scalars[$0]), at: $1) }
  }

  /// The place of an item of a comma list; the whole value's when it has none such.
  package func span(ofItem text: String) -> SourceSpan {
    items.first { $0.value.isSameText(as: text) }?.span ?? value.span
  }

  /// The places of keys and values of a `key=value` list, as far as they are written without escapes. Of a repeated key
  /// the last counts, as for the controller.
  package var pairPlaces: [String: (key: SourceSpan, value: SourceSpan)] {
    let scalars = value.value.unicodeScalars
    guard !scalars.contains("\\") else { return [:] }
    var ranges: [Range<String.Index>] = []
    for item in scalars.split(separator: ",") {
      guard let equals = item.firstIndex(of: "="), let key = item[..<equals].trimmedRange else { continue }
      let text = item[item.index(after: equals)...]
      ranges += [key, text.trimmedRange ?? text.startIndex..<text.startIndex]
    }
    let spans = value.spans(of: ranges)
    var places: [String: (key: SourceSpan, value: SourceSpan)] = [:]
    for position in stride(from: 0, to: spans.count - 1, by: 2) {
      places[String(scalars[ranges[position]])] = (spans[position], spans[position + 1])
    }
    return places
  }
}

extension Dictionary where Key == String, Value == Planned<String> {
  /// The pairs of a `stringMap` annotation, each with its own place.
  package init(of annotation: Annotation?) throws(BuildFailure) {
    guard let annotation, let pairs = try AnnotationReader.stringMap(annotation).known else {
      self = [:]
      return
    }
    let places = annotation.pairPlaces
    self.init(minimumCapacity: pairs.count)
    for (key, text) in pairs {
      let span = places[key]?.value ?? annotation.value.span
      self[key] = Planned(text, from: Origin(.annotation(annotation.key.value), at: [span]))
    }
  }
}

extension Substring.UnicodeScalarView {
  /// The part without white space at both ends; `nil` when nothing else is there.
  fileprivate var trimmedRange: Range<String.Index>? {
    guard let first = firstIndex(where: { !$0.properties.isWhitespace }),
      let last = lastIndex(where: { !$0.properties.isWhitespace })
    else { return nil }
    return first..<index(after: last)
  }
}
