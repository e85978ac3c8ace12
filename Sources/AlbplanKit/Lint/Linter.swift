import LoadBalancerModel
package import Manifests

/// Runs rules over the input and over what the controller makes of it, in one walk.
///
/// The stacks are handed in while they are built, so that whoever prints them too builds them once:
/// `Pipeline.forEachIngressGroup`, `.forEachService`, then `finish()`.
package struct Linter {
  private let context: LintContext
  private let rules: RuleTable
  private var report: LintRule.Report
  private var refusals: [Refusal] = []
  /// Definitions that a rule on the whole input waits for, and that stand somewhere.
  private var met: Set<ObjectIdentifier> = []

  /// - Parameter rules: those that are to be applied; the others cost nothing.
  package init(_ pipeline: Pipeline, files: [ParsedFile], rules: [LintRule]) {
    context = LintContext(pipeline: pipeline, files: files)
    self.rules = RuleTable(rules)
    report = LintRule.Report(rules, files.map(\.source))
  }

  /// All findings for an input whose plans nobody else wants.
  package static func findings(_ pipeline: Pipeline, files: [ParsedFile], rules: [LintRule]) -> [Finding] {
    var linter = Linter(pipeline, files: files, rules: rules)
    pipeline.forEachIngressGroup { linter.look(at: $0) }
    pipeline.forEachService { linter.look(at: $0) }
    return linter.finish()
  }

  /// Looks at an IngressGroup with its members, or at a Service's load balancer.
  package mutating func look(at outcome: StackOutcome) {
    var members: [IngressSubject] = []
    if case .ingressGroup(let group) = outcome.owner {
      members = group.members.map { IngressSubject($0, handling: .member(of: group.id), in: context.world) }
      for member in members { look(at: member) }
    }
    if case .refused(let failure) = outcome.result { note(failure, of: outcome) }
    guard !rules.stacks.isEmpty else { return }
    let subject = StackSubject(outcome, members: members, context)
    for entry in rules.stacks {
      report.begin(entry.rule)
      entry.check(subject, context, &report)
    }
  }

  /// Looks at all that is in no load balancer, and gives what was found, in no order that matters.
  package mutating func finish() -> [Finding] {
    lookAtIngressesWithoutGroup()
    lookAtServices()
    lookAtClasses()
    lookAtObjects()
    for entry in rules.input where entry.condition?.contains(where: met.contains) ?? true {
      report.begin(entry.rule, limit: .max)
      entry.check(context, &report)
    }
    noteDenials()
    refusals.removeAll { refusal in
      // What is refused is not what the controller will see.
      refusal.failure.culprits.contains { report.text(at: $0)?.holdsPlaceholder == true }
    }
    var merger = FindingMerger(rules)
    for finding in report.findings { merger.add(finding) }
    for refusal in refusals { merger.add(refusal) }
    return merger.findings
  }
}

// MARK: The walk

extension Linter {
  private mutating func look(at subject: IngressSubject) {
    look(at: subject.ingress.metadata.annotations, of: .ingress(subject))
    guard subject.isHandled else { return }
    for entry in rules.ingresses {
      report.begin(entry.rule)
      entry.check(subject, context, &report)
    }
  }

  private mutating func lookAtIngressesWithoutGroup() {
    let loading = context.pipeline.loading
    let withoutGroup = Set(loading.withoutGroup.map(\.ingress))
    let notManaged = Set(loading.notManaged)
    guard !withoutGroup.isEmpty || !notManaged.isEmpty else { return }
    for ingress in context.objects.ingresses {
      let name = ingress.metadata.objectName
      if withoutGroup.contains(name) {
        look(at: IngressSubject(IngressGroupMember(ingress: ingress), handling: .withoutGroup, in: context.world))
      } else if notManaged.contains(name) {
        look(at: IngressSubject(IngressGroupMember(ingress: ingress), handling: .notManaged, in: context.world))
      }
    }
  }

