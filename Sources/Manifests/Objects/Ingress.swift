/// An Ingress of `networking.k8s.io/v1`. A class, for it never changes and is passed along often.
package final class Ingress: Sendable {
  package let metadata: ObjectMetadata
  package let className: Located<String>?
  package let defaultBackend: IngressBackend?
  package let rules: [IngressRule]
  package let tls: [IngressTLS]

  package init(
    metadata: ObjectMetadata, className: Located<String>?, defaultBackend: IngressBackend?, rules: [IngressRule],
    tls: [IngressTLS]
  ) {
    self.metadata = metadata
    self.className = className
    self.defaultBackend = defaultBackend
    self.rules = rules
    self.tls = tls
  }
}

/// One entry of `spec.rules` of an Ingress.
package struct IngressRule: Sendable {
  /// `nil` when absent.
  package var host: Located<String>?
  /// `nil` when the entry has no `http`.
  package var paths: [IngressPath]?
  package var span: SourceSpan

  package init(host: Located<String>?, paths: [IngressPath]?, span: SourceSpan) {
    self.host = host
    self.paths = paths
    self.span = span
  }
}

/// One entry of `spec.rules[].http.paths`.
package struct IngressPath: Sendable {
  /// `nil` when absent, which the controller reads as the empty path.
  package var path: Located<String>?
  package var pathType: Located<String>?
  package var backend: IngressBackend
  package var span: SourceSpan

  package init(path: Located<String>?, pathType: Located<String>?, backend: IngressBackend, span: SourceSpan) {
    self.path = path
    self.pathType = pathType
    self.backend = backend
    self.span = span
  }
}

/// Where a path or the default backend sends its requests.
package struct IngressBackend: Sendable {
  package var service: IngressServiceBackend?
  /// The backend names a `resource`, which the controller does not support.
  package var hasResource: Bool
  package var span: SourceSpan

  package init(service: IngressServiceBackend?, hasResource: Bool, span: SourceSpan) {
    self.service = service
    self.hasResource = hasResource
    self.span = span
  }
}

/// `backend.service`: a Service (or the name of an action) and one of its ports.
package struct IngressServiceBackend: Sendable {
  package var name: Located<String>
  /// `port.name`; `nil` when absent or empty.
  package var portName: Located<String>?
  /// `port.number`; `nil` when absent, which the controller reads as 0.
  package var portNumber: Located<Int32>?

  package init(name: Located<String>, portName: Located<String>?, portNumber: Located<Int32>?) {
    self.name = name
    self.portName = portName
    self.portNumber = portNumber
  }
}

/// One entry of `spec.tls`.
package struct IngressTLS: Sendable {
  package var hosts: [Located<String>]
  package var secretName: Located<String>?
  package var span: SourceSpan

  package init(hosts: [Located<String>], secretName: Located<String>?, span: SourceSpan) {
    self.hosts = hosts
    self.secretName = secretName
    self.span = span
  }
}
