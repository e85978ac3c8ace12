import AlbplanKit
import LoadBalancerModel
import Manifests

/// Sends an input the whole way, text to every report, and notes what does not hold.
///
/// That nothing traps, hangs or takes all memory is for the process around it to see; `stage` says how far it came.
package struct PipelineProbe {
  /// How much is tried.
  package struct Extent: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// That the order of the input does not matter where the controller's order does not depend on it.
    package static let order = Extent(rawValue: 1)
    /// That the outputs are what they claim to be.
    package static let outputs = Extent(rawValue: 2)
    /// All formats; without it some of them, which depends on the input.
    package static let everyFormat = Extent(rawValue: 4)
    package static let all: Extent = [.order, .outputs, .everyFormat]
  }

  /// What does not hold, in words.
  package internal(set) var violations: [String] = []
  /// Stands for all that was written: the same in every run.
  package private(set) var fingerprint = Fingerprint()
  /// How many bytes were written.
  package private(set) var outputSize = 0

  let extent: Extent
  let stage: (StaticString) -> Void
  /// A text that no output may hold.
  private var hidden: [UInt8]?
  /// Picks the formats where not all are written.
  var pick = Chance(seed: 0)

  /// - Parameter stage: is told what comes next; the probe's own work begins with `check:`.
  package init(extent: Extent = .all, stage: @escaping (StaticString) -> Void = { _ in }) {
    self.extent = extent
    self.stage = stage
  }

  /// Sends one input the whole way.
  package mutating func run(_ input: FuzzInput) {
    pick = Chance(seed: input.hash)
    stage("parse")
    let files = input.manifests.enumerated().map { index, bytes in
      SourceFile(id: FileID(index), name: "\(index).yaml", bytes: bytes)
    }
    let parsed = files.map(parse)
    hidden = input.hidesMarker || hasHiddenMarker(parsed) ? FuzzInput.marker : nil
    stage("documents")
    writeDocuments(parsed)

    stage("objects")
    let objects = KubernetesObjects(parsed)
    let spans = SpanCheck(files)
    checkObjects(objects, parsed, spans)

    stage("context")
    let layer = readContext(input.context)
    stage("pipeline")
    let pipeline = Pipeline(world: World(objects: objects, layer: layer))
    writeModel(pipeline)
    writePreviews(pipeline, PreviewSources(files, secrets: parsed.flatMap(\.secretSpans)))

    stage("check: spans")
    visitOutcomes(of: pipeline) { checkSpans($0, spans) }
    if extent.contains(.order), writes(oneOf: 4) {
      stage("check: order")
      checkOrder(pipeline)
    }
    runFindings(pipeline, parsed, spans)
  }

  /// Whether one of several formats is written, of which a run without `everyFormat` writes about one. Other costly
  /// steps are left out so, too.
  mutating func writes(oneOf formats: Int) -> Bool { pick.once(in: formats) || extent.contains(.everyFormat) }

  // MARK: Noting

  mutating func expect(_ holds: Bool, _ violation: @autoclosure () -> String) {
    if !holds, violations.count < 20 { violations.append(violation()) }
  }

  mutating func expect(_ span: SourceSpan, in spans: SpanCheck, _ name: @autoclosure () -> String) {
    if let fault = spans.fault(in: span) { expect(false, "\(name()): \(fault)") }
  }

  /// Lets bytes count that are no output.
  mutating func fingerprint(_ bytes: [UInt8]) { fingerprint.add(bytes) }

  /// Takes an output: it counts for the fingerprint and may not hold what is hidden.
  mutating func take(_ bytes: [UInt8], _ name: @autoclosure () -> String) {
    fingerprint.add(bytes)
    outputSize += bytes.count
    if let hidden { expect(bytes.range(of: hidden) == nil, "\(name()) shows a secret") }
  }

  /// Takes an output that is to be one JSON value.
  mutating func takeJSON(_ bytes: [UInt8], _ name: @autoclosure () -> String) {
    take(bytes, name())
    guard extent.contains(.outputs), let fault = JSONCheck.fault(in: bytes) else { return }
    expect(false, "\(name()) is no JSON at byte \(fault) of \(bytes.count)")
  }

  /// The marker stands in the texts, and everywhere as a part of what the reader takes for a secret.
  private func hasHiddenMarker(_ files: [ParsedFile]) -> Bool {
    var isThere = false
    for file in files {
      let count = file.source.bytes.occurrences(of: FuzzInput.marker)
      guard count > 0 else { continue }
      isThere = true
      // What could not be read is hidden with a generous hand.
      guard file.problems.allSatisfy({ $0.kind == .duplicateKey }) else { return false }
      let text = SourceText(file.source)
      let hidden = file.secretSpans.reduce(0) { sum, span in
        sum + (text.byteRange(of: span).map { file.source.bytes[$0].occurrences(of: FuzzInput.marker) } ?? 0)
      }
      // A secret within a secret is counted twice, and then nothing is claimed.
      if hidden != count { return false }
    }
    return isThere
  }
}

extension PipelineProbe {
  /// What `albplan documents` writes.
  private mutating func writeDocuments(_ files: [ParsedFile]) {
    for file in files {
      for document in file.documents.prefix(100) { takeJSON(Array(jsonText(of: document.root).utf8), "a document") }
    }
  }

  private mutating func readContext(_ bytes: [UInt8]?) -> ConfigurationLayer {
    guard let bytes else { return ConfigurationLayer() }
    let file = SourceFile(id: FileID(0), name: "context.yaml", bytes: bytes)
    let spans = SpanCheck([file])
    let context = ContextFile(file)
    for problem in context.problems { expect(problem.span, in: spans, "context file: \(problem.message)") }
    guard writes(oneOf: 4) else { return context.layer }
    let settings = ProjectSettings(file)
    for problem in settings.problems { expect(problem.span, in: spans, "settings: \(problem.message)") }
    return context.layer.over(settings.layer)
  }

  private mutating func checkObjects(_ objects: KubernetesObjects, _ files: [ParsedFile], _ spans: SpanCheck) {
    for problem in objects.problems {
      expect(problem.span, in: spans, "problem \(problem.kind): \(problem.message)")
      if let related = problem.related { expect(related, in: spans, "other place of \(problem.message)") }
    }
    for field in objects.unknownFields { expect(field.span, in: spans, "unknown field \(field.path)") }
    for file in files {
      for document in file.documents { expect(document.span, in: spans, "document") }
      for secret in file.secretSpans { expect(secret, in: spans, "secret") }
      for comment in suppressionComments(in: file) { expect(comment.span, in: spans, "comment") }
    }
  }
}
