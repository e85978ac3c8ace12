import LoadBalancerModel
import Manifests

extension LintRule {
  package static let missingServicePort = LintRule(
    id: "missing-service-port",
    summary: "A backend names a port that its Service does not have.",
    rationale: "The controller looks for the Service's own port, by its number or its name, never for the port of "
      + "the pods (targetPort). Without a match it refuses the whole IngressGroup (pkg/k8s/service_utils.go).",
    remedy: "Name the port as the Service has it in port or name.",
    severity: .error, mistakes: ["M061", "M099"], refusals: ["service-port-not-found"],
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
                    backend:
                      service:
                        name: web
                        port:
                          number: 8080
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          type: NodePort
          selector: {app: web}
          ports:
            - port: 80
              targetPort: 8080
        """,
        marks: ["8080"],
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
                      backend:
                        service:
                          name: web
                          port:
                            number: 80
          ---
          apiVersion: v1
          kind: Service
          metadata:
            name: web
          spec:
            type: NodePort
            selector: {app: web}
            ports:
              - port: 80
                targetPort: 8080
          """),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/actions.split: >-
              {"type": "forward", "forwardConfig": {"targetGroups": [{"serviceName": "web", "servicePort": "htpp"}]}}
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: split, port: {name: use-annotation}}}
                  - path: /b
                    pathType: Prefix
                    backend: {service: {name: web, port: {name: https}}}
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          type: NodePort
          selector: {app: web}
          ports: [{name: http, port: 80}]
        """),
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
                  backend: {service: {name: web, port: {number: 80}}}
                - path: /b
                  pathType: Prefix
                  backend: {service: {name: web, port: {name: http}}}
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        type: NodePort
        selector: {app: web}
        ports: [{name: http, port: 80, targetPort: 8080}]
      """
    ],
    check: .ingresses { subject, context, report in
      for reference in subject.member.serviceReferences() {
        guard let port = reference.port, let service = context.objects.service(reference.service),
          BackendService(service).port(port) == nil
        else { continue }
        if case .name(let name) = port, name.holdsPlaceholder { continue }
        let behind = service.ports.filter { $0.effectiveTargetPort.value == port }
        let meant = behind.count == 1 ? behind.first : service.port(nearestTo: port)
        let edit = meant.flatMap { reference.changingPort(to: $0, &report) }
        report(
          .missing(port, of: reference.service, isTargetPort: !behind.isEmpty), at: reference.portSpan(&report),
          in: subject.object,
          notes: [Finding.Note(.help, "the Service has \(service.portList)", at: service.ports.first?.span)],
          fix: edit.map {
            Finding.Fix("name the Service's port", behind.count == 1 ? .safe : .unsafe, edits: [$0])
          })
      }
    })
}

extension Service {
  /// `port 80 (http), port 443`.
  fileprivate var portList: String {
    if ports.isEmpty { return "no ports" }
    let shown = ports.prefix(8).map { port in
      "port \(port.port.value)" + (port.effectiveName.isEmpty ? "" : " (\(port.effectiveName))")
    }
    return shown.joined(separator: ", ") + (ports.count > 8 ? " and others" : "")
  }

  fileprivate func port(nearestTo reference: IntOrString) -> ServicePort? {
    guard case .name(let name) = reference, let nearest = NearestName.of(name, among: ports.map(\.effectiveName)) else {
      return nil
    }
    return ports.first { $0.effectiveName == nearest }
  }
}

extension Finding.Message {
  fileprivate static func missing(_ port: IntOrString, of service: ObjectName, isTargetPort: Bool) -> Self {
    isTargetPort
      ? "Service \(service) has no port \(port): that is the port of its pods (targetPort)"
      : "Service \(service) has no port \(port)"
  }
}
