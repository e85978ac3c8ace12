import LoadBalancerModel
import Manifests

extension OutlineSection {
  /// What to say of a stack that the controller refuses: its words, the place, the cure, and who is frozen with it.
  ///
  /// A brief one follows a finding that shows the place and the cure.
  static func refusal(_ failure: BuildFailure, of owner: StackOutcome.Owner, isBrief: Bool) -> OutlineSection {
    let verdict = failure.stage == .panic ? "the controller crashes" : "refused by the controller"
    var section = OutlineSection("\(owner.loadBalancerKind) for \(owner.words): \(verdict, .refused)")
    if failure.stage == .panic {
      section.paragraph("\(verbatim: failure.message)")
    } else {
      section.items.append(.quotation(failure.message))
    }
    section.show(failure, isBrief: isBrief)
    section.line("where it shows", failure.stage.visibility(for: owner))
    let innocent = owner.members(without: failure.culprits)
    if !innocent.isEmpty {
      let them = innocent.count == 1 ? "it" : "them"
      section.line(
        "frozen with it",
        "\(innocent.joined()): no change to \(words: them) reaches AWS until this is mended"
      )
    }
    section.line("until then", "the load balancer, if there is one already, stays as it is")
    return section
  }

  /// What to say of an object that a webhook of the controller denies.
  static func denial(_ denial: AdmissionDenial, isBrief: Bool) -> OutlineSection {
    section(
      denial.object, "denied by the controller's webhook", denial.failure, isBrief: isBrief,
      so: "the API server does not accept it; all else is worked out as if it did")
  }

  /// What to say of an Ingress that is in no group.
  static func leftOut(_ ingress: IngressWithoutGroup, isBrief: Bool) -> OutlineSection {
    section(
      "Ingress \(ingress.ingress)", "left out of every load balancer", ingress.failure, isBrief: isBrief,
      so: "it has no effect; event FailedLoadGroupID on the Ingress")
  }

  /// What to say of a controller that does not start.
  static func startupRefusal(_ message: String, hint: String?) -> OutlineSection {
    var section = OutlineSection("The controller: \("does not start with these flags", .refused)")
    section.items.append(.quotation(message))
    if let hint { section.line("hint", "\(words: hint)") }
    return section
  }

  private static func section(
    _ object: String, _ verdict: String, _ failure: BuildFailure, isBrief: Bool, so consequence: PlanText
  ) -> OutlineSection {
    var section = OutlineSection("\(verbatim: object): \(verdict, .refused)")
    section.items.append(.quotation(failure.message))
    section.show(failure, isBrief: isBrief)
    section.line("so", consequence)
    return section
  }

  /// Where a failure comes from and what to do about it.
  private mutating func show(_ failure: BuildFailure, isBrief: Bool) {
    if isBrief {
      line(
        "what to do",
        failure.culprits.isEmpty ? "\(words: FailureAdvice.text(for: failure.code))" : "see the finding above")
    } else {
      if !failure.culprits.isEmpty { items.append(.excerpts(failure.culprits)) }
      line("what to do", "\(words: FailureAdvice.text(for: failure.code))")
    }
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
