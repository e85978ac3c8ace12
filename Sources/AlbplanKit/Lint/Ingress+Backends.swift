import LoadBalancerModel
package import Manifests

/// A Service and a port that a path, the default backend or an action of an Ingress names.
struct ServiceBackend {
  var service: String
  var port: IntOrString
  var span: SourceSpan
}

extension Ingress {
  /// Visits the default backend, and the backend of each path.
  func forEachBackend(_ visit: (IngressBackend) -> Void) {
    if let defaultBackend { visit(defaultBackend) }
    for rule in rules {
      guard let paths = rule.paths else { continue }
      for path in paths { visit(path.backend) }
    }
  }

  /// Visits each path.
  func forEachPath(_ visit: (IngressPath) -> Void) {
    for rule in rules {
      guard let paths = rule.paths else { continue }
      for path in paths { visit(path) }
    }
  }

  /// The Services behind its backends and behind the actions that its backends name.
  ///
  /// An action that cannot be read names none.
  var serviceBackends: [ServiceBackend] {
    var backends: [ServiceBackend] = []
    var actions: Set<String> = []
    forEachBackend { backend in
      guard let service = backend.service else { return }
      let name = service.name
      guard service.usesAction else {
        backends.append(
          ServiceBackend(service: name.value, port: service.writtenPort ?? .number(0), span: name.span))
        return
      }
      guard actions.insert(name.value).inserted,
        let annotation = metadata.annotations[AnnotationDefinition.Ingress.actions.key(name.value)],
        let action = try? ActionConfiguration.parse(annotation).normalized()
      else { return }
      for target in action.forward?.targetGroups ?? [] {
        guard let service = target.serviceName, let port = target.servicePort else { continue }
        backends.append(ServiceBackend(service: service, port: port, span: annotation.value.span))
      }
    }
    return backends
  }

  /// The Services that it sends requests to, all in its own namespace.
  package var backendServices: Set<ObjectName> {
    let namespace = metadata.objectName.namespace
    return Set(serviceBackends.map { ObjectName(namespace: namespace, name: $0.service) })
  }
}
