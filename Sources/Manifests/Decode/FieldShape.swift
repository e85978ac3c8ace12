/// What the API server takes in a place of an object.
indirect enum FieldShape: Sendable {
  case string, boolean, int32, int64, intOrString, time
  case anything
  case object(ObjectShape)
  case list(FieldShape)
  /// A mapping with any keys, whose values have this shape.
  case map(FieldShape)

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

/// The fields of one type of the Kubernetes API.
final class ObjectShape: Sendable {
  struct Field: Sendable {
    let name: String
    let shape: FieldShape
  }

  let fields: [Field]

  init(_ fields: KeyValuePairs<String, FieldShape>) {
    self.fields = fields.map { Field(name: $0.key, shape: $0.value) }
  }
}
