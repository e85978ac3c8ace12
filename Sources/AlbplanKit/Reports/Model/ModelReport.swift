import LoadBalancerModel
import Manifests

/// The report of `--format model`: the controller's own stack JSON of every IngressGroup and Service, and what has none.
///
/// The keys are described in `docs/output-formats.md`. One document, compact, written piece by piece.
package struct ModelReport {
  private var writer = JSONWriter()

  /// About how many bytes go out at once.
  private static let portion = 65_536

  private var isRefused = false

  /// Writes the report; `output` takes the bytes as they come. Returns whether the controller refuses anything.
  package static func write(_ pipeline: Pipeline, to output: ([UInt8]) -> Void) -> Bool {
    var report = ModelReport()
    report.write(pipeline, output)
    return report.isRefused || pipeline.startupRefusal != nil || !pipeline.loading.withoutGroup.isEmpty
      || !pipeline.admissionDenials.isEmpty
  }

  private mutating func write(_ pipeline: Pipeline, _ output: ([UInt8]) -> Void) {
    writer.beginObject()
    if let refusal = pipeline.startupRefusal {
      writer.member("controllerRefuses", refusal)
    } else {
      writer.key("ingressGroups")
      writer.beginList()
      pipeline.forEachIngressGroup { outcome in
        write(outcome)
        if writer.count >= Self.portion { output(writer.take()) }
      }
      writer.endList()
      writer.key("services")
      writer.beginList()
      pipeline.forEachService { outcome in
        write(outcome)
        if writer.count >= Self.portion { output(writer.take()) }
      }
      writer.endList()
      writeObjectsWithoutStack(pipeline)
    }
    writer.endObject()
    writer.newline()
    output(writer.take())
  }

  private mutating func write(_ outcome: StackOutcome) {
    writer.beginObject()
    writer.member("id", outcome.id)
    // A group whose loading fails has no members that anybody knows.
    if case .ingressGroup(let group) = outcome.owner, !outcome.isRefusedAtLoading {
      writer.member("members", group.members.map(\.name.description))
    }
    switch outcome.result {
    case .plan(let stack):
      writer.key("plan")
      writer.write(stack)
      write(certificatesOf: stack)
      if !stack.assumptions.isEmpty { write(stack.assumptions) }
    case .refused(let failure):
      isRefused = true
      writer.key("refused")
      writer.beginObject()
      writer.member("stage", failure.stage.rawValue)
      writer.member("message", failure.message)
      writer.endObject()
    }
    writer.endObject()
  }

  /// The ARNs behind the anonymous references of the stack: listener id to list.
  private mutating func write(certificatesOf stack: LoadBalancerStack) {
    let listeners = stack.listeners.filter { $0.certificates.known?.isEmpty != true }
    guard !listeners.isEmpty else { return }
    writer.key("certificates")
    writer.beginObject()
    for listener in listeners {
      writer.key(listener.id)
      guard let certificates = listener.certificates.known else {
        writer.string(PlanNode.knownAfterApply)
        continue
      }
      writer.beginList()
      for certificate in certificates {
        switch certificate {
        case .existing(let arn): writer.string(arn.known ?? PlanNode.knownAfterApply)
        // AWS gives the ARN when the stack creates the certificate.
        case .managed: writer.string("?")
        }
      }
      writer.endList()
    }
    writer.endObject()
  }

  private mutating func write(_ assumptions: [Assumption]) {
    writer.key("assumptions")
    writer.beginList()
    for assumption in assumptions {
      writer.beginObject()
      writer.member("text", assumption.text)
      writer.member("dependsOn", assumption.fact.rawValue)
      writer.member("decisive", assumption.isDecisive)
      writer.endObject()
    }
    writer.endList()
  }

  private mutating func writeObjectsWithoutStack(_ pipeline: Pipeline) {
    writer.key("ingressesWithoutGroup")
    denials(pipeline.loading.withoutGroup.map { ("Ingress \($0.ingress)", $0.failure.message) })
    writer.member(
      "notManaged",
      pipeline.loading.notManaged.map { "Ingress \($0)" } + pipeline.servicesOfOthers.map { "Service \($0.service)" })
    writer.key("admission")
    denials(pipeline.admissionDenials.map { ($0.object, $0.failure.message) })
    writer.member("decodeProblems", pipeline.world.objects.problems.map(\.message))
  }

  private mutating func denials(_ denials: [(object: String, message: String)]) {
    writer.beginList()
    for denial in denials {
      writer.beginObject()
      writer.member("object", denial.object)
      writer.member("message", denial.message)
      writer.endObject()
    }
    writer.endList()
  }
}
