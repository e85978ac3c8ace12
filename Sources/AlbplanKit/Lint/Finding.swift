package import Manifests

/// Something that is wrong at one place of the input.
package struct Finding: Hashable, Sendable {
  /// The id of the rule: `unknown-annotation`.
  package var rule: String
  package var severity: Severity
  package var message: Message
  package var span: SourceSpan
  /// For example `Ingress shop/web`; `nil` when no object is known.
  package var object: String?
  package var notes: [Note]
  package var fix: Fix?

  package init(
    rule: String, severity: Severity, message: Message, span: SourceSpan, object: String? = nil, notes: [Note] = [],
    fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.span = span
    self.object = object
    self.notes = notes
    self.fix = fix
  }

  /// One line: lower case, no full stop; it stands alone. Rule files extend it with their own messages.
  package struct Message: Hashable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
    package var text: String
    package init(stringLiteral value: String) { text = value }
    package init(_ text: String) { self.text = text }
    package var description: String { text }
  }

  /// More about a finding: a reason, a cure, the controller's own words, or another place that belongs to it.
  package struct Note: Hashable, Sendable {
    package enum Kind: String, Sendable {
      /// Why it matters.
      case note
      /// What to do.
      case help
      /// The controller's own text, verbatim.
      case controller
    }
    package var kind: Kind
    package var text: String
    /// Another place, such as the other culprit of a conflict.
    package var span: SourceSpan?

    package init(_ kind: Kind, _ text: String, at span: SourceSpan? = nil) {
      self.kind = kind
      self.text = text
      self.span = span
    }
  }

  /// How to mend it: edits of the text that do not overlap.
  package struct Fix: Hashable, Sendable {
    package enum Applicability: String, Sendable {
      /// Keeps the meaning, or makes it what was plainly meant; `--fix` applies it.
      case safe
      /// Changes what is built; needs `--unsafe-fixes`.
      case unsafe
    }
    package var title: String
    package var applicability: Applicability
    package var edits: [Edit]

    package init(_ title: String, _ applicability: Applicability, edits: [Edit]) {
      self.title = title
      self.applicability = applicability
      self.edits = edits
    }
  }

  /// The text of `span` becomes `replacement`. An empty span inserts.
  package struct Edit: Hashable, Sendable {
    package var span: SourceSpan
    package var replacement: String

    package init(_ span: SourceSpan, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }
}
