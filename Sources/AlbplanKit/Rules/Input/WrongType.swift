import LoadBalancerModel
import Manifests

extension LintRule {
  package static let wrongType = LintRule(
    id: "wrong-type",
    summary: "A field has a value of a type that the API server does not take there.",
    rationale: "The API server refuses the whole object: it cannot decode it.",
    remedy: "Write a value of the type that the finding names.",
    severity: .error,
    flagged: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector: {app: web}
          ports: [{port: "80"}]
        """,
        marks: ["\"80\""]),
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          labels: {release: 2}
        spec:
          selector: {app: web}
          ports: [{port: 80}]
        """,
        marks: ["2"],
        fixed: """
          apiVersion: v1
          kind: Service
          metadata:
            name: web
            labels: {release: "2"}
          spec:
            selector: {app: web}
            ports: [{port: 80}]
          """),
    ],
    accepted: [readableExample],
    check: .input { context, report in
      guard context.objects.problems.contains(where: { $0.kind == .wrongType }) else { return }
      let annotations = WronglyTypedAnnotation.all(in: context)
      for problem in context.objects.problems where problem.kind == .wrongType && annotations[problem.span] == nil {
        var fix: Finding.Fix?
        if problem.message.hasSuffix("put it in quotes"),
          let edit = report.editor(for: problem.span)?.quote(problem.span)
        {
          fix = Finding.Fix("put it in quotes", .safe, edits: [edit])
        }
        report(problem, fix: fix)
      }
    })

  package static let unquotedAnnotation = LintRule(
    id: "unquoted-annotation",
    summary: "An annotation's value is a number, a boolean, a list or a mapping, not a string.",
    rationale:
      "Annotations are strings. The API server refuses the whole object for one that is not, whoever reads it; "
      + "older clients drop all annotations of the object without a word.",
    remedy: "Put the value in quotes; JSON goes in single quotes.",
    severity: .error, mistakes: ["M001", "M002", "M003"],
    flagged: [
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/healthcheck-port: 8080
          external-dns.alpha.kubernetes.io/alias: true
          """),
        marks: ["8080", "true"],
        fixed: ingress(
          """
          alb.ingress.kubernetes.io/healthcheck-port: "8080"
          external-dns.alpha.kubernetes.io/alias: "true"
          """)),
      Example(
        ingress("alb.ingress.kubernetes.io/listen-ports: [{\"HTTP\": 80}]"),
        marks: ["[{\"HTTP\": 80}]"],
        fixed: ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": 80}]'")),
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/subnets: [subnet-0aaa, subnet-0bbb]
          alb.ingress.kubernetes.io/tags: {Env: prod, Team: web}
          """),
        fixed: ingress(
          """
          alb.ingress.kubernetes.io/subnets: 'subnet-0aaa,subnet-0bbb'
          alb.ingress.kubernetes.io/tags: 'Env=prod,Team=web'
          """)),
    ],
    accepted: [
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/healthcheck-port: "8080"
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}]'
          """))
    ],
    check: .input { context, report in
      guard context.objects.problems.contains(where: { $0.kind == .wrongType }) else { return }
      let annotations = WronglyTypedAnnotation.all(in: context)
      for problem in context.objects.problems {
        guard let annotation = annotations[problem.span] else { continue }
        let editor = report.editor(for: problem.span)
        let edit =
          annotation.value.kind == .scalar
          ? editor?.quote(problem.span)
          : editor.flatMap { editor in
            annotation.text(in: editor).flatMap { editor.replaceFlowCollection(problem.span, with: $0) }
          }
        report(
          .wronglyTyped(annotation), at: problem.span, in: problem.object,
          fix: edit.map { Finding.Fix("put it in quotes", .safe, edits: [$0]) })
      }
    })
}

/// An annotation whose value is no string.
private struct WronglyTypedAnnotation {
  var key: String
  var value: YAMLNode

  /// Those among the problems of the input, by the place of the value.
  static func all(in context: LintContext) -> [SourceSpan: WronglyTypedAnnotation] {
    var places: Set<SourceSpan> = []
    for problem in context.objects.problems where problem.kind == .wrongType { places.insert(problem.span) }
    let files = Set(places.map(\.file))
    var found: [SourceSpan: WronglyTypedAnnotation] = [:]
    for file in context.files where files.contains(file.source.id) {
      InputWalk.forEachObject(in: file) { object in
        guard let annotations = object.node["metadata"]?["annotations"] else { return }
        for entry in annotations.entries where places.contains(entry.value.span) {
          found[entry.value.span] = WronglyTypedAnnotation(key: entry.key.keyText, value: entry.value)
        }
      }
    }
    return found
  }

  /// A list or mapping as the text that was meant: by the annotation's own syntax, else JSON.
  func text(in editor: FixBuilder) -> String? {
    switch AnnotationCatalogue.standard.definition(forKey: key)?.type {
    case .stringList: commaList ?? json(in: editor)
    case .stringMap: pairs ?? json(in: editor)
    default: json(in: editor)
    }
  }

  /// The source text if it is JSON as it stands, else the value as JSON.
  private func json(in editor: FixBuilder) -> String? {
    let written = editor.source.text(editor.source.range(of: value.span))
    return (try? JSONTree(written)) == nil ? jsonText(of: value) : written
  }

  private var commaList: String? {
    guard value.kind == .sequence else { return nil }
    let items = value.elements.map(\.text)
    guard value.elements.allSatisfy({ $0.kind == .scalar }), items.allSatisfy({ !$0.utf8.contains(0x2C) }) else {
      return nil
    }
    return items.joined(separator: ",")
  }

  private var pairs: String? {
    guard value.kind == .mapping else { return nil }
    var pairs: [String] = []
    for entry in value.entries {
      let pair = "\(entry.key.text)=\(entry.value.text)"
      guard entry.value.kind == .scalar, !entry.key.text.utf8.contains(0x3D),
        !pair.utf8.contains(where: { $0 == 0x2C || $0 == 0x5C })
      else { return nil }
      pairs.append(pair)
    }
    return pairs.joined(separator: ",")
  }
}

extension Finding.Message {
  fileprivate static func wronglyTyped(_ annotation: WronglyTypedAnnotation) -> Self {
    let found =
      switch annotation.value.kind {
      case .scalar: annotation.value.scalar?.typeName ?? "no string"
      case .sequence: "a list"
      case .mapping: "a mapping"
      }
    return "the annotation \(annotation.key) must be a string, this is \(found)"
  }
}
