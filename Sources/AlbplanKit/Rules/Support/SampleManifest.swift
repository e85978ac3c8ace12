/// Complete manifests for the examples of rules, in which nothing is wrong but what the example puts in.
enum SampleManifest {
  /// An Ingress of the controller with these annotations, one a line.
  static func ingress(
    _ name: String = "web", _ annotations: String,
    spec: String = "defaultBackend: {service: {name: web, port: {number: 80}}}"
  ) -> String {
    object("networking.k8s.io/v1", "Ingress", name, annotations, spec: "ingressClassName: alb\n" + spec)
  }

  /// The Service behind it, with these annotations, one a line.
  static func service(
    _ name: String = "web", _ annotations: String = "",
    spec: String = "type: NodePort\nselector: {app: web}\nports: [{port: 80}]"
  ) -> String {
    object("v1", "Service", name, annotations, spec: spec)
  }

  /// A Service that the controller makes an internal network load balancer for.
  static func loadBalancer(
    _ name: String = "dns", _ annotations: String = "",
    scheme: String? = "internal", spec: String = "ports: [{port: 53}]"
  ) -> String {
    let scheme = scheme.map { "service.beta.kubernetes.io/aws-load-balancer-scheme: \($0)" }
    let lines = [scheme, annotations.isEmpty ? nil : annotations].compactMap(\.self).joined(separator: "\n")
    return service(
      name, lines, spec: "type: LoadBalancer\nloadBalancerClass: service.k8s.aws/nlb\nselector: {app: dns}\n" + spec)
  }

  /// Several documents in one file.
  static func file(_ documents: String...) -> String { documents.joined(separator: "\n---\n") }

  /// An object with these annotations and this specification, each one line or several.
  static func object(
    _ apiVersion: String, _ kind: String, _ name: String, _ annotations: String, spec: String
  ) -> String {
    """
    apiVersion: \(apiVersion)
    kind: \(kind)
    metadata:
      name: \(name)
    \(annotations.isEmpty ? "" : "  annotations:\n\(indented(annotations, by: 4))\n")spec:
    \(indented(spec, by: 2))
    """
  }

  private static func indented(_ text: String, by width: Int) -> String {
    let margin = String(repeating: " ", count: width)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
  }
}
