import LoadBalancerModel
import Manifests

extension OutlineSection {
  /// What to say of a stack that the controller refuses: its words, the place, the cure, and who is frozen with it.
  static func refusal(_ failure: BuildFailure, of owner: StackOutcome.Owner) -> OutlineSection {
    let verdict = failure.stage == .panic ? "the controller crashes" : "refused by the controller"
    var section = OutlineSection("\(owner.loadBalancerKind) for \(owner.words): \(verdict, .refused)")
    if failure.stage == .panic {
      section.paragraph("\(verbatim: failure.message)")
    } else {
      section.items.append(.quotation(failure.message))
    }
    if !failure.culprits.isEmpty { section.items.append(.excerpts(failure.culprits)) }
    section.line("what to do", "\(words: FailureAdvice.text(for: failure.code))")
    section.line("where it shows", failure.stage.visibility(for: owner))
    let innocent = owner.members(without: failure.culprits)
    if !innocent.isEmpty {
      section.line(
        "frozen with it",
        "\(innocent.joined()): no change of theirs reaches AWS until this is mended")
    }
    section.line("until then", "the load balancer, if there is one already, stays as it is")
    return section
  }

  /// What to say of an object that the controller or its webhook refuses.
  static func refusal(_ refusal: ObjectRefusal, verdict: String, consequence: PlanText) -> OutlineSection {
    var section = OutlineSection("\(refusal.object.words): \(verdict, .refused)")
    section.items.append(.quotation(refusal.failure.message))
    if !refusal.failure.culprits.isEmpty { section.items.append(.excerpts(refusal.failure.culprits)) }
    section.line("what to do", "\(words: FailureAdvice.text(for: refusal.failure.code))")
    section.line("so", consequence)
    return section
  }
}

extension BuildFailure.Stage {
  fileprivate func visibility(for owner: StackOutcome.Owner) -> PlanText {
    switch (self, owner) {
    case (.load, _): "in the controller's log only; no event"
    case (.build, .ingressGroup(let group)) where group.members.count > 1: "event FailedBuildModel on every member"
    case (.build, .ingressGroup): "event FailedBuildModel on the Ingress"
    case (.build, .service): "event FailedBuildModel on the Service"
    case (.panic, _): "a panic in the controller's log; no event"
    }
  }
}

extension StackOutcome.Owner {
  /// The members that hold none of these places: they suffer for the others.
  fileprivate func members(without culprits: [SourceSpan]) -> [PlanText] {
    guard case .ingressGroup(let group) = self, group.members.count > 1 else { return [] }
    let innocent = group.members.filter { member in
      !culprits.contains { member.ingress.metadata.span.contains($0) }
    }
    // A failure whose place is elsewhere, a Service say, freezes all of them.
    return innocent.map { PlanText(verbatim: $0.name.description) }
  }
}

extension SourceSpan {
  fileprivate func contains(_ other: SourceSpan) -> Bool {
    file == other.file && start <= other.start && other.end <= end
  }
}

extension ObjectReference {
  /// `Ingress shop/web`.
  var words: PlanText { "\(words: kind) \(verbatim: name.description)" }
}
