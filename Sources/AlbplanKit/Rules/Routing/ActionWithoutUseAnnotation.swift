import LoadBalancerModel
import Manifests

extension LintRule {
  package static let actionWithoutUseAnnotation = LintRule(
    id: "action-without-use-annotation",
    summary: "A backend has an action of its name, but its port does not ask for it.",
    rationale: "The controller reads actions.NAME only where the backend's port is the name use-annotation. With a "
      + "number it looks for a Service of that name, and answers 503 when there is none "
      + "(pkg/ingress/enhanced_backend_builder.go).",
    remedy: "Write port: {name: use-annotation} in the backend, or remove the action.",
    severity: .warning, mistakes: ["M064"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/actions.response-503: >-
              {"type": "fixed-response", "fixedResponseConfig": {"statusCode": "503"}}
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service:
                        name: response-503
                        port:
                          number: 80
        """,
        marks: ["80"],
        fixed: """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
            annotations:
              alb.ingress.kubernetes.io/actions.response-503: >-
                {"type": "fixed-response", "fixedResponseConfig": {"statusCode": "503"}}
          spec:
            ingressClassName: alb
            rules:
              - http:
                  paths:
                    - path: /
                      pathType: Prefix
                      backend:
                        service:
                          name: response-503
                          port:
                            name: use-annotation
          """)
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/actions.response-503: >-
            {"type": "fixed-response", "fixedResponseConfig": {"statusCode": "503"}}
      spec:
        ingressClassName: alb
        rules:
          - http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: response-503, port: {name: use-annotation}}}
      """
    ],
    check: .ingresses(with: [AnnotationDefinition.Ingress.actions]) { subject, context, report in
      let actions = subject.member.annotations(of: AnnotationDefinition.Ingress.actions)
      guard !actions.isEmpty else { return }
      let backends = IngressBackends(subject.ingress)
      let names = Set(actions.map(\.name)).subtracting(backends.actionNames)
      guard !names.isEmpty else { return }
      for case let service? in backends.all.map(\.service) {
        guard names.contains(service.name.value), !service.misspellsMagicWord(hasAction: true) else { continue }
        let name = ObjectName(namespace: subject.member.name.namespace, name: service.name.value)
        // With a Service of that name the backend does what it says; the action is merely unused.
        guard context.objects.service(name) == nil else { continue }
        let span = service.portName?.span ?? service.portNumber?.span ?? service.name.span
        let edits = service.portNumber.map { subject.ingress.nameInPlace(of: $0, &report) } ?? []
        report(
          .notAsked(service.name.value), at: span, in: subject.object,
          severity: context.world.isComplete ? .error : nil,
          fix: edits.isEmpty ? nil : Finding.Fix("ask for the action", .unsafe, edits: edits))
      }
    })
}

extension Ingress {
  /// Makes `name: use-annotation` of a port's `number: 80`.
  fileprivate func nameInPlace(of number: Located<Int32>, _ report: inout LintRule.Report) -> [Finding.Edit] {
    var ports: [YAMLNode?] = [metadata.node?["spec"]?["defaultBackend"]?["service"]?["port"]]
    if let rules = metadata.node?["spec"]?["rules"] {
      for rule in rules.elements {
        guard let paths = rule["http"]?["paths"] else { continue }
        ports += paths.elements.map { $0["backend"]?["service"]?["port"] }
      }
    }
    for case let port? in ports {
      for entry in port.entries where entry.value.span == number.span && entry.key.text == "number" {
        let editor = report.editor(for: number.span)
        guard let source = editor?.source, source.text(source.range(of: number.span)) == String(number.value),
          let key = editor?.renameKey(entry.key.located, to: "name")
        else { return [] }
        return [key, Finding.Edit(number.span, IngressBackends.magicWord)]
      }
    }
    return []
  }
}

extension Finding.Message {
  fileprivate static func notAsked(_ name: String) -> Self {
    "the action \(name) is not used here: the port must be the name use-annotation"
  }
}
