import LoadBalancerModel
import Manifests

extension LintRule {
  package static let backendWithoutService = LintRule(
    id: "backend-without-service",
    summary: "A backend names a resource in place of a Service.",
    rationale: "Kubernetes allows it, the controller does not: its webhook crashes on such a path and the Ingress is "
      + "not admitted; a default backend is admitted and then stops the whole IngressGroup "
      + "(webhooks/networking/ingress_validator.go, pkg/ingress/enhanced_backend_builder.go).",
    remedy: "Name a Service, or an action with the port name use-annotation.",
    severity: .error, mistakes: ["M062"], refusals: ["backend-without-service", "webhook-crash"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          ingressClassName: alb
          defaultBackend: {resource: {apiGroup: k8s.example.com, kind: Bucket, name: assets}}
        """,
        marks: ["{resource: {apiGroup: k8s.example.com, kind: Bucket, name: assets}}"]),
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
                    backend: {resource: {kind: Bucket, name: assets}}
        """,
        marks: ["{resource: {kind: Bucket, name: assets}}"]),
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        ingressClassName: alb
        defaultBackend: {service: {name: web, port: {number: 80}}}
      """
    ],
    check: .ingresses { subject, _, report in
      subject.ingress.forEachBackend { backend in
        guard backend.service == nil, backend.hasResource else { return }
        report("the controller takes no backend that is a resource", at: backend.span, in: subject.object)
      }
    })
}
