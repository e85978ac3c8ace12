import LoadBalancerModel
import Manifests

extension LintRule {
  package static let ignoredServiceAuthentication = LintRule(
    id: "ignored-service-authentication",
    summary: "A Service asks for a login, but shares an action with other targets.",
    rationale: "The controller reads authentication from the Service only where a backend or an action has this one "
      + "target. With several targets the annotations of the Ingress alone count, and without them everybody gets in "
      + "(buildAuthConfig in pkg/ingress/enhanced_backend_builder.go).",
    remedy: "Put the auth annotations on the Ingress.",
    severity: .error, mistakes: ["M077"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
            alb.ingress.kubernetes.io/actions.split: |
              {"type": "forward", "forwardConfig": {"targetGroups": [
                {"serviceName": "blue", "servicePort": 80, "weight": 90},
                {"serviceName": "green", "servicePort": 80, "weight": 10}
              ]}}
        spec:
          ingressClassName: alb
          rules:
            - host: app.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: split, port: {name: use-annotation}}}
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: blue
          annotations:
            alb.ingress.kubernetes.io/auth-type: cognito
        spec:
          type: NodePort
          selector: {app: web}
          ports: [{port: 80}]
        """,
        marks: ["\"blue\""])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/actions.split: |
            {"type": "forward", "forwardConfig": {"targetGroups": [
              {"serviceName": "blue", "servicePort": 80, "weight": 90},
              {"serviceName": "green", "servicePort": 80, "weight": 10}
            ]}}
      spec:
        ingressClassName: alb
        defaultBackend: {service: {name: split, port: {name: use-annotation}}}
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: blue
      spec:
        type: NodePort
        selector: {app: web}
        ports: [{port: 80}]
      """
    ],
    check: .ingresses(with: [AnnotationDefinition.Ingress.actions]) { subject, context, report in
      let key = AnnotationDefinition.Ingress.authType.key
      guard subject.member.annotations[key] == nil,
        !subject.member.annotations(of: AnnotationDefinition.Ingress.actions).isEmpty
      else { return }
      for reference in subject.member.serviceReferences() {
        guard case .target(let json, let name, _) = reference.place,
          json.elements(json.value("forwardConfig", "targetGroups")).count > 1,
          let annotation = context.objects.service(reference.service)?.metadata.annotations[key],
          annotation.value.value == "cognito" || annotation.value.value == "oidc"
        else { continue }
        report(
          .ignored(annotation.value.value, of: reference.service), at: json.span(of: name, &report),
          in: subject.object, notes: [Finding.Note(.note, "the login is asked for here", at: annotation.key.span)])
      }
    })
}

extension Finding.Message {
  fileprivate static func ignored(_ type: String, of service: ObjectName) -> Self {
    "the auth-type \(type) of Service \(service) is ignored, because the action has several targets"
  }
}
