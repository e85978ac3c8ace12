import LoadBalancerModel
import Manifests

extension LintRule {
  package static let refusedByAPIServer = LintRule(
    id: "refused-by-api-server",
    summary: "The Kubernetes API server refuses a field of the object.",
    rationale: "The object is never stored, so the controller never sees it: kubectl apply fails, and in a pipeline "
      + "that applies files one by one the others are there already. These are the checks of Kubernetes 1.34 on "
      + "creation, and those in the schema of the controller's IngressClassParams. Of a patch, as a kustomization of "
      + "the input names it, nothing is said to be missing.",
    remedy: "Change the field as the message says.",
    severity: .error, mistakes: ["M020", "M062", "M161"], refusals: ["unknown-path-type"],
    explains: [
      "unknown-scheme", "unknown-ip-address-type", "unknown-target-type", "ingress-class-not-found",
      "backend-without-service", "webhook-crash",
    ],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: Web
        spec:
          ingressClassName: alb
          rules:
            - host: 10.0.0.1
              http:
                paths:
                  - path: shop
                    pathType: Prefix
                    backend: {service: {name: web, port: {number: 80}}}
                  - path: /cart
                    backend: {service: {name: web}}
        """,
        marks: ["Web", "10.0.0.1", "shop", "path", "backend"]),
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          type: NodePort
          loadBalancerClass: service.k8s.aws/nlb
          ports:
            - {port: 80, targetPort: "8080", name: http}
            - {port: 80, name: http}
        """,
        marks: ["service.k8s.aws/nlb", "\"8080\"", "port", "http"]),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: alb
        spec:
          controller: ingress.k8s.aws/alb
          parameters:
            apiGroup: elbv2.k8s.aws
            kind: IngressClassParams
            name: alb
            namespace: shop
        ---
        apiVersion: elbv2.k8s.aws/v1beta1
        kind: IngressClassParams
        metadata:
          name: alb
        spec:
          scheme: public
          tags:
            - key: team
        """,
        marks: ["shop", "public", "key"]),
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/target-type: ip
      spec:
        ingressClassName: alb
        rules:
          - host: "*.example.com"
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {name: http}}}
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector: {app: web}
        ports:
          - {port: 80, targetPort: web, name: http}
          - {port: 80, protocol: UDP, name: http-udp}
      """
    ],
    check: .objects { subject, context, report in
      let refusals =
        switch subject.kind {
        case .ingress: ObjectValidator.refusals(ofIngress: subject.node)
        case .service: ObjectValidator.refusals(ofService: subject.node)
        case .ingressClass: ObjectValidator.refusals(ofIngressClass: subject.node)
        case .ingressClassParams: ObjectValidator.refusals(ofIngressClassParams: subject.node)
        }
      for refusal in refusals {
        guard refusal.value?.holdsPlaceholder != true else { continue }
        // A patch holds only what it changes.
        if refusal.value == nil, context.patches.holds(subject.node, in: refusal.span.file) { continue }
        report(.refused(refusal), at: refusal.place(in: subject.node), in: subject.object)
      }
    })
}

extension FieldRefusal {
  /// The field; of a backend that says nothing all of it, which the controller refuses, too.
  fileprivate func place(in object: YAMLNode) -> SourceSpan {
    guard value?.isEmpty != false, path.hasSuffix("ackend") else { return span }
    var whole = span
    InputWalk.forEachEntry(below: object) { entry, _ in
      if entry.key.span == span, entry.value["service"] == nil, entry.value["resource"] == nil {
        whole.end = max(span.end, entry.value.span.end)
      }
      return true
    }
    return whole
  }
}

extension Finding.Message {
  fileprivate static func refused(_ refusal: FieldRefusal) -> Self {
    "the API server refuses \(refusal.path): \(refusal.reason)"
  }
}
