import LoadBalancerModel
import Manifests

/// The report for machines: what `docs/schema/plan.schema.json` describes, whether written as JSON or as YAML.
struct PlanDocument {
  /// Grows by one when a reader of the former version would break; new members do not count.
  static let formatVersion = 1

  let report: PlanReport
  let files: [SourceFile]

  /// Writes the document; `flush` is called after each load balancer, so that the whole never stands in memory.
  func write<Writer: StructuredWriter>(to writer: inout Writer, flush: (inout Writer) -> Void) {
    writer.beginObject()
    writer.member("formatVersion", Self.formatVersion)
    writer.member("controllerVersion", report.world.controller.version.description)
    if let refusal = report.controllerRefusal { writer.member("controllerRefuses", refusal) }
    write(report.outcomes.filter(Self.isIngressGroup), as: "ingressGroups", to: &writer, flush: flush)
    write(report.outcomes.filter { !Self.isIngressGroup($0) }, as: "services", to: &writer, flush: flush)
    writer.list("ingressesWithoutGroup", report.ingressesWithoutGroup) { write($1, to: &$0) }
    writer.list("notManaged", report.notManaged) { writer, object in
      writer.object {
        write(object.object, to: &$0)
        $0.member("reason", object.reason)
        places("places", object.spans, to: &$0)
      }
    }
    writer.list("admission", report.admissionDenials) { write($1, to: &$0) }
    writer.list("assumptions", report.assumptions) { write($1, to: &$0) }
    writer.endObject()
    flush(&writer)
  }

  private func write<Writer: StructuredWriter>(
    _ outcomes: [StackOutcome], as name: String, to writer: inout Writer, flush: (inout Writer) -> Void
  ) {
    writer.key(name)
    writer.beginList()
    for outcome in outcomes {
      write(outcome, to: &writer)
      flush(&writer)
    }
    writer.endList()
  }

  private static func isIngressGroup(_ outcome: StackOutcome) -> Bool {
    if case .ingressGroup = outcome.owner { true } else { false }
  }

  private func write(_ outcome: StackOutcome, to writer: inout some StructuredWriter) {
    writer.beginObject()
    writer.member("id", outcome.id)
    if case .ingressGroup(let group) = outcome.owner {
      writer.list("members", group.members) { $0.string($1.name.description) }
    }
    switch outcome.result {
    case .plan(let stack): write(stack, to: &writer)
    case .refused(let failure):
      writer.object("refused") {
        $0.member("stage", failure.stage.rawValue)
        write(failure, to: &$0)
      }
    }
    writer.endObject()
  }

  private func write(_ stack: LoadBalancerStack, to writer: inout some StructuredWriter) {
    let tree = stack.tree
    writer.key("plan")
    writer.write(node: tree)
    writer.object("certificates") { writer in
      for listener in stack.listeners where listener.certificates.known?.isEmpty != true {
        writer.key(listener.id)
        guard let certificates = listener.certificates.known else {
          writer.string(PlanNode.knownAfterApply)
          continue
        }
        writer.beginList()
        for certificate in certificates { write(certificate, to: &writer) }
        writer.endList()
      }
    }
    writer.object("origins") { writer in
      tree.visit { pointer, node in
        if let origin = node.origin { write(origin, at: pointer, to: &writer) }
      }
    }
    writer.object("unknown") { writer in
      tree.visit { pointer, node in
        if case .unknown(let fact) = node.value { writer.member(pointer, fact.id) }
      }
    }
    writer.list("assumptions", stack.assumptions) { write($1, to: &$0) }
  }

  private func write(_ certificate: ListenerCertificate, to writer: inout some StructuredWriter) {
    switch certificate {
    case .existing(let arn): writer.string(arn.known ?? PlanNode.knownAfterApply)
    case .managed(let reference, _): writer.object { $0.member("$ref", reference.path) }
    }
  }

  private func write(_ origin: Origin, at pointer: String, to writer: inout some StructuredWriter) {
    writer.object(pointer) { writer in
      let (source, name) = origin.source.words
      writer.member("source", source)
      if let name { writer.member("name", name) }
      if !origin.spans.isEmpty { places("places", origin.spans, to: &writer) }
    }
  }

  private func write(_ assumption: Assumption, to writer: inout some StructuredWriter) {
    writer.object {
      $0.member("fact", assumption.fact.id)
      $0.member("text", assumption.text)
      $0.member("decisive", assumption.isDecisive)
      places("places", assumption.spans, to: &$0)
    }
  }

  private func write(_ refusal: ObjectRefusal, to writer: inout some StructuredWriter) {
    writer.object {
      write(refusal.object, to: &$0)
      write(refusal.failure, to: &$0)
    }
  }

  private func write(_ failure: BuildFailure, to writer: inout some StructuredWriter) {
    writer.member("code", failure.code.id)
    writer.member("message", failure.message)
    writer.member("advice", FailureAdvice.text(for: failure.code))
    places("culprits", failure.culprits, to: &writer)
  }

  private func write(_ object: ObjectReference, to writer: inout some StructuredWriter) {
    writer.member("kind", object.kind)
    writer.member("namespace", object.name.namespace)
    writer.member("name", object.name.name)
  }

  private func places(_ name: String, _ spans: [SourceSpan], to writer: inout some StructuredWriter) {
    writer.list(name, spans) { writer, span in
      writer.object { writer in
        writer.member("path", files.name(of: span.file))
        for (end, position) in [("start", span.start), ("end", span.end)] {
          writer.object(end) {
            $0.member("line", position.line)
            $0.member("column", position.column)
          }
        }
      }
    }
  }
}

extension Origin.Source {
  /// The kind of source, and which one of that kind.
  fileprivate var words: (source: String, name: String?) {
    switch self {
    case .annotation(let key): ("annotation", key)
    case .field(let path): ("field", path)
    case .classParameters(let path): ("classParameters", path)
    case .flag(let name): ("flag", name)
    case .featureGate(let name): ("featureGate", name)
    case .context(let key): ("context", key)
    case .controllerDefault: ("controllerDefault", nil)
    case .computed(let how): ("computed", how)
    }
  }
}

extension PlanNode {
  /// Calls the body for each node, with its JSON pointer (RFC 6901), parents first.
  fileprivate func visit(at pointer: String = "", _ body: (String, PlanNode) -> Void) {
    body(pointer, self)
    switch value {
    case .list(let nodes):
      for (index, node) in nodes.enumerated() { node.visit(at: "\(pointer)/\(index)", body) }
    case .object(let fields):
      for field in fields { field.node.visit(at: "\(pointer)/\(Self.escaped(field.name))", body) }
    case .text, .number, .boolean, .null, .unknown, .reference: break
    }
  }

  private static func escaped(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return token }
    return token.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "~": result += "~0"
      case "/": result += "~1"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
