/// A Go type into which the controller decodes JSON: data for the decoder, for lint, documents and completion.
package indirect enum GoType: Sendable {
  /// `string`, or a named string type such as `ingress.ActionType`.
  case string(named: String? = nil)
  case bool
  case int32
  case int64
  /// `intstr.IntOrString` of the Kubernetes libraries.
  case intOrString
  case pointer(GoType)
  case slice(GoType)
  /// `map[string]T`.
  case map(GoType)
  case structure(GoStructure)

  package static let string = GoType.string(named: nil)

  /// The type as Go's `reflect.Type.String` prints it.
  package var description: String {
    switch self {
    case .string(let name): name ?? "string"
    case .bool: "bool"
    case .int32: "int32"
    case .int64: "int64"
    case .intOrString: "intstr.IntOrString"
    case .pointer(let element): "*\(element.description)"
    case .slice(let element): "[]\(element.description)"
    case .map(let element): "map[string]\(element.description)"
    case .structure(let structure): "\(structure.package).\(structure.name)"
    }
  }

  /// `null` means something to it.
  var isNilable: Bool {
    switch self {
    case .pointer, .slice, .map: true
    default: false
    }
  }

  /// What an integer type holds; `nil` for other types.
  var integerLimits: ClosedRange<Int64>? {
    switch self {
    case .int32: Int64(Int32.min)...Int64(Int32.max)
    case .int64: Int64.min...Int64.max
    default: nil
    }
  }
}

/// A Go structure: its names and its fields in the order of the source.
package struct GoStructure: Sendable {
  /// The last element of the import path: `ingress`.
  package var package: String
  package var name: String
  package var fields: [GoField]

  package init(_ package: String, _ name: String, _ fields: [GoField]) {
    self.package = package
    self.name = name
    self.fields = fields
  }

  /// The field that a key of a JSON object means: the one of exactly this name, else the first that differs in case
  /// only.
  package func index(ofKey key: String) -> Int? {
    if let exact = fields.firstIndex(where: { $0.name.utf8.elementsEqual(key.utf8) }) { return exact }
    return fields.firstIndex { Self.equalFold($0.name, key) }
  }

  /// Go's case folding, for names of ASCII letters: besides the other case, two characters fold to a letter.
  private static func equalFold(_ name: String, _ key: String) -> Bool {
    name.unicodeScalars.elementsEqual(key.unicodeScalars) { fold($0) == fold($1) }
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "a"..."z": Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value) - 0x20)
    // Long s and the Kelvin sign.
    case "\u{17F}": "S"
    case "\u{212A}": "K"
    default: scalar
    }
  }
}

/// One field of a Go structure.
package struct GoField: Sendable {
  /// The name in JSON.
  package var name: String
  package var type: GoType

  package init(_ name: String, _ type: GoType) {
    self.name = name
    self.type = type
  }
}
