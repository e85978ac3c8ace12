import AlbplanKit
import LoadBalancerModel
import Manifests

/// What is written of plans, and what must hold of it.
extension PipelineProbe {
  mutating func writeModel(_ pipeline: Pipeline) {
    stage("model")
    var bytes: [UInt8] = []
    _ = ModelReport.write(pipeline) { bytes += $0 }
    takeJSON(bytes, "model")
  }

  mutating func writePreviews(_ pipeline: Pipeline, _ sources: PreviewSources) {
    let plain = PreviewOptions(width: 80, showsOrigins: true)
    if writes(oneOf: 4) {
      stage("text")
      let text = preview(pipeline, .text, sources, plain)
      take(text, "text")
      let control = extent.contains(.outputs) ? text.first { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F } : nil
      expect(control == nil, "the text holds a control character \(control ?? 0)")
    }
    if writes(oneOf: 4) {
      stage("coloured text")
      take(preview(pipeline, .text, sources, PreviewOptions(hasColour: true, isASCIIOnly: true)), "coloured text")
    }
    if writes(oneOf: 4) {
      stage("markdown")
      let limit = 65_536
      let markdown = preview(pipeline, .markdown, sources, PreviewOptions(showsOrigins: true, maximumLength: limit))
      take(markdown, "markdown")
      expect(markdown.count { $0 & 0xC0 != 0x80 } <= limit, "markdown is longer than a comment")
    }
    if writes(oneOf: 4) { writeDocuments(pipeline, sources, plain) }
  }

  /// JSON and YAML, which are one document in two notations.
  private mutating func writeDocuments(_ pipeline: Pipeline, _ sources: PreviewSources, _ options: PreviewOptions) {
    stage("json")
    let json = preview(pipeline, .json, sources, options)
    takeJSON(json, "json")
    stage("yaml")
    let yaml = preview(pipeline, .yaml, sources, options)
    take(yaml, "yaml")
    guard extent.contains(.outputs) else { return }
    stage("check: json and yaml")
    let documents = [("json", json), ("yaml", yaml)].map { name, bytes in
      parse(SourceFile(id: FileID(0), name: name, bytes: bytes)).documents
    }
    expect(documents.allSatisfy { $0.count == 1 }, "json or yaml is not one document")
    let texts = documents.map { $0.first.map { jsonText(of: $0.root) } ?? "" }
    expect(texts[0].utf8.elementsEqual(texts[1].utf8), "json and yaml differ")
  }

  private func preview(
    _ pipeline: Pipeline, _ format: PreviewFormat, _ sources: PreviewSources, _ options: PreviewOptions
  ) -> [UInt8] {
    var text = ""
    _ = pipeline.writePreview(as: format, sources: sources, options: options, to: &text)
    return Array(text.utf8)
  }

  func visitOutcomes(of pipeline: Pipeline, _ visit: (StackOutcome) -> Void) {
    pipeline.forEachIngressGroup(visit)
    pipeline.forEachService(visit)
  }

  /// The culprits of a refusal and the origins of a plan's values lie in the input.
  mutating func checkSpans(_ outcome: StackOutcome, _ spans: SpanCheck) {
    switch outcome.result {
    case .refused(let failure):
      for culprit in failure.culprits { expect(culprit, in: spans, "culprit of \(failure.message)") }
    case .plan(let stack):
      var pending = [stack.tree]
      while let node = pending.popLast() {
        for span in node.origin?.spans ?? [] { expect(span, in: spans, "origin in \(outcome.id)") }
        switch node.value {
        case .list(let nodes): pending += nodes
        case .object(let fields): pending += fields.map(\.node)
        default: break
        }
      }
    }
  }

  /// The controller lists objects by name: the order in which manifests are given changes no plan.
  mutating func checkOrder(_ pipeline: Pipeline) {
    let objects = pipeline.world.objects
    guard objects.ingresses.count + objects.services.count > 1 else { return }
    // Objects without a name are many under one name, and the order tells which of them counts.
    let metadata = objects.ingresses.map(\.metadata) + objects.services.map(\.metadata)
    guard metadata.allSatisfy({ !$0.name.value.isEmpty }) else { return }
    var world = pipeline.world
    world.objects.ingresses.reverse()
    world.objects.services.reverse()
    world.objects.secrets.reverse()
    world.objects.namespaces.reverse()
    world.objects.index()
    let other = Pipeline(world: world)
    let (before, after) = (answers(of: pipeline), answers(of: other))
    expect(before.keys.sorted() == after.keys.sorted(), "the order of the input changes which load balancers there are")
    for (id, answer) in before where after[id] != nil && after[id] != answer {
      expect(false, "the order of the input changes \(id)")
    }
  }

  /// What became of each IngressGroup and Service.
  private func answers(of pipeline: Pipeline) -> [String: [UInt8]] {
    var answers: [String: [UInt8]] = [:]
    visitOutcomes(of: pipeline) { outcome in
      switch outcome.result {
      case .refused(let failure): answers[outcome.id] = Array("\(failure.stage): \(failure.message)".utf8)
      case .plan(let stack):
        var writer = JSONWriter()
        writer.write(stack)
        answers[outcome.id] = writer.take()
      }
    }
    return answers
  }
}
