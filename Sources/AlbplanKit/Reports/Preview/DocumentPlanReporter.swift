import LoadBalancerModel
import Manifests

/// Writes the report for machines: what `docs/schema/plan.schema.json` describes, whether written as JSON or as YAML.
struct DocumentPlanReporter<Writer: StructuredWriter>: PlanReporter {
  private let context: PlanContext
  private let parts: PlanDocument
  private var writer: Writer
  private var part = Part.head
  private var hasOutcomes = false

  /// How far the document is written.
  private enum Part { case head, ingressGroups, services }

  init(_ context: PlanContext, _ sources: PreviewSources, _ writer: Writer) {
    self.context = context
    self.writer = writer
    parts = PlanDocument(files: sources.files)
  }

  mutating func add(_ outcome: StackOutcome, to out: inout some TextOutputStream) {
    if case .ingressGroup = outcome.owner { proceed(to: .ingressGroups) } else { proceed(to: .services) }
    hasOutcomes = true
    parts.write(outcome, to: &writer)
    flush(to: &out)
  }

  mutating func finish(to out: inout some TextOutputStream) {
    proceed(to: .services)
    writer.endList()
    let parts = parts
    writer.list("ingressesWithoutGroup", context.ingressesWithoutGroup) {
      parts.write("Ingress \($1.ingress)", $1.failure, to: &$0)
    }
    writer.list("notManaged", context.unmanaged(besideOthers: hasOutcomes)) { writer, object in
      writer.object {
        $0.member("object", object.object)
        $0.member("reason", object.reason)
        parts.places("places", object.spans, to: &$0)
      }
    }
    writer.list("admission", context.admissionDenials) { parts.write($1.object, $1.failure, to: &$0) }
    writer.endObject()
    writer.endDocument()
    flush(to: &out)
  }

  /// Writes what stands before a part of the document, if it does not stand there yet.
  private mutating func proceed(to target: Part) {
    if part == .head {
      writer.beginObject()
      writer.member("formatVersion", PlanDocument.formatVersion)
      writer.member("controllerVersion", ControllerVersion.reference.description)
      if let refusal = context.startupRefusal { writer.member("controllerRefuses", refusal) }
      writer.key("ingressGroups")
      writer.beginList()
      part = .ingressGroups
    }
    if part == .ingressGroups, target == .services {
      writer.endList()
      writer.key("services")
      writer.beginList()
      part = .services
    }
  }

  private mutating func flush(to out: inout some TextOutputStream) {
    out.write(String(decoding: writer.take(), as: UTF8.self))
  }
}
