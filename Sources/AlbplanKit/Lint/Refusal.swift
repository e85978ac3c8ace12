import LoadBalancerModel
import Manifests

/// A refusal by the controller, on its way to become a finding.
struct Refusal {
  var failure: BuildFailure
  /// What is not built: `IngressGroup shop/web`.
  var subject: String
  /// The object to name when the failure names no place.
  var object: String?
  /// Where to report it when the failure names no place.
  var place: SourceSpan
  /// Others that stand still with it.
  var notes: [Finding.Note] = []

  var span: SourceSpan { failure.culprits.first ?? place }

  /// The finding, when no rule has found the cause by itself.
  func finding(_ rule: LintRule) -> Finding {
    var notes = [Finding.Note(.help, FailureAdvice.text(for: failure.code))]
    for culprit in failure.culprits.dropFirst() where culprit != span {
      notes.append(Finding.Note(.note, "this belongs to it", at: culprit))
    }
    return Finding(
      rule: rule.id, severity: .error, message: "the controller refuses \(subject): \(failure.message)", span: span,
      object: object, notes: notes + self.notes)
  }

  /// What a finding of the same rule at the same place gets added: the controller's words.
  var addition: [Finding.Note] { [Finding.Note(.controller, failure.message)] + notes }
}

extension LintRule {
  /// Reports refusals that no other rule claims.
  package static let refusedByController = LintRule(
    id: "refused-by-controller",
    summary: "The controller refuses to build the load balancer.",
    rationale: "The controller writes an event and changes nothing in AWS; in an IngressGroup that holds for all "
      + "members, whoever made the mistake.",
    remedy: "Do what the finding says; the text after the colon is the controller's own.",
    severity: .error, refusals: [anyCode], flagged: [], accepted: [], check: .refusalsOnly)
}
