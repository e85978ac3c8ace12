import Manifests

/// The one run of a SARIF log.
struct SARIFRun {
  private let page: FindingsPage
  /// The findings that are written: when there are too many, the most severe.
  private let results: [Finding]
  /// What each rule that is named says of itself; one without description gets its id.
  private let rules: [Descriptor]
  private let ruleIndex: [String: Int]
  private let fingerprints: [FileID: LineFingerprints]

  private struct Descriptor {
    var id: String
    var rule: LintRule?
  }

  init(_ page: FindingsPage) {
    self.page = page
    results = Self.mostSevere(page.findings)
    let known = Set(page.rules.map(\.id))
    let others = Set(results.map(\.rule)).subtracting(known)
    rules = (page.rules.map { Descriptor(id: $0.id, rule: $0) } + others.map { Descriptor(id: $0) })
      .sorted { $0.id < $1.id }
    ruleIndex = Dictionary(
      rules.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var wanted: [FileID: Set<UInt32>] = [:]
    for finding in results { wanted[finding.span.file, default: []].insert(finding.span.start.line) }
    fingerprints = wanted.reduce(into: [:]) { fingerprints, entry in
      guard let source = page.sources[entry.key] else { return }
      fingerprints[entry.key] = LineFingerprints(source.bytes, of: entry.value)
    }
  }

  private static func mostSevere(_ findings: [Finding]) -> [Finding] {
    guard findings.count > SARIFFindings.resultLimit else { return findings }
    var room = SARIFFindings.resultLimit
    var kept: [Int] = []
    for severity in Severity.allCases.reversed() {
      let candidates = findings.indices.lazy.filter { findings[$0].severity == severity }.prefix(room)
      kept += candidates
      room = SARIFFindings.resultLimit - kept.count
    }
    return kept.sorted().map { findings[$0] }
  }

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("tool")
    json.beginObject()
    json.key("driver")
    json.beginObject()
    json.member("name", "albplan")
    json.member("semanticVersion", page.options.version)
    if let url = ProjectHome.url { json.member("informationUri", url) }
    json.key("rules")
    json.beginList()
    for rule in rules { write(rule, to: &json) }
    json.endList()
    json.endObject()
    json.endObject()
    json.key("invocations")
    json.beginList()
    writeInvocation(to: &json)
    json.endList()
    json.member("columnKind", "utf16CodeUnits")
    json.key("results")
    json.beginList()
    for finding in results { write(finding, to: &json) }
    json.endList()
    json.endObject()
  }

  private func writeInvocation(to json: inout JSONWriter) {
    json.beginObject()
    json.member("executionSuccessful", true)
    if results.count < page.findings.count {
      json.key("toolExecutionNotifications")
      json.beginList()
      json.beginObject()
      json.member("level", "warning")
      writeText(
        "message",
        "\(page.findings.count - results.count) findings of the lowest severity are left out: "
          + "a run holds at most \(SARIFFindings.resultLimit)", to: &json)
      json.endObject()
      json.endList()
    }
    json.endObject()
  }

  // MARK: Rules

  private func write(_ descriptor: Descriptor, to json: inout JSONWriter) {
    let (id, rule) = (descriptor.id, descriptor.rule)
    let summary = rule.map(\.summary).flatMap { $0.isEmpty ? nil : $0 } ?? id
    let rationale = rule.map(\.rationale).flatMap { $0.isEmpty ? nil : $0 } ?? summary
    let remedy = rule?.remedy ?? ""
    json.beginObject()
    json.member("id", id)
    json.member("name", SARIFFindings.name(of: id))
    writeText("shortDescription", SARIFFindings.description(summary), to: &json)
    writeText("fullDescription", SARIFFindings.description(rationale), to: &json)
    json.key("help")
    json.beginObject()
    let help = [rationale, remedy].filter { !$0.isEmpty }
    json.member("text", help.joined(separator: "\n\n"))
    let link = LintRule.url(of: id).map { ["[\(id)](\($0))"] } ?? []
    json.member(
      "markdown",
      (["**\(MarkdownText.words(summary))**"] + help.map(MarkdownText.words) + link).joined(separator: "\n\n"))
    json.endObject()
    if let url = LintRule.url(of: id) { json.member("helpUri", url) }
    json.key("defaultConfiguration")
    json.beginObject()
    json.member("level", (rule?.severity ?? .warning).sarifLevel)
    json.endObject()
    json.key("properties")
    json.beginObject()
    json.member("tags", ["kubernetes", "aws-load-balancer-controller"])
    json.member("precision", "high")
    json.member("problem.severity", (rule?.severity ?? .warning).problemSeverity)
    json.endObject()
    json.endObject()
  }

