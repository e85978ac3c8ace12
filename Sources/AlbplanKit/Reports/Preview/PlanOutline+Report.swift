import LoadBalancerModel
import Manifests

extension PlanOutline {
  /// Puts a whole report into words.
  init(_ report: PlanReport) {
    var counts = Counts()
    if let refusal = report.controllerRefusal {
      var section = OutlineSection("The controller: \("does not start with these flags", .refused)")
      section.items.append(.quotation(refusal))
      sections.append(section)
    }
    for outcome in report.outcomes {
      switch outcome.result {
      case .plan(let stack):
        sections += StackWords(stack, owner: outcome.owner, world: report.world).sections()
        counts.add(stack)
      case .refused(let failure):
        sections.append(.refusal(failure, of: outcome.owner))
        counts.refused &+= 1
      }
    }
    for denial in report.admissionDenials {
      sections.append(
        .refusal(
          denial, verdict: "denied by the controller's webhook",
          consequence: "the API server does not accept it; its plan is shown as if the webhook were off"))
      counts.denied &+= 1
    }
    for refusal in report.ingressesWithoutGroup {
      sections.append(
        .refusal(
          refusal, verdict: "left out of every load balancer",
          consequence: "it has no effect; event FailedLoadGroupID on the Ingress"))
      counts.leftOut &+= 1
    }
    if !report.notManaged.isEmpty { sections.append(Self.notManaged(report.notManaged)) }
    notes = Self.notes(report)
    summary = counts.summary
  }

  private static func notManaged(_ objects: [UnmanagedObject]) -> OutlineSection {
    var section = OutlineSection("Not handled by the controller")
    for entry in objects {
      let reason: PlanText = entry.reason.isEmpty ? "" : ": \(words: entry.reason)"
      let spans = entry.spans.isEmpty ? (entry.object.span.map { [$0] } ?? []) : entry.spans
      section.items.append(.point("\(entry.object.words)\(reason)", origins: [Origin(.field("metadata"), at: spans)]))
    }
    return section
  }

  /// What the plans rest on: each assumption once, and the facts that would make unknown values known.
  private static func notes(_ report: PlanReport) -> [OutlineSection] {
    var assumed = OutlineSection("Taken for granted")
    var missing: Set<UnknownFact> = []
    var seen: Set<String> = []
    func add(_ assumptions: [Assumption]) {
      for assumption in assumptions where seen.insert(assumption.text).inserted {
        let text: PlanText =
          assumption.isDecisive
          ? "\(words: assumption.text); \("otherwise the controller may refuse", .caution)" : "\(words: assumption.text)"
        assumed.items.append(.point(text, origins: [Origin(.field(""), at: assumption.spans)]))
      }
    }
    for outcome in report.outcomes {
      guard case .plan(let stack) = outcome.result else { continue }
      add(stack.assumptions)
      stack.tree.collectMissingFacts(into: &missing)
    }
    add(report.assumptions)
    let groups = report.outcomes.compactMap(\.explicitGroupName)
    if !groups.isEmpty, !report.world.isComplete {
      let names = groups.map { PlanText(verbatim: $0) }.joined("and")
      assumed.items.append(
        .point("IngressGroup \(names): no other Ingress of the cluster is a member", origins: []))
    }
    var unknown = OutlineSection("Still unknown, and what would tell")
    for fact in UnknownFact.allCases where missing.contains(fact) {
      unknown.items.append(.point("\(words: fact.rawValue): \(words: fact.remedy)", origins: []))
    }
    return [assumed, unknown].filter { !$0.items.isEmpty }
  }
}

extension StackOutcome {
  /// The name of a planned group that further Ingresses of the cluster may belong to.
  fileprivate var explicitGroupName: String? {
    guard case .plan = result, case .ingressGroup(let group) = owner, case .explicit(let name) = group.id else {
      return nil
    }
    return name
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

/// What the last line counts.
private struct Counts {
  var applicationLoadBalancers = 0
  var networkLoadBalancers = 0
  var refused = 0
  var denied = 0
  var leftOut = 0

  mutating func add(_ stack: LoadBalancerStack) {
    for loadBalancer in stack.loadBalancers {
      if loadBalancer.type == .application { applicationLoadBalancers &+= 1 } else { networkLoadBalancers &+= 1 }
    }
  }

  var summary: PlanText {
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
    add(denied, "denied at admission", "denied at admission", .refused)
    add(leftOut, "Ingress left out", "Ingresses left out", .refused)
    return parts.isEmpty ? "Plan: no load balancer." : "Plan: \(parts.joined())."
  }
}
