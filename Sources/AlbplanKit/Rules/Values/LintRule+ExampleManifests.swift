/// Small manifests that the examples of rules on annotations are made of.
extension LintRule {
  /// An Ingress of the class `alb` with these annotations, each on a line of its own.
  static func ingress(_ annotations: String) -> String {
    """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: web
      annotations:
    \(indented(annotations))
    spec:
      ingressClassName: alb
      defaultBackend: {service: {name: web, port: {number: 80}}}
    """
  }

  /// A Service that becomes a network load balancer, with these annotations.
  static func service(_ annotations: String) -> String {
    """
    apiVersion: v1
    kind: Service
    metadata:
      name: web
      annotations:
    \(indented(annotations))
    spec:
      type: LoadBalancer
      loadBalancerClass: service.k8s.aws/nlb
      selector: {app: web}
      ports: [{name: http, port: 80}]
    """
  }

  private static func indented(_ lines: String) -> String {
    lines.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }.joined(separator: "\n")
  }
}
