import LoadBalancerModel
import Manifests

/// What a preview says at its end, once for all load balancers: gathered while they pass by.
struct PlanNotes {
  private var assumptions: [Assumption] = []
  private var seenAssumptions: Set<String> = []
  private var missingFacts: Set<UnknownFact> = []
  private var openGroups: [String] = []
  private var applicationLoadBalancers = 0
  private var networkLoadBalancers = 0
  private var refused = 0
  private var hasOutcomes = false

  mutating func add(_ outcome: StackOutcome) {
    hasOutcomes = true
    guard case .plan(let stack) = outcome.result else {
      refused &+= 1
      return
    }
    for loadBalancer in stack.loadBalancers {
      if loadBalancer.type == .application { applicationLoadBalancers &+= 1 } else { networkLoadBalancers &+= 1 }
    }
    for assumption in stack.assumptions where seenAssumptions.insert(assumption.text).inserted {
      assumptions.append(assumption)
    }
    stack.tree.collectMissingFacts(into: &missingFacts)
    if case .ingressGroup(let group) = outcome.owner, case .explicit(let name) = group.id { openGroups.append(name) }
  }

  /// What has no load balancer, then what the plans rest on.
  func sections(_ context: PlanContext, _ options: PreviewOptions) -> [OutlineSection] {
    var sections: [OutlineSection] = []
    if let refusal = context.startupRefusal { sections.append(.startupRefusal(refusal, hint: context.startupHint)) }
    sections += context.admissionDenials.map { .denial($0, isBrief: options.followsFindings) }
    sections += context.ingressesWithoutGroup.map { .leftOut($0, isBrief: options.followsFindings) }
    sections += [unmanaged(context), takenForGranted(context), stillUnknown].filter { !$0.items.isEmpty }
    return sections
  }

  private func unmanaged(_ context: PlanContext) -> OutlineSection {
    var section = OutlineSection("Not handled by the controller")
    for entry in context.unmanaged(besideOthers: hasOutcomes) {
      let reason: PlanText = entry.reason.isEmpty ? "" : ": \(words: entry.reason)"
      section.items.append(
        .point("\(verbatim: entry.object)\(reason)", origins: .places(entry.spans)))
    }
    return section
  }

  private func takenForGranted(_ context: PlanContext) -> OutlineSection {
    var section = OutlineSection("Taken for granted")
    for assumption in assumptions {
      let consequence: PlanText =
        assumption.isDecisive ? "; \("otherwise the controller may refuse", .caution)" : ""
      section.items.append(
        .point("\(words: assumption.text)\(consequence)", origins: .places(assumption.spans)))
    }
    if !openGroups.isEmpty, !context.world.isComplete {
      let names = openGroups.map { PlanText(verbatim: $0) }.joined("and")
      section.items.append(.point("IngressGroup \(names): no other Ingress of the cluster is a member", origins: []))
    }
    return section
  }

  /// The facts that would make unknown values known.
  private var stillUnknown: OutlineSection {
    var section = OutlineSection("Still unknown, and what would tell")
    for fact in UnknownFact.allCases where missingFacts.contains(fact) {
      section.items.append(.point("\(words: fact.rawValue): \(words: fact.remedy)", origins: []))
    }
    return section
  }

  /// The whole result in one line.
  func summary(_ context: PlanContext) -> PlanText {
    var parts: [PlanText] = []
    func add(_ count: Int, _ one: String, _ many: String, _ mark: PlanMark? = nil) {
      guard count > 0 else { return }
      var part = PlanText()
      part.add(words: "\(count) \(count == 1 ? one : many)", mark)
      parts.append(part)
    }
    add(applicationLoadBalancers, "ALB", "ALBs")
    add(networkLoadBalancers, "NLB", "NLBs")
    add(refused, "refused", "refused", .refused)
    add(context.admissionDenials.count, "denied at admission", "denied at admission", .refused)
    add(context.ingressesWithoutGroup.count, "Ingress left out", "Ingresses left out", .refused)
    return parts.isEmpty ? "Plan: no load balancer." : "Plan: \(parts.joined())."
  }
}

extension Array<Origin> {
  /// The places alone, where there are any.
  fileprivate static func places(_ spans: [SourceSpan]) -> [Origin] {
    spans.isEmpty ? [] : [Origin(.field("metadata"), at: spans)]
  }
}

extension PlanNode {
  /// Gathers the facts that unknown values of this tree wait for. The tree is a few levels deep by construction.
  fileprivate func collectMissingFacts(into facts: inout Set<UnknownFact>) {
    switch value {
    case .unknown(let fact): facts.insert(fact)
    case .list(let nodes): for node in nodes { node.collectMissingFacts(into: &facts) }
    case .object(let fields): for field in fields { field.node.collectMissingFacts(into: &facts) }
    case .text, .number, .boolean, .null, .reference: break
    }
  }
}
