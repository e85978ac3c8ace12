/// What a stretch of a preview's text means. A layout may show it as colour, as a sign, or not at all.
package enum PlanMark: Hashable, Sendable {
  /// Names a load balancer, a listener, a section.
  case title
  /// Said in passing.
  case muted
  /// A value that only the cluster or AWS can tell.
  case unknown
  /// Anybody may come in here.
  case openToWorld
  /// Works, but hardly as meant.
  case caution
  /// The controller refuses.
  case refused
}

/// A piece of a preview's text: our own words, and verbatim text from manifests, from AWS or from the controller.
///
/// Written as an interpolated string: `"forward to \(verbatim: name)"`. A bare string cannot be interpolated, so that
/// each place decides whether the text is ours or foreign; foreign text is escaped by every layout.
package struct PlanText: Hashable, Sendable {
  package struct Run: Hashable, Sendable {
    package var text: String
    package var isVerbatim: Bool
    package var mark: PlanMark?
    /// A layout never breaks a line inside.
    package var isUnbreakable = false
  }
  package private(set) var runs: [Run] = []

  package init() {}

  package init(verbatim text: String, _ mark: PlanMark? = nil) { add(verbatim: text, mark) }

  package var isEmpty: Bool { runs.isEmpty }

  package mutating func add(words: String, _ mark: PlanMark? = nil, unbreakable: Bool = false) {
    if !words.isEmpty {
      runs.append(Run(text: words, isVerbatim: false, mark: mark, isUnbreakable: unbreakable))
    }
  }

  package mutating func add(verbatim text: String, _ mark: PlanMark? = nil) {
    runs.append(Run(text: text, isVerbatim: true, mark: mark))
  }

  package mutating func add(_ other: PlanText) { runs.append(contentsOf: other.runs) }

  /// The same text, marked wherever it has no mark yet.
  package func marked(_ mark: PlanMark) -> PlanText {
    var text = self
    for index in text.runs.indices where text.runs[index].mark == nil { text.runs[index].mark = mark }
    return text
  }

  /// The text without marks.
  package var plain: String { runs.map(\.text).joined() }

  package static func + (left: PlanText, right: PlanText) -> PlanText {
    var text = left
    text.add(right)
    return text
  }
}

extension PlanText: ExpressibleByStringInterpolation {
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = PlanText()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { text.add(words: literal) }
    package mutating func appendInterpolation(_ part: PlanText) { text.add(part) }
    package mutating func appendInterpolation(_ number: some BinaryInteger) { text.add(words: String(number)) }
    package mutating func appendInterpolation(_ words: String, _ mark: PlanMark) { text.add(words: words, mark) }
    package mutating func appendInterpolation(words: String) { text.add(words: words) }
    package mutating func appendInterpolation(verbatim: String, _ mark: PlanMark? = nil) {
      text.add(verbatim: verbatim, mark)
    }
  }

  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.text }
  package init(stringLiteral value: String) { add(words: value) }
}

extension Array<PlanText> {
  /// `a`, `a or b`, `a, b or c`.
  package func joined(_ conjunction: String) -> PlanText {
    var text = PlanText()
    for (index, part) in enumerated() {
      if index > 0 { text.add(words: index == count - 1 ? " \(conjunction) " : ", ") }
      text.add(part)
    }
    return text
  }

  /// `a, b, c`.
  package func joined(separator: String = ", ") -> PlanText {
    var text = PlanText()
    for (index, part) in enumerated() {
      if index > 0 { text.add(words: separator) }
      text.add(part)
    }
    return text
  }
}
