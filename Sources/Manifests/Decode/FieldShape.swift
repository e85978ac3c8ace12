/// What the API server takes in a place of an object.
indirect enum FieldShape: Sendable {
  case string, boolean, int32, int64, intOrString, time
  case anything
  case object(ObjectShape)
  case list(FieldShape)
  /// A mapping with any keys, whose values have this shape.
  case map(FieldShape)
}

/// The fields of one type of the Kubernetes API.
final class ObjectShape: Sendable {
  let fields: [(name: String, shape: FieldShape)]

  init(_ fields: KeyValuePairs<String, FieldShape>) { self.fields = fields.map { ($0.key, $0.value) } }
}

/// The shape of a whole object as flat tables, which can be walked without counting references.
final class CompiledShape: Sendable {
  enum Kind: UInt8 {
    case string, boolean, int32, int64, intOrString, time, anything, object, list, map

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
    /// Where the name's bytes stand in `names`.
    var name: Range<Int>
    var place: Int
  }

  let places: [Place]
  let fields: [Field]
  let names: [UInt8]

  /// Index of the place of the whole object.
  let root = 0

  init(_ shape: ObjectShape) {
    var compiler = Compiler()
    _ = compiler.add(.object(shape))
    (places, fields, names) = (compiler.places, compiler.fields, compiler.names)
  }

  func name(_ field: Field) -> String { String(decoding: names[field.name], as: UTF8.self) }

  private struct Compiler {
    var places: [Place] = []
    var fields: [Field] = []
    var names: [UInt8] = []

    /// Shapes are written by hand and a few levels deep, so the recursion is bounded.
    mutating func add(_ shape: FieldShape) -> Int {
      let index = places.count
      switch shape {
      case .string: places.append(Place(kind: .string))
      case .boolean: places.append(Place(kind: .boolean))
      case .int32: places.append(Place(kind: .int32))
      case .int64: places.append(Place(kind: .int64))
      case .intOrString: places.append(Place(kind: .intOrString))
      case .time: places.append(Place(kind: .time))
      case .anything: places.append(Place(kind: .anything))
      case .list(let element):
        places.append(Place(kind: .list))
        places[index].values = add(element)
      case .map(let value):
        places.append(Place(kind: .map))
        places[index].values = add(value)
      case .object(let object):
        places.append(Place(kind: .object))
        let children = object.fields.map { (name: $0.name, place: add($0.shape)) }
        places[index].fields = fields.count..<fields.count + children.count
        for child in children {
          let start = names.count
          names += child.name.utf8
          fields.append(Field(name: start..<names.count, place: child.place))
        }
      }
      return index
    }
  }
}
