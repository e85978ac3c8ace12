/// Small manifests that the examples of rules on annotations are made of.
extension LintRule {
  /// An Ingress of the class `alb` with these annotations, each on a line of its own.
  static func ingress(_ annotations: String) -> String {
    SampleManifest.ingress("web", annotations)
  }

  /// A Service that becomes a network load balancer, with these annotations.
  static func service(_ annotations: String) -> String {
    SampleManifest.service(
      "web", annotations,
      spec: """
        type: LoadBalancer
        loadBalancerClass: service.k8s.aws/nlb
        selector: {app: web}
        ports: [{name: http, port: 80}]
        """)
  }
}
