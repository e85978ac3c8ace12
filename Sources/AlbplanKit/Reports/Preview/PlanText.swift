/// What a stretch of a preview's text means. A layout may show it as colour, as a sign, or not at all.
enum PlanMark: Hashable, Sendable {
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
struct PlanText: Hashable, Sendable {
  struct Run: Hashable, Sendable {
    var text: String
    var isVerbatim: Bool
    var mark: PlanMark?
    /// This and all that follows goes to a new line unless the whole of it fits on the present one.
    var beginsClause = false
  }
  private(set) var runs: [Run] = []

  init() {}

  init(verbatim text: String, _ mark: PlanMark? = nil) { add(verbatim: text, mark) }

  var isEmpty: Bool { runs.isEmpty }

  mutating func add(words: String, _ mark: PlanMark? = nil) {
    if !words.isEmpty { runs.append(Run(text: words, isVerbatim: false, mark: mark)) }
  }

  mutating func add(verbatim text: String, _ mark: PlanMark? = nil) {
    runs.append(Run(text: text, isVerbatim: true, mark: mark))
  }

  /// Adds a text that is better not torn apart.
  mutating func add(clause: PlanText) {
    let start = runs.endIndex
    add(clause)
    if start < runs.endIndex { runs[start].beginsClause = true }
  }

  mutating func add(_ other: PlanText) { runs.append(contentsOf: other.runs) }

  /// The same text, marked wherever it has no mark yet.
  func marked(_ mark: PlanMark) -> PlanText {
    var text = self
    for index in text.runs.indices where text.runs[index].mark == nil { text.runs[index].mark = mark }
    return text
  }

  /// Something in it is hardly as meant.
  var isOdd: Bool { runs.contains { $0.mark == .caution } }

  /// The text without marks.
  var plain: String {
    runs.map { $0.isVerbatim ? $0.text : $0.text.withOrdinaryBlanks }.joined()
  }

  static func + (left: PlanText, right: PlanText) -> PlanText {
    var text = left
    text.add(right)
    return text
  }
}

extension PlanText: ExpressibleByStringInterpolation {
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = PlanText()

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { text.add(words: literal) }
    mutating func appendInterpolation(_ part: PlanText) { text.add(part) }
    mutating func appendInterpolation(_ number: some BinaryInteger) { text.add(words: String(number)) }
    mutating func appendInterpolation(_ words: String, _ mark: PlanMark) { text.add(words: words, mark) }
    mutating func appendInterpolation(words: String) { text.add(words: words) }
    mutating func appendInterpolation(verbatim: String, _ mark: PlanMark? = nil) {
      text.add(verbatim: verbatim, mark)
    }
  }

  init(stringInterpolation: StringInterpolation) { self = stringInterpolation.text }
  init(stringLiteral value: String) { add(words: value) }
}

extension Array<PlanText> {
  /// `a`, `a or b`, `a, b or c`.
  func joined(_ conjunction: String) -> PlanText {
    var text = PlanText()
    for (index, part) in enumerated() {
      if index > 0 { text.add(words: index == count - 1 ? " \(conjunction) " : ", ") }
      text.add(part)
    }
    return text
  }

  /// `a, b, c`.
  func joined(separator: String = ", ") -> PlanText {
    var text = PlanText()
    for (index, part) in enumerated() {
      if index > 0 { text.add(words: separator) }
      text.add(part)
    }
    return text
  }
}

extension StringProtocol {
  /// The text with no-break blanks made ordinary ones.
  ///
  /// By scalars: the standard library's `replacing` costs a fifth of a whole run on a small file, for its generic types.
  var withOrdinaryBlanks: String {
    guard utf8.contains(0xC2) else { return String(self) }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars { text.append(scalar == "\u{A0}" ? " " : scalar) }
    return String(text)
  }
}
