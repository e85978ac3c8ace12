import LoadBalancerModel
import Manifests

/// The parts of the report for machines.
struct PlanDocument {
  /// Grows by one when a reader of the former version would break; new members do not count.
  static let formatVersion = 1

  /// The texts that places point into.
  let files: [SourceFile]

  func write(_ outcome: StackOutcome, to writer: inout some StructuredWriter) {
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

  func write(_ stack: LoadBalancerStack, to writer: inout some StructuredWriter) {
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

  func write(_ certificate: ListenerCertificate, to writer: inout some StructuredWriter) {
    switch certificate {
    case .existing(let arn): writer.string(arn.known ?? PlanNode.knownAfterApply)
    case .managed(let reference, _): writer.object { $0.member("$ref", reference.path) }
    }
  }

  func write(_ origin: Origin, at pointer: String, to writer: inout some StructuredWriter) {
    writer.object(pointer) { writer in
      let (source, name) = origin.source.words
      writer.member("source", source)
      if let name { writer.member("name", name) }
      if !origin.spans.isEmpty { places("places", origin.spans, to: &writer) }
    }
  }

  func write(_ assumption: Assumption, to writer: inout some StructuredWriter) {
    writer.object {
      $0.member("fact", assumption.fact.id)
      $0.member("text", assumption.text)
      $0.member("decisive", assumption.isDecisive)
      places("places", assumption.spans, to: &$0)
    }
  }

  func write(_ object: String, _ failure: BuildFailure, to writer: inout some StructuredWriter) {
    writer.object {
      $0.member("object", object)
      write(failure, to: &$0)
    }
  }

  func write(_ failure: BuildFailure, to writer: inout some StructuredWriter) {
    writer.member("code", failure.code.id)
    writer.member("message", failure.message)
    writer.member("advice", FailureAdvice.text(for: failure.code))
    places("culprits", failure.culprits, to: &writer)
  }

  func places(_ name: String, _ spans: [SourceSpan], to writer: inout some StructuredWriter) {
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
