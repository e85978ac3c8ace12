/// One key of a context file or of a project's settings.
///
/// The tables of these are data: the decoder, the errors about unknown keys, the reference in `docs/context-file.md`
/// and the JSON Schemas all come from them.
package struct ConfigurationKey: Sendable {
  package indirect enum ValueType: Sendable {
    case string, bool, integer
    /// A release: `v3.5.0`.
    case version
    case oneOf([String])
    case strings
    /// Text by text.
    case stringMap
    /// Lists of texts by text.
    case stringLists
    /// Words of a closed vocabulary by text.
    case words([String])
    case object([ConfigurationKey])
    case objects([ConfigurationKey])
    /// The controller's flags by their own names.
    case flags
    case featureGates
  }

  package var name: String
  package var type: ValueType
  /// What it says; one sentence.
  package var summary: String
  /// What stays unknown without it, or the value that counts then.
  package var otherwise: String?
  package var isRequired: Bool

  init(
    _ name: String, _ type: ValueType, _ summary: String, otherwise: String? = nil, required isRequired: Bool = false
  ) {
    self.name = name
    self.type = type
    self.summary = summary
    self.otherwise = otherwise
    self.isRequired = isRequired
  }
}
