/// What is known of one annotation that the controller reads, or that people mistake for one.
///
/// This table is data: builder, linter, documents, completion and upgrade previews read the same values.
package struct AnnotationDefinition: Sendable {
  /// How the controller reads the text.
  package enum ValueType: Sendable {
    case string, bool, int32, int64, stringList, stringMap, json
    /// A string of a closed vocabulary.
    case oneOf([String])
  }

  /// How the values of several members of a group go together.
  package enum Merge: Sendable {
    /// All members that set it must agree.
    case exclusive
    /// The values of the members are combined.
    case combined
    /// Each Ingress, backend or Service for itself.
    case own
  }

  package enum Location: Sendable, Hashable { case ingress, service, ingressClass }

  /// The whole key. In a family the variable part is written `{name}`: `alb.ingress.kubernetes.io/actions.{name}`.
  package var key: String
  package var type: ValueType
  /// The controller's default as text; `nil` when nothing is set without the annotation.
  package var defaultValue: String?
  package var locations: [Location]
  package var merge: Merge
  /// The IngressClassParams field that overrides it, below `spec`.
  package var classParametersField: String?
  /// The first release whose code reads it; `nil` for annotations that no release reads.
  package var since: ControllerVersion?
  /// The first release without it.
  package var removed: ControllerVersion?
  package var isDeprecated: Bool
  /// What to write instead of a deprecated annotation.
  package var replacement: String?
  /// Only the in-tree cloud provider reads it; the controller ignores it silently.
  package var isInTreeOnly: Bool

  package init(
    _ key: String, _ type: ValueType, default defaultValue: String? = nil, on locations: [Location], merge: Merge = .own,
    classParameters classParametersField: String? = nil, since: ControllerVersion?, removed: ControllerVersion? = nil,
    deprecated isDeprecated: Bool = false, use replacement: String? = nil, inTreeOnly isInTreeOnly: Bool = false
  ) {
    self.key = key
    self.type = type
    self.defaultValue = defaultValue
    self.locations = locations
    self.merge = merge
    self.classParametersField = classParametersField
    self.since = since
    self.removed = removed
    self.isDeprecated = isDeprecated
    self.replacement = replacement
    self.isInTreeOnly = isInTreeOnly
  }

  /// The key of a family member: the text before the variable part, and `variable`.
  package func key(_ variable: String) -> String {
    guard let brace = key.utf8.firstIndex(of: UInt8(ascii: "{")) else { return key }
    return key[..<brace] + variable
  }

  /// The key has a variable part.
  package var isFamily: Bool { key.contains("{") }
}
