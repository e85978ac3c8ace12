package import LoadBalancerModel

/// A rule of the linter: what it looks for and all that is to be said about it.
///
/// A rule is a constant in a file of its own under `Rules/`. It holds no state, reads no file and knows nothing of
/// suppression or formats: those happen once, afterwards, on the list of findings. It never changes, and is a class
/// because it is passed along for each thing that it looks at.
package final class LintRule: Sendable {
  /// The bad pattern in words, stable for ever: `unknown-annotation`.
  package let id: String
  /// One sentence: what is wrong when the rule reports.
  package let summary: String
  /// Why it matters: what the controller, AWS or the API server does, and where that is written.
  package let rationale: String
  /// How to mend it, in a sentence or two.
  package let remedy: String
  /// That of its cases that do not say otherwise. A rule of advice is not even applied unless it is chosen, so that all
  /// its cases are advice; a refusal by the controller is an error under any rule.
  package let severity: Severity
  /// The entries of the catalogue of mistakes that it covers: `M010`.
  package let mistakes: [String]
  /// The albplan release that brought it.
  package let since: String
  /// The kinds of refusal by the controller that are reported under this rule.
  package let refusals: [FailureCode]
  /// The kinds of refusal that another rule reports, and whose cause this rule may have found at the same place: its
  /// finding then gets the controller's words, and the other rule is silent.
  package let explains: [FailureCode]
  /// Complete manifests that the rule reports, at least once each.
  package let flagged: [Example]
  /// Complete manifests on which it is silent.
  package let accepted: [Example]
  package let check: Check

  /// A manifest, and the context that it needs.
  package struct Example: Sendable, ExpressibleByStringLiteral {
    package var manifest: String
    package var context: String?
    /// The source text under each of the rule's findings, in order; `nil` where the rule is only to report something.
    package var marks: [String]?
    /// The manifest after all fixes of the rule, the unsafe ones too.
    package var fixed: String?

    package init(_ manifest: String, context: String? = nil, marks: [String]? = nil, fixed: String? = nil) {
      self.manifest = manifest
      self.context = context
      self.marks = marks
      self.fixed = fixed
    }

    package init(stringLiteral value: String) { self.init(value) }
  }

  /// What a rule looks at; one walk over the input serves all rules.
  package enum Check: Sendable {
    /// Each annotation of an Ingress, Service, IngressClass or IngressClassParams.
    case annotations(@Sendable (AnnotationSubject, LintContext, inout Report) -> Void)
    /// Each annotation of these definitions: most rules know which ones they are about.
    case values(of: [AnnotationDefinition], @Sendable (AnnotationSubject, LintContext, inout Report) -> Void)
    /// Each Ingress, Service, IngressClass and IngressClassParams as it is written.
    case objects(@Sendable (ObjectSubject, LintContext, inout Report) -> Void)
    /// Each Ingress that is meant for the controller.
    case ingresses(@Sendable (IngressSubject, LintContext, inout Report) -> Void)
    /// Each Service of the input.
    case services(@Sendable (ServiceSubject, LintContext, inout Report) -> Void)
    /// Each IngressGroup or Service of the controller with what it makes of it.
    case stacks(@Sendable (StackSubject, LintContext, inout Report) -> Void)
    /// The whole input, once.
    case input(@Sendable (LintContext, inout Report) -> Void)
    /// The whole input, once, if one of these annotations stands in it somewhere.
    case inputHolding([AnnotationDefinition], @Sendable (LintContext, inout Report) -> Void)
    /// Each of these: what is said in several ways, by annotations and by fields of a class.
    case several([Check])
    /// Reported only by way of `refusals`.
    case refusalsOnly
  }

  package init(
    id: String, summary: String, rationale: String, remedy: String, severity: Severity, mistakes: [String] = [],
    since: String = "0.1", refusals: [FailureCode] = [], explains: [FailureCode] = [], flagged: [Example],
    accepted: [Example], check: Check
  ) {
    self.id = id
    self.summary = summary
    self.rationale = rationale
    self.remedy = remedy
    self.severity = severity
    self.mistakes = mistakes
    self.since = since
    self.refusals = refusals
    self.explains = explains
    self.flagged = flagged
    self.accepted = accepted
    self.check = check
  }
}
