/// What is known of one annotation that the controller reads, or that people mistake for one.
///
/// This table is data: builder, linter, documents, completion and upgrade previews read the same values. It never
/// changes, and is a class because every look-up of the builders passes one along.
package final class AnnotationDefinition: Sendable {
  /// How the controller reads the text.
  package enum ValueType: Hashable, Sendable {
    case string, bool, int32, int64, stringList, stringMap, json
    /// A string of a closed vocabulary.
    case oneOf([String])
  }

  /// What the controller makes of a text that is not in the vocabulary.
  package enum OtherValues: Sendable {
    case refused
    /// Refused, but capitals and small letters are the same.
    case refusedIgnoringCase
    /// Copied into the model; AWS refuses it.
    case passedOn
    /// As if the annotation were absent.
    case ignored
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

  /// The kind of object that the annotation belongs to.
  package enum Location: Sendable, Hashable { case ingress, service, ingressClass, pod }

  /// The whole key. In a family the variable part is written `{name}`: `alb.ingress.kubernetes.io/actions.{name}`.
  package let key: String
  /// The key up to its variable part; the whole key where it has none.
  package let fixedPart: String
  package let type: ValueType
  /// One sentence: what it does.
  package let summary: String
  /// The controller's default as text; `nil` when nothing is set without the annotation.
  package let defaultValue: String?
  /// The default that the controller's reference names; `nil` where it names none.
  package let documentedDefault: String?
  package let locations: [Location]
  package let merge: Merge
  /// The IngressClassParams field that overrides it, below `spec`.
  package let classParametersField: String?
  /// The first release whose code reads it; `nil` for annotations that no release reads.
  package let since: ControllerVersion?
  /// The first release without it.
  package let removed: ControllerVersion?
  package let isDeprecated: Bool
  /// What to write instead of a deprecated annotation.
  package let replacement: String?
  /// Only the in-tree cloud provider reads it; the controller ignores it silently.
  package let isInTreeOnly: Bool
  /// Matters for a closed vocabulary.
  package let otherValues: OtherValues
  /// The words of the vocabulary that came later than the annotation.
  package let valuesSince: [String: ControllerVersion]
  /// Words that still work, and what to write instead.
  package let deprecatedValues: [String: String]
  /// Other keys that people write and no release reads, some of them taken from errors of the controller's own pages.
  package let aliases: [String]
  /// The controller writes it and never reads it.
  package let isWrittenByController: Bool
  /// Where the controller's reference describes it; `nil` where it does not.
  package let reference: Reference?

  package init(
    _ key: String, _ type: ValueType, summary: String, default defaultValue: String? = nil,
    documented documentedDefault: String? = nil, on locations: [Location], merge: Merge = .own,
    classParameters classParametersField: String? = nil, since: ControllerVersion?, removed: ControllerVersion? = nil,
    deprecated isDeprecated: Bool = false, use replacement: String? = nil, inTreeOnly isInTreeOnly: Bool = false,
    otherValues: OtherValues = .refused, valuesSince: [String: ControllerVersion] = [:],
    deprecatedValues: [String: String] = [:], aliases: [String] = [],
    writtenByController isWrittenByController: Bool = false, reference: Reference? = nil
  ) {
    self.key = key
    fixedPart = key.utf8.firstIndex(of: UInt8(ascii: "{")).map { String(key[..<$0]) } ?? key
    self.type = type
    self.summary = summary
    self.defaultValue = defaultValue
    self.documentedDefault = documentedDefault
    self.locations = locations
    self.merge = merge
    self.classParametersField = classParametersField
    self.since = since
    self.removed = removed
    self.isDeprecated = isDeprecated
    self.replacement = replacement
    self.isInTreeOnly = isInTreeOnly
    self.otherValues = otherValues
    self.valuesSince = valuesSince
    self.deprecatedValues = deprecatedValues
    self.aliases = aliases
    self.isWrittenByController = isWrittenByController
    self.reference = reference
  }

  /// A place in the controller's reference.
  package struct Reference: Hashable, Sendable {
    /// The page.
    package enum Guide: Sendable { case ingress, service }
    package var guide: Guide
    package var anchor: String

    package init(_ guide: Guide, _ anchor: String) {
      self.guide = guide
      self.anchor = anchor
    }

    package var url: String {
      "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/\(guide)/annotations/#\(anchor)"
    }
  }
}

extension AnnotationDefinition {
  /// The key of a family member: the text before the variable part, and `variable`.
  package func key(_ variable: String) -> String { isFamily ? fixedPart + variable : key }

  /// The key has a variable part.
  package var isFamily: Bool { fixedPart.utf8.count < key.utf8.count }

  /// The variable part of a member of this family; `nil` for any other key.
  package func variable(ofKey text: String) -> String? {
    hasMember(text) ? String(decoding: text.utf8.dropFirst(fixedPart.utf8.count), as: UTF8.self) : nil
  }

  /// Whether a key belongs to this family.
  package func hasMember(_ text: String) -> Bool {
    isFamily && text.utf8.count > fixedPart.utf8.count && text.startsBytewise(with: fixedPart)
  }
}
