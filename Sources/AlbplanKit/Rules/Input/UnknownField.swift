import Manifests

extension LintRule {
  package static let unknownField = LintRule(
    id: "unknown-field",
    summary: "The object's type has no field of this name.",
    rationale:
      "kubectl apply refuses the object in its default mode; without strict validation the API server drops the "
      + "field in silence, and what it was to set stays at its default.",
    remedy: "Write the field's name as the API does, capitals included, and in its place.",
    severity: .warning, mistakes: ["M014", "M161"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          ingressclassname: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["ingressclassname"],
        fixed: """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
          spec:
            ingressClassName: alb
            defaultBackend: {service: {name: web, port: {number: 80}}}
          """),
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        annotations:
          service.beta.kubernetes.io/aws-load-balancer-scheme: internal
        spec:
          selector: {app: web}
          ports: [{port: 80}]
        """,
        marks: ["annotations"]),
    ],
    accepted: [
      readableExample,
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        ingressClassName: alb
        defaultBackend: {service: {name: web, port: {number: 80}}}
      """,
    ],
    check: .input { context, report in
      let fields = context.objects.unknownFields
      guard !fields.isEmpty else { return }
      let entries = InputWalk.entries(at: Set(fields.map(\.span)), in: context.files)
      for field in fields {
        guard let entry = entries[field.span] else {
          report(.unknownField(field, nearest: nil), at: field.span, in: field.object)
          continue
        }
        let name = entry.entry.key.keyText
        // Annotations that stand here are the matter of another rule.
        guard !ControllerPrefix.isStart(of: name) else { continue }
        // A patch's directives, `$patch: delete`, go no further than whoever merges it.
        guard !name.hasPrefix("$") else { continue }
        let taken = Set(entry.mapping.entries.map(\.key.keyText))
        let nearest = NearestName.of(name, among: field.knownNames.filter { !taken.contains($0) })
        var fix: Finding.Fix?
        if let nearest,
          let edit = report.editor(for: field.span)?.renameKey(Located(name, at: field.span), to: nearest)
        {
          let isSame = NameForm.squashed(nearest).utf8.elementsEqual(NameForm.squashed(name).utf8)
          fix = Finding.Fix("rename it to \(nearest)", isSame ? .safe : .unsafe, edits: [edit])
        }
        var notes: [Finding.Note] = []
        if name == "annotations" || name == "labels" {
          notes.append(Finding.Note(.help, "\(name) stand below metadata, indented one step further than it"))
        }
        report(.unknownField(field, nearest: nearest), at: field.span, in: field.object, notes: notes, fix: fix)
      }
    })
}

extension Finding.Message {
  fileprivate static func unknownField(_ field: UnknownField, nearest: String?) -> Self {
    Self("no field \(field.path) exists, and Kubernetes drops it" + (nearest.map { "; did you mean \($0)?" } ?? ""))
  }
}
