import LoadBalancerModel
import Manifests

extension LintRule {
  package static let missingAction = LintRule(
    id: "missing-action",
    summary: "A backend asks for an action that the Ingress does not define, or misspells the port name that asks.",
    rationale: "With the port name use-annotation the controller reads the annotation actions.NAME of the Ingress, "
      + "NAME being the backend's service name. Without that annotation every request gets 503 and the text Backend "
      + "action does not exist; with any other port name the backend is taken for a Service "
      + "(pkg/ingress/enhanced_backend_builder.go). Argo Rollouts and its like write such annotations at run time: "
      + "an action that is missing altogether is therefore an error only where the context says that the input is "
      + "complete, and advice otherwise.",
    remedy: "Let the annotation and the backend have the same name, and spell the port name use-annotation.",
    severity: .error, mistakes: ["M063"], refusals: ["missing-action"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/actions.maintenance: >-
              {"type": "fixed-response", "fixedResponseConfig": {"statusCode": "503"}}
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: maintenace, port: {name: use-annotation}}}
        """,
        marks: ["maintenace"],
        fixed: """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
            annotations:
              alb.ingress.kubernetes.io/actions.maintenance: >-
                {"type": "fixed-response", "fixedResponseConfig": {"statusCode": "503"}}
          spec:
            ingressClassName: alb
            rules:
              - http:
                  paths:
                    - path: /
                      pathType: Prefix
                      backend: {service: {name: maintenance, port: {name: use-annotation}}}
          """),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/actions.maintenance: >-
              {"type": "fixed-response", "fixedResponseConfig": {"statusCode": "503"}}
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: maintenance, port: {name: use-annotations}}}
        """,
        marks: ["use-annotations"],
        fixed: """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
            annotations:
              alb.ingress.kubernetes.io/actions.maintenance: >-
                {"type": "fixed-response", "fixedResponseConfig": {"statusCode": "503"}}
          spec:
            ingressClassName: alb
            rules:
              - http:
                  paths:
                    - path: /
                      pathType: Prefix
                      backend: {service: {name: maintenance, port: {name: use-annotation}}}
          """),
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/actions.maintenance: >-
            {"type": "fixed-response", "fixedResponseConfig": {"statusCode": "503"}}
      spec:
        ingressClassName: alb
        rules:
          - http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: maintenance, port: {name: use-annotation}}}
                - path: /notes
                  pathType: Prefix
                  backend: {service: {name: notes, port: {name: annotation}}}
      """
    ],
    check: .ingresses { subject, context, report in
      let family = AnnotationDefinition.Ingress.actions
      var hasLongPortName = false
      subject.ingress.forEachBackend { backend in
        if let name = backend.service?.portName, name.value.utf8.count >= 10 { hasLongPortName = true }
      }
      // The word that asks for an action is long, however it is misspelt.
      guard hasLongPortName else { return }
      let backends = IngressBackends(subject.ingress)
      var unused: [String]?
      for case let service? in backends.all.map(\.service) {
        guard service.portName != nil, !service.name.value.holdsPlaceholder else { continue }
        let hasAction = subject.member.annotations[family.key(service.name.value)] != nil
        if service.usesAction {
          guard !hasAction else { continue }
          let names =
            unused ?? subject.member.annotations(of: family).map(\.name).filter { !backends.actionNames.contains($0) }
          unused = names
          let nearest = NearestName.of(service.name.value, among: names)
          let isCertain = nearest != nil || context.world.isComplete
          let edit = nearest.flatMap { report.editor(for: service.name.span)?.replaceValue(service.name, with: $0) }
          report(
            .missing(service.name.value, nearest: nearest), at: service.name.span, in: subject.object,
            severity: isCertain ? nil : .info,
            fix: edit.map { Finding.Fix("name the action \(nearest ?? "")", .unsafe, edits: [$0]) })
        } else if service.misspellsMagicWord(hasAction: hasAction), let portName = service.portName,
          !context.hasPort(portName.value, of: service, subject)
        {
          let edit = report.editor(for: portName.span)?.replaceValue(portName, with: IngressBackends.magicWord)
          report(
            .misspelt(portName.value), at: portName.span, in: subject.object,
            fix: edit.map { Finding.Fix("write use-annotation", hasAction ? .safe : .unsafe, edits: [$0]) })
        }
      }
    })
}

extension LintContext {
  fileprivate func hasPort(_ name: String, of backend: IngressServiceBackend, _ subject: IngressSubject) -> Bool {
    let service = objects.service(ObjectName(namespace: subject.member.name.namespace, name: backend.name.value))
    return service.map { BackendService($0).port(.name(name)) != nil } ?? false
  }
}

extension Finding.Message {
  fileprivate static func missing(_ name: String, nearest: String?) -> Self {
    let hint = nearest.map { "; did you mean \($0)?" } ?? ""
    return "the Ingress has no annotation alb.ingress.kubernetes.io/actions.\(name) for this backend\(hint)"
  }

  fileprivate static func misspelt(_ port: String) -> Self {
    "the port name \(port) does not ask for an action; the controller knows use-annotation only"
  }
}
