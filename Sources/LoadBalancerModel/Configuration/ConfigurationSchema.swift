import Manifests

/// The JSON Schemas (draft-07) of the files that users write, made from the tables of keys.
package enum ConfigurationSchema: String, CaseIterable, Sendable {
  case contextFile = "context-file"
  case projectSettings = "project-settings"

  /// The name of the schema's file under `docs/schema`.
  package var fileName: String { "\(rawValue).schema.json" }

  private var title: String {
    switch self {
    case .contextFile: "albplan context file"
    case .projectSettings: "albplan project settings (.albplan.yaml)"
    }
  }

  private var description: String {
    switch self {
    case .contextFile: "What manifests do not hold and the AWS Load Balancer Controller knows: its flags, and facts of AWS."
    case .projectSettings: "A project's settings: the keys of a context file, and those of the linter and the output."
    }
  }

  private var keys: [ConfigurationKey] {
    switch self {
    case .contextFile: ConfigurationKey.contextFile
    case .projectSettings: ConfigurationKey.projectSettings
    }
  }

  /// The schema as text, with a line break at its end.
  package var text: String {
    var writer = JSONWriter(layout: .indented(2), escapesHTML: false)
    writer.beginObject()
    writer.member("$schema", "http://json-schema.org/draft-07/schema#")
    writer.member("$id", "https://albplan.dev/schema/\(fileName)")
    writer.member("title", title)
    writer.member("description", description)
    writer.writeMembers(ofObject: keys)
    writer.endObject()
    writer.newline()
    return writer.text
  }
}

extension JSONWriter {
  /// The members of a schema for a mapping with these keys.
  fileprivate mutating func writeMembers(ofObject keys: [ConfigurationKey]) {
    member("type", "object")
    member("additionalProperties", false)
    let required = keys.filter(\.isRequired).map(\.name)
    if !required.isEmpty { member("required", required) }
    key("properties")
    beginObject()
    for key in keys {
      self.key(key.name)
      beginObject()
      member("description", key.otherwise.map { "\(key.summary) Without it: \($0)." } ?? key.summary)
      writeMembers(of: key.type)
      endObject()
    }
    endObject()
  }

  private mutating func writeMembers(of type: ConfigurationKey.ValueType) {
    switch type {
    case .string: member("type", "string")
    case .bool: member("type", "boolean")
    case .integer: member("type", "integer")
    case .version:
      member("type", ["string", "number"])
      member("pattern", "^v?[0-9]+\\.[0-9]+(\\.[0-9]+)?$")
    case .oneOf(let words): member("enum", words)
    case .strings: writeList(of: .string)
    case .stringMap: writeMap(of: .string)
    case .stringLists: writeMap(of: .strings)
    case .words(let words): writeMap(of: .oneOf(words))
    case .object(let keys): writeMembers(ofObject: keys)
    case .objects(let keys): writeList(of: .object(keys))
    case .flags: writeFlags()
    case .featureGates: writeFeatureGates()
    }
  }

  private mutating func writeList(of type: ConfigurationKey.ValueType) {
    member("type", "array")
    writeSchema("items", of: type)
  }

  private mutating func writeMap(of type: ConfigurationKey.ValueType) {
    member("type", "object")
    writeSchema("additionalProperties", of: type)
  }

  private mutating func writeSchema(_ name: String, of type: ConfigurationKey.ValueType) {
    key(name)
    beginObject()
    writeMembers(of: type)
    endObject()
  }

  private mutating func writeFlags() {
    member("type", "object")
    member("additionalProperties", false)
    key("properties")
    beginObject()
    for flag in ControllerFlag.all {
      key(flag.name)
      beginObject()
      if let effect = flag.effect { member("description", effect) }
      switch flag.type {
      case .string, .duration, .throttle: member("type", "string")
      case .bool: member("type", "boolean")
      case .int: member("type", "integer")
      case .list: writeAlternatives(.string, .strings)
      case .map: writeAlternatives(.string, .stringMap)
      case .featureGates: writeAlternatives(.string, .featureGates)
      }
      endObject()
    }
    endObject()
  }

  private mutating func writeAlternatives(_ types: ConfigurationKey.ValueType...) {
    key("anyOf")
    beginList()
    for type in types {
      beginObject()
      writeMembers(of: type)
      endObject()
    }
    endList()
  }

  private mutating func writeFeatureGates() {
    member("type", "object")
    member("additionalProperties", false)
    key("properties")
    beginObject()
    for gate in FeatureGate.allCases {
      key(gate.rawValue)
      beginObject()
      member("type", "boolean")
      member("default", gate.isOnByDefault)
      if let effect = gate.effect { member("description", effect) }
      endObject()
    }
    endObject()
  }
}
