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
