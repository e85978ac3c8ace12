package import Manifests

/// A flag of the controller as a user set it.
package struct FlagSetting: Sendable {
  /// The value: as the text of a command line, or in parts as a file gives them.
  package enum Value: Sendable {
    case text(String)
    case list([String])
    case map([(key: String, value: String)])
  }

  /// Without dashes; any name, known or not.
  package var name: String
  package var value: Value
  /// Where the name stands in a file; `nil` for the command line and the environment.
  package var nameSpan: SourceSpan?
  package var valueSpan: SourceSpan?

  package init(_ name: String, _ value: Value, nameSpan: SourceSpan? = nil, valueSpan: SourceSpan? = nil) {
    self.name = name
    self.value = value
    self.nameSpan = nameSpan
    self.valueSpan = valueSpan
  }

  /// Reads `NAME=VALUE`, with or without leading dashes; `NAME` alone switches a boolean flag on. `nil` for a text that
  /// is neither.
  package init?(assignment text: String) {
    let scalars = text.unicodeScalars.drop { $0 == "-" }
    guard let equals = scalars.firstIndex(of: "=") else {
      let name = String(scalars)
      guard ControllerFlag.named(name)?.type == .bool else { return nil }
      self.init(name, .text("true"))
      return
    }
    let name = String(scalars[..<equals])
    guard !name.isEmpty else { return nil }
    self.init(name, .text(String(scalars[scalars.index(after: equals)...])))
  }
}

/// A feature gate as a user set it.
package struct FeatureGateSetting: Sendable {
  /// As written; any name, known or not.
  package var name: String
  /// As written: the controller reads it with `strconv.ParseBool`.
  package var value: String
  package var nameSpan: SourceSpan?
  package var valueSpan: SourceSpan?

  package init(_ name: String, _ value: String, nameSpan: SourceSpan? = nil, valueSpan: SourceSpan? = nil) {
    self.name = name
    self.value = value
    self.nameSpan = nameSpan
    self.valueSpan = valueSpan
  }

  /// Reads `NAME=BOOL`, as one item of `--feature-gates`; `nil` without an equals sign.
  package init?(assignment text: String) {
    let scalars = text.unicodeScalars
    guard let equals = scalars.firstIndex(of: "=") else { return nil }
    self.init(
      AnnotationReader.trim(String(scalars[..<equals])),
      AnnotationReader.trim(String(scalars[scalars.index(after: equals)...])))
  }
}
