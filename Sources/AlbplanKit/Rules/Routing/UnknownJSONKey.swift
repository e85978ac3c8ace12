import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unknownJSONKey = LintRule(
    id: "unknown-json-key",
    summary: "The JSON of an action, condition or transform has a key that the controller does not know.",
    rationale: "Unknown keys are passed over without a word, so that the setting is not made. Capitals and small "
      + "letters are the same (pkg/ingress/config_types.go, pkg/service/config_types.go, Go's encoding/json).",
    remedy: "Use the keys of the controller's reference.",
    severity: .warning, mistakes: ["M073"], explains: ["invalid-action"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/actions.split: |
              {"type": "forward", "forwardConfig": {"stickiness": {}, "targetGroups": [
                {"serviceName": "a", "servicePort": 80, "wieght": 50}
              ]}}
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: split, port: {name: use-annotation}}}
        """,
        marks: ["\"stickiness\"", "\"wieght\""],
        fixed: """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
            annotations:
              alb.ingress.kubernetes.io/actions.split: |
                {"type": "forward", "forwardConfig": {"stickiness": {}, "targetGroups": [
                  {"serviceName": "a", "servicePort": 80, "weight": 50}
                ]}}
          spec:
            ingressClassName: alb
            defaultBackend: {service: {name: split, port: {name: use-annotation}}}
          """)
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/actions.old: >-
            {"Type": "redirect", "RedirectConfig": {"Host": "new.example.com", "StatusCode": "HTTP_301"}}
      spec:
        ingressClassName: alb
        defaultBackend: {service: {name: old, port: {name: use-annotation}}}
      """
    ],
    check: .values(of: [
      AnnotationDefinition.Ingress.actions, AnnotationDefinition.Ingress.conditions,
      AnnotationDefinition.Ingress.transforms, AnnotationDefinition.Service.actions,
    ]) { subject, _, report in
      guard let definition = subject.definition, let type = GoType.routing(definition), subject.isReadHere,
        let json = AnnotationJSON(subject.annotation)
      else { return }
      let isRefused = json.isActionRefused(definition)
      for (key, structure) in json.unknownKeys(of: type) {
        let text = json.tree.text(of: key)
        let nearest = NearestName.of(text, among: structure.fields.map(\.name))
        let edit = nearest.flatMap { json.replace(key, with: $0, &report) }
        report(
          .unknown(text, nearest: nearest), at: json.span(of: key, &report), in: subject.object,
          severity: isRefused && nearest != nil ? .error : nil,
          notes: [Finding.Note(.help, "known here: \(structure.fields.map(\.name).joined(separator: ", "))")],
          fix: edit.map { Finding.Fix("rename it to \(nearest ?? "")", .unsafe, edits: [$0]) })
      }
    })
}

extension GoType {
  /// What the controller reads the JSON of an action, condition or transform into.
  static func routing(_ definition: AnnotationDefinition) -> GoType? {
    if definition === AnnotationDefinition.Ingress.actions { return .structure(ActionConfiguration.schema) }
    if definition === AnnotationDefinition.Ingress.conditions {
      return .slice(.structure(ConditionConfiguration.schema))
    }
    if definition === AnnotationDefinition.Ingress.transforms {
      return .slice(.structure(TransformConfiguration.schema))
    }
    if definition === AnnotationDefinition.Service.actions { return .structure(WeightedActionConfiguration.schema) }
    return nil
  }
}

extension AnnotationJSON {
  /// The controller refuses the action of an Ingress as it is.
  fileprivate func isActionRefused(_ definition: AnnotationDefinition) -> Bool {
    guard definition === AnnotationDefinition.Ingress.actions, let action = try? ActionConfiguration.parse(annotation)
    else { return false }
    return (try? action.validate()) == nil
  }

  /// A key below a value is misspelt, so that what it was to say is missing.
  func misspellsKey(below position: Position, of type: GoType) -> Bool {
    let range = tree.nodes[position].range
    return unknownKeys(of: type).contains { key, structure in
      range.contains(tree.nodes[key].range.lowerBound)
        && NearestName.of(tree.text(of: key), among: structure.fields.map(\.name)) != nil
    }
  }

  /// Keys that no field of the Go structure has, in the order written, each with the structure in its place.
  ///
  /// It goes as deep as the type, never as deep as the text.
  func unknownKeys(of type: GoType) -> [(key: Position, structure: GoStructure)] {
    var unknown: [(key: Position, structure: GoStructure)] = []
    var open: [(position: Position, type: GoType)] = [(root, type)]
    while let (position, type) = open.popLast() {
      switch (kind(of: position), type) {
      case (_, .pointer(let element)): open.append((position, element))
      case (.array, .slice(let element)):
        for item in tree.elements(of: position) { open.append((item, element)) }
      case (.object, .structure(let structure)):
        for (key, value) in tree.members(of: position) {
          if let index = structure.index(ofKey: tree.text(of: key)) {
            open.append((value, structure.fields[index].type))
          } else {
            unknown.append((key, structure))
          }
        }
      default: break
      }
    }
    return unknown.sorted { $0.key < $1.key }
  }
}

extension Finding.Message {
  fileprivate static func unknown(_ key: String, nearest: String?) -> Self {
    let hint = nearest.map { "; did you mean \(GoText.quote($0))?" } ?? ""
    return "the controller knows no key \(GoText.quote(key)) here\(hint)"
  }
}
