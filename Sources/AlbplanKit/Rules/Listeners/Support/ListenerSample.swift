/// Complete manifests for the examples of rules on listeners, groups and authentication, right but for what is put in.
enum ListenerSample {
  /// An Ingress for the host `web.example.com` with these annotations, each on a line of its own.
  static func ingress(
    _ annotations: String = "", name: String = "web", className: String = "alb", spec: String = paths()
  ) -> String {
    SampleManifest.object(
      "networking.k8s.io/v1", "Ingress", name, annotations, spec: "ingressClassName: \(className)\n" + spec)
  }

  /// Rules with one path to a Service.
  static func paths(_ host: String = "web.example.com", path: String = "/", service: String = "web") -> String {
    """
    rules:
    - host: \(host)
      http:
        paths:
        - {path: \(path), pathType: Prefix, backend: {service: {name: \(service), port: {number: 80}}}}
    """
  }

  static let defaultBackend = "defaultBackend: {service: {name: web, port: {number: 80}}}"

  /// A class of the controller without parameters, so that nothing about it is taken for granted.
  static let ingressClass = """
    apiVersion: networking.k8s.io/v1
    kind: IngressClass
    metadata:
      name: alb
    spec:
      controller: ingress.k8s.aws/alb
    """

  /// The Service behind the paths, with these annotations, each on a line of its own.
  static func service(_ annotations: String = "", name: String = "web") -> String {
    SampleManifest.service(name, annotations)
  }
}
