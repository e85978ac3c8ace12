import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unusedRoutingAnnotation = LintRule(
    id: "unused-routing-annotation",
    summary: "An action, condition or transform has a name that no backend of the Ingress has.",
    rationale: "The controller looks these annotations up by the service name in each backend and never by "
      + "themselves. Without its conditions a rule matches more than was meant, in the worst case everything "
      + "(pkg/ingress/enhanced_backend_builder.go). The default backend takes actions only: a listener's default "
      + "action has no conditions.",
    remedy: "Give the annotation the name of the backend that it is for, or remove it.",
    severity: .warning, mistakes: ["M068"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/conditions.admin: >-
              [{"field": "source-ip", "sourceIpConfig": {"values": ["192.0.2.0/24"]}}]
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - path: /admin
                    pathType: Prefix
                    backend: {service: {name: admins, port: {number: 80}}}
        """,
        marks: ["alb.ingress.kubernetes.io/conditions.admin"],
        fixed: """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
            annotations:
              alb.ingress.kubernetes.io/conditions.admins: >-
                [{"field": "source-ip", "sourceIpConfig": {"values": ["192.0.2.0/24"]}}]
          spec:
            ingressClassName: alb
            rules:
              - http:
                  paths:
                    - path: /admin
                      pathType: Prefix
                      backend: {service: {name: admins, port: {number: 80}}}
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
            alb.ingress.kubernetes.io/transforms.web: >-
              [{"type": "url-rewrite", "urlRewriteConfig": {"rewrites": [{"regex": "^/a", "replace": "/b"}]}}]
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["alb.ingress.kubernetes.io/actions.maintenance", "alb.ingress.kubernetes.io/transforms.web"]),
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
          alb.ingress.kubernetes.io/conditions.maintenance: >-
            [{"field": "source-ip", "sourceIpConfig": {"values": ["192.0.2.0/24"]}}]
      spec:
        ingressClassName: alb
        rules:
          - http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: maintenance, port: {name: use-annotation}}}
      """
    ],
    check: .ingresses(with: [
      AnnotationDefinition.Ingress.actions, AnnotationDefinition.Ingress.conditions,
      AnnotationDefinition.Ingress.transforms,
    ]) { subject, context, report in
      var backends: IngressBackends?
      for family in [
        AnnotationDefinition.Ingress.actions, AnnotationDefinition.Ingress.conditions,
        AnnotationDefinition.Ingress.transforms,
      ] {
        let isAction = family === AnnotationDefinition.Ingress.actions
        for entry in subject.member.annotations(of: family) where !entry.name.holdsPlaceholder {
          let known = backends ?? IngressBackends(subject.ingress)
          backends = known
          guard !(isAction ? known.actionNames : known.namesInPaths).contains(entry.name) else { continue }
          let isNamed = known.names.contains(entry.name)
          if isAction, isNamed, isReportedAtBackend(entry.name, known, subject, context) { continue }
          // Another rule knows what was meant.
          if isAction, entry.annotation.portInPlaceOfAction != nil { continue }
          let names = isAction ? known.actionNames : known.namesInPaths
          let nearest = isNamed ? nil : NearestName.of(entry.name, among: GoText.sortedBytewise(Array(names)))
          // The name of an action is mended at the backend (missing-action): both would swap the names for ever.
          // The backend is told that its action is missing, and which one may be meant.
          if isAction, let nearest, subject.member.annotations[family.key(nearest)] == nil { continue }
          let edit = nearest.flatMap { name in
            !isAction && subject.member.annotations[family.key(name)] == nil
              ? report.editor(for: entry.annotation.key.span)?.renameKey(entry.annotation.key, to: family.key(name))
              : nil
          }
          report(
            .unused(entry.annotation.key.value, isAction: isAction, isNamed: isNamed, nearest: nearest),
            at: entry.annotation.key.span, in: subject.object,
            // A path that was to be restricted is open.
            severity: family === AnnotationDefinition.Ingress.conditions && nearest != nil ? .error : nil,
            fix: edit.map { Finding.Fix("rename it to \(family.key(nearest ?? ""))", .unsafe, edits: [$0]) })
        }
      }
    })

  /// The backend of this name is what is wrong: its port is misspelt, or a number where there is no such Service.
  private static func isReportedAtBackend(
    _ name: String, _ backends: IngressBackends, _ subject: IngressSubject, _ context: LintContext
  ) -> Bool {
    context.objects.service(ObjectName(namespace: subject.member.name.namespace, name: name)) == nil
      || backends.all.contains { backend in
        guard let service = backend.service, service.name.value == name else { return false }
        return service.misspellsMagicWord(hasAction: true)
      }
  }
}

extension Finding.Message {
  fileprivate static func unused(_ key: String, isAction: Bool, isNamed: Bool, nearest: String?) -> Self {
    let hint = nearest.map { "; did you mean \($0)?" } ?? ""
    switch (isAction, isNamed) {
    case (true, true): return "\(key) is not used: the backend of this name does not have the port name use-annotation"
    case (true, false): return "\(key) is not used: no backend with the port name use-annotation has this name\(hint)"
    case (false, true): return "\(key) is not used: only the default backend has this name, and it takes no conditions"
    case (false, false): return "\(key) is not used: no path has a backend of this name\(hint)"
    }
  }
}
