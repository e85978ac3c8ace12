/// Manifests that the tests of several commands use.
enum Manifest {
  /// An Ingress with the lines that a test adds to its annotations.
  static func ingress(_ name: String = "web", annotations: String...) -> String {
    """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: \(name)
      annotations:
        alb.ingress.kubernetes.io/target-type: ip
    \(annotations.map { "    \($0)\n" }.joined())spec:
      ingressClassName: alb
      defaultBackend: {service: {name: web, port: {number: 80}}}

    """
  }

  /// A member of the IngressGroup shop.
  static func member(_ name: String, scheme: String) -> String {
    ingress(
      name, annotations: "alb.ingress.kubernetes.io/group.name: shop", "alb.ingress.kubernetes.io/scheme: \(scheme)")
  }

  /// A misspelt annotation at 7:5, which `--unsafe-fixes` mends.
  static let typo = ingress(annotations: "alb.ingress.kubernetes.io/listen-port: '[{\"HTTP\": 8080}]'")

  /// A comment at 7:5 that ignores nothing, which `--fix` takes out.
  static let idleComment = ingress(annotations: "# albplan: ignore[unknown-annotation] once upon a time")
}