  private mutating func lookAtServices() {
    for (service, classification) in zip(context.objects.services, context.pipeline.classifications) {
      let subject = ServiceSubject(
        service, classification: classification,
        isIngressBackend: context.ingressBackends.contains(service.metadata.objectName))
      look(at: service.metadata.annotations, of: .service(subject))
      for entry in rules.services {
        report.begin(entry.rule)
        entry.check(subject, context, &report)
      }
    }
  }

  private mutating func lookAtClasses() {
    for object in context.objects.ingressClasses { look(at: object.metadata.annotations, of: .ingressClass(object)) }
    for object in context.objects.ingressClassParams {
      look(at: object.metadata.annotations, of: .ingressClassParams(object))
    }
  }

  private mutating func lookAtObjects() {
    guard !rules.objects.isEmpty else { return }
    for object in context.objects.ingresses { look(at: .ingress, object.metadata) }
    for object in context.objects.services { look(at: .service, object.metadata) }
    for object in context.objects.ingressClasses { look(at: .ingressClass, object.metadata) }
    for object in context.objects.ingressClassParams { look(at: .ingressClassParams, object.metadata) }
  }

  private mutating func look(at kind: ObjectSubject.Kind, _ metadata: ObjectMetadata) {
    guard let node = metadata.node else { return }
    let subject = ObjectSubject(kind, metadata, node)
    for entry in rules.objects {
      report.begin(entry.rule, limit: .max)
      entry.check(subject, context, &report)
    }
  }

  private mutating func look(at annotations: Annotations, of carrier: AnnotationSubject.Carrier) {
    guard rules.looksAtAnnotations else { return }
    for annotation in annotations.entries {
      let definition = AnnotationCatalogue.standard.definition(forKey: annotation.key.value)
      let subject = AnnotationSubject(annotation, definition, on: carrier)
      for entry in rules.annotations {
        report.begin(entry.rule)
        entry.check(subject, context, &report)
      }
      guard let definition else { continue }
      if rules.awaited.contains(ObjectIdentifier(definition)) { met.insert(ObjectIdentifier(definition)) }
      for entry in rules.checks(of: definition) {
        report.begin(entry.rule)
        entry.check(subject, context, &report)
      }
    }
  }
}

// MARK: Refusals

extension Linter {
  private mutating func note(_ failure: BuildFailure, of outcome: StackOutcome) {
    switch outcome.owner {
    case .ingressGroup(let group):
      let members = group.members.map(\.ingress)
      guard let first = members.first ?? group.inactiveMembers.first else { return }
      let culprit = failure.culprits.first.flatMap { place in members.first { $0.metadata.span.contains(place) } }
      var refusal = Refusal(
        failure: failure, subject: "IngressGroup \(group.id)",
        object: "Ingress \((culprit ?? first).metadata.objectName)",
        place: first.metadata.name.span)
      for other in members
      where members.count > 1 && other.metadata.objectName != (culprit ?? first).metadata.objectName
        && !failure.culprits.prefix(16).contains(where: other.metadata.span.contains)
      {
        refusal.notes.append(
          Finding.Note(
            .note, "Ingress \(other.metadata.objectName) of the same group stands still with it",
            at: other.metadata.name.span))
      }
      refusals.append(refusal)
    case .service(let service):
      refusals.append(
        Refusal(
          failure: failure, subject: "Service \(service.metadata.objectName)",
          object: "Service \(service.metadata.objectName)", place: service.metadata.name.span))
    }
  }

  private mutating func noteDenials() {
    let pipeline = context.pipeline
    guard !pipeline.loading.withoutGroup.isEmpty || !pipeline.admissionDenials.isEmpty else { return }
    for entry in pipeline.loading.withoutGroup {
      guard let span = entry.failure.culprits.first else { continue }
      refusals.append(
        Refusal(
          failure: entry.failure, subject: "Ingress \(entry.ingress)", object: "Ingress \(entry.ingress)", place: span))
    }
    for denial in pipeline.admissionDenials {
      guard let span = denial.failure.culprits.first else { continue }
      refusals.append(Refusal(failure: denial.failure, subject: denial.object, object: denial.object, place: span))
    }
  }
}

extension LintRule {
  /// Stands for all kinds of refusal that no rule claims by name.
  static let anyCode: FailureCode = "*"
}