  // MARK: Results

  private func write(_ finding: Finding, to json: inout JSONWriter) {
    json.beginObject()
    json.member("ruleId", finding.rule)
    if let index = ruleIndex[finding.rule] { json.member("ruleIndex", index) }
    json.member("level", finding.severity.sarifLevel)
    writeText("message", message(of: finding), to: &json)
    json.key("locations")
    json.beginList()
    json.beginObject()
    write(page.sources.visible(finding.span), to: &json)
    if let object = finding.object {
      json.key("logicalLocations")
      json.beginList()
      json.beginObject()
      json.member("fullyQualifiedName", object)
      json.member("kind", "resource")
      json.endObject()
      json.endList()
    }
    json.endObject()
    json.endList()
    writeRelated(finding, to: &json)
    if let hash = fingerprints[finding.span.file]?.lines[finding.span.start.line] {
      json.key("partialFingerprints")
      json.beginObject()
      json.member("primaryLocationLineHash", hash)
      json.endObject()
    }
    if let fix = finding.fix { write(fix, to: &json) }
    json.endObject()
  }

  /// The message, then one paragraph a note; a note about another place links there.
  private func message(of finding: Finding) -> String {
    var paragraphs = [Self.escaped(finding.message.text)]
    paragraphs += page.help(for: finding).map { "help: " + Self.escaped($0) }
    var related = 0
    for note in finding.notes where note.kind != .help {
      if note.span != nil { related += 1 }
      let text = Self.escaped(note.text)
      paragraphs.append("\(note.kind.rawValue): " + (note.span == nil ? text : "[\(text)](\(related))"))
    }
    return paragraphs.joined(separator: "\n")
  }

  /// Brackets would begin a link.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar == "[" || scalar == "]" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
  }

  private func writeRelated(_ finding: Finding, to json: inout JSONWriter) {
    let related = finding.notes.filter { $0.span != nil && $0.kind != .help }
    guard !related.isEmpty else { return }
    json.key("relatedLocations")
    json.beginList()
    for (index, note) in related.enumerated() {
      guard let span = note.span else { continue }
      json.beginObject()
      json.member("id", index + 1)
      write(page.sources.visible(span), to: &json)
      writeText("message", Self.escaped(note.text), to: &json)
      json.endObject()
    }
    json.endList()
  }

  private func write(_ fix: Finding.Fix, to json: inout JSONWriter) {
    json.key("fixes")
    json.beginList()
    json.beginObject()
    writeText("description", fix.title, to: &json)
    json.key("artifactChanges")
    json.beginList()
    var files: [FileID] = []
    for edit in fix.edits where !files.contains(edit.span.file) { files.append(edit.span.file) }
    for file in files {
      let edits = fix.edits.filter { $0.span.file == file }.sorted { $0.span < $1.span }
      json.beginObject()
      if let first = edits.first { writeArtifact(first.span, to: &json) }
      json.key("replacements")
      json.beginList()
      for edit in edits {
        json.beginObject()
        writeRegion("deletedRegion", edit.span, to: &json)
        json.key("insertedContent")
        json.beginObject()
        json.member("text", edit.replacement)
        json.endObject()
        json.endObject()
      }
      json.endList()
      json.endObject()
    }
    json.endList()
    json.endObject()
    json.endList()
  }

  // MARK: Places

  private func write(_ span: SourceSpan, to json: inout JSONWriter) {
    json.key("physicalLocation")
    json.beginObject()
    writeArtifact(span, to: &json)
    writeRegion("region", span, to: &json)
    json.endObject()
  }

  private func writeArtifact(_ span: SourceSpan, to json: inout JSONWriter) {
    let path = page.path(of: span)
    json.key("artifactLocation")
    json.beginObject()
    if path.utf8.first == UInt8(ascii: "/") {
      json.member("uri", "file://" + ReportPaths.uri(path))
    } else {
      json.member("uri", ReportPaths.uri(path))
      json.member("uriBaseId", "%SRCROOT%")
    }
    json.endObject()
  }

  private func writeRegion(_ name: String, _ span: SourceSpan, to json: inout JSONWriter) {
    let source = page.sources[span.file]
    func column(_ position: SourcePosition) -> Int { source?.utf16Column(of: position) ?? Int(position.column) }
    json.key(name)
    json.beginObject()
    json.member("startLine", span.start.line)
    json.member("startColumn", column(span.start))
    json.member("endLine", span.end.line)
    json.member("endColumn", column(span.end))
    json.endObject()
  }

  private func writeText(_ name: String, _ text: String, to json: inout JSONWriter) {
    json.key(name)
    json.beginObject()
    json.member("text", text)
    json.endObject()
  }
}
