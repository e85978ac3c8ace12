import LoadBalancerModel
import Manifests

extension LintRule {
  package static let missingBackendService = LintRule(
    id: "missing-backend-service",
    summary: "A backend names a Service that does not exist in the Ingress's namespace.",
    rationale: "The controller then answers every request of the path with 503 and the text Backend service does not "
      + "exist, and reports success. One of several targets of an action that is missing stops the whole "
      + "IngressGroup, and so does any with the flag tolerate-non-existent-backend-service=false. Services of other "
      + "namespaces are never looked up (pkg/ingress/enhanced_backend_builder.go). What is not in the input is taken "
      + "for granted, unless a Service there has nearly the name, or has the name in another namespace.",
    remedy: "Correct the name. For a Service of another namespace make an Ingress there, with the same group.name.",
    severity: .error, mistakes: ["M060"], refusals: ["service-not-found"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: frontned, port: {number: 80}}}
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: frontend
        spec:
          type: NodePort
          selector: {app: frontend}
          ports: [{port: 80}]
        """,
        marks: ["frontned"],
        fixed: """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
          spec:
            ingressClassName: alb
            rules:
              - http:
                  paths:
                    - path: /
                      pathType: Prefix
                      backend: {service: {name: frontend, port: {number: 80}}}
          ---
          apiVersion: v1
          kind: Service
          metadata:
            name: frontend
          spec:
            type: NodePort
            selector: {app: frontend}
            ports: [{port: 80}]
          """),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          namespace: edge
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: shop
        spec:
          type: NodePort
          selector: {app: web}
          ports: [{port: 80}]
        """,
        marks: ["web"]),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/actions.split: |
              {
                "type": "forward",
                "forwardConfig": {
                  "targetGroups": [
                    {"serviceName": "blue", "servicePort": 80, "weight": 90},
                    {"serviceName": "green", "servicePort": 80, "weight": 10}
                  ]
                }
              }
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
        ---
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: alb
        spec:
          controller: ingress.k8s.aws/alb
        """,
        context: "complete: true", marks: ["\"green\""]),
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        ingressClassName: alb
        rules:
          - http:
              paths:
                - path: /a
                  pathType: Prefix
                  backend: {service: {name: elsewhere, port: {number: 80}}}
                - path: /b
                  pathType: Prefix
                  backend: {service: {name: worker-2, port: {number: 80}}}
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: worker-1
      spec:
        type: NodePort
        selector: {app: worker}
        ports: [{port: 80}]
      """
    ],
    check: .input { context, report in
      var missing: [(member: IngressGroupMember, reference: ServiceReference)] = []
      let objects = context.objects
      context.forEachMember { member, _ in
        for reference in member.serviceReferences()
        where objects.service(reference.service) == nil && !reference.service.name.isEmpty
          && !reference.service.name.holdsPlaceholder
        {
          missing.append((member, reference))
        }
      }
      guard !missing.isEmpty else { return }
      let services = NamedServices(context)
      for (member, reference) in missing {
        let nearest = services.name(meantBy: reference.service)
        let elsewhere = services.otherNamespace(of: reference.service, member.ingress)
        guard nearest != nil || elsewhere != nil || context.world.isComplete else { continue }
        var notes: [Finding.Note] = []
        if let elsewhere {
          notes.append(
            Finding.Note(
              .help, "make an Ingress in the namespace \(elsewhere.namespace), with the same group.name as this one",
              at: objects.service(elsewhere)?.metadata.name.span))
        }
        let edit = nearest.flatMap { reference.renaming(to: $0, &report) }
        report(
          .missing(reference.service, nearest: nearest, elsewhere: elsewhere), at: reference.nameSpan(&report),
          in: "Ingress \(member.name)", notes: notes,
          fix: edit.map { Finding.Fix("name the Service \(nearest ?? "")", .unsafe, edits: [$0]) })
      }
    })
}

/// The Services of the input, to find the one that was meant.
private struct NamedServices {
  private let context: LintContext
  private var namespaces: [String: [String]] = [:]
  private var typos: [String: TypoIndex] = [:]

  init(_ context: LintContext) {
    self.context = context
    var names: [String: [String]] = [:]
    for service in context.objects.services {
      let name = service.metadata.objectName
      if service.metadata.namespace != nil { namespaces[name.name, default: []].append(name.namespace) }
      // A Service that another backend names rightly may well be a sibling of one that is not in the input.
      if context.world.isComplete || !context.ingressBackends.contains(name) {
        names[name.namespace, default: []].append(name.name)
      }
    }
    typos = names.mapValues { TypoIndex($0) }
  }

  func name(meantBy name: ObjectName) -> String? { typos[name.namespace]?.name(meantBy: name.name) }

  /// The one Service of that name in another namespace, where both objects say in which namespace they are. One with an
  /// Ingress of its own is more likely that of another environment.
  func otherNamespace(of name: ObjectName, _ ingress: Ingress) -> ObjectName? {
    guard ingress.metadata.namespace != nil || context.world.isComplete,
      let others = namespaces[name.name]?.filter({ $0 != name.namespace }), let namespace = others.first,
      Set(others).count == 1
    else { return nil }
    let other = ObjectName(namespace: namespace, name: name.name)
    return context.world.isComplete || !context.ingressBackends.contains(other) ? other : nil
  }
}

extension Finding.Message {
  fileprivate static func missing(_ service: ObjectName, nearest: String?, elsewhere: ObjectName?) -> Self {
    if let nearest { return "there is no Service \(service); did you mean \(nearest)?" }
    if let elsewhere {
      return "there is no Service \(service); \(elsewhere) is in another namespace, where the controller never looks"
    }
    return "there is no Service \(service)"
  }
}
