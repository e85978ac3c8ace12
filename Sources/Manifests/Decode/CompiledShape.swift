/// The shape of a whole object as flat tables, which can be walked without counting references.
///
/// It is made from a text, for a run on one small file would take longer to make a tree of types first:
/// `{name: type, …}` is an object with these fields, `[type]` a list, `<type>` a mapping with any keys, whose values have
/// this type; the others are the names of `Kind`.
final class CompiledShape: Sendable {
  enum Kind: UInt8 {
    case string, boolean, int32, int64, intOrString, time, anything, object, list, map

    /// The kind that a shape names by a word.
    fileprivate init?(word: String) {
      switch word {
      case "string": self = .string
      case "boolean": self = .boolean
      case "int32": self = .int32
      case "int64": self = .int64
      case "intOrString": self = .intOrString
      case "time": self = .time
      case "anything": self = .anything
      default: return nil
      }
    }

    /// With its article, for messages.
    var description: String {
      switch self {
      case .string: "a string"
      case .boolean: "true or false"
      case .int32, .int64: "an integer"
      case .intOrString: "an integer or a string"
      case .time: "a point in time such as 2024-01-31T12:00:00Z"
      case .anything: "anything"
      case .object, .map: "a mapping"
      case .list: "a list"
      }
    }
  }

  /// One place: its kind and, for a list or map, the place of its values; for an object, its fields.
  struct Place {
    var kind: Kind
    var values: Int = 0
    var fields: Range<Int> = 0..<0
  }

  struct Field {
    /// Where the name's bytes stand in the text.
    var name: Range<Int>
    var place: Int
  }

  let places: [Place]
  let fields: [Field]
  /// The text.
  let names: [UInt8]

  /// Index of the place of the whole object.
  let root = 0

  /// - Parameter text: Of an object.
  init(_ text: String) {
    var compiler = Compiler(text)
    _ = compiler.place()
    (places, fields, names) = (compiler.places, compiler.fields, compiler.text)
  }

  func name(_ field: Field) -> String { String(decoding: names[field.name], as: UTF8.self) }
}

private struct Compiler {
  let text: [UInt8]
  private(set) var places: [CompiledShape.Place] = []
  private(set) var fields: [CompiledShape.Field] = []
  private var position = 0

  init(_ text: String) { self.text = Array(text.utf8) }

  /// The place that stands next. Shapes are written by hand and a few levels deep, so the recursion is bounded.
  mutating func place() -> Int {
    let index = places.count
    switch next() {
    case UInt8(ascii: "{"):
      places.append(CompiledShape.Place(kind: .object))
      position += 1
      var own: [CompiledShape.Field] = []
      while next() != UInt8(ascii: "}") {
        let name = word()
        skip(UInt8(ascii: ":"))
        own.append(CompiledShape.Field(name: name, place: place()))
        if next() == UInt8(ascii: ",") { position += 1 }
      }
      position += 1
      places[index].fields = fields.count..<fields.count + own.count
      fields += own
    case UInt8(ascii: "["): values(.list, to: UInt8(ascii: "]"))
    case UInt8(ascii: "<"): values(.map, to: UInt8(ascii: ">"))
    default: places.append(CompiledShape.Place(kind: kind(word())))
    }
    return index
  }

  private mutating func values(_ kind: CompiledShape.Kind, to end: UInt8) {
    let index = places.count
    places.append(CompiledShape.Place(kind: kind))
    position += 1
    places[index].values = place()
    skip(end)
  }

  private func kind(_ word: Range<Int>) -> CompiledShape.Kind {
    let name = String(decoding: text[word], as: UTF8.self)
    guard let kind = CompiledShape.Kind(word: name) else { preconditionFailure("\(name) is no kind of a place") }
    return kind
  }

  private mutating func word() -> Range<Int> {
    _ = next()
    let start = position
    while position < text.count, isLetter(text[position]) { position += 1 }
    precondition(start < position, "a name is missing in a shape")
    return start..<position
  }

  private mutating func skip(_ byte: UInt8) {
    precondition(next() == byte, "a shape lacks \(Character(Unicode.Scalar(byte)))")
    position += 1
  }

  /// The next byte that is not blank.
  private mutating func next() -> UInt8 {
    while position < text.count, text[position] <= 0x20 { position += 1 }
    precondition(position < text.count, "a shape ends too soon")
    return text[position]
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x30...0x39: true
    default: false
    }
  }
}
