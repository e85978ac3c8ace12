package import Manifests

/// A Service that traffic is sent to, as the controller would find it in the cluster.
///
/// Either the input holds it, and what the API server fills in is added; or it does not, and it is taken for granted
/// with every port that somebody asks for.
package struct BackendService: Sendable {
  package var name: ObjectName
  /// The Service of the input; `nil` when it is taken for granted.
  package var declared: Service?

  package init(_ service: Service) {
    name = service.metadata.objectName
    declared = service
  }

  /// A Service that the input does not hold and that is assumed to exist.
  package init(assumed name: ObjectName) { self.name = name }

  package var isAssumed: Bool { declared == nil }

  /// No annotations for an assumed Service.
  package var annotations: Annotations { declared?.metadata.annotations ?? Annotations() }

  package var uid: Planned<String> {
    declared?.uid ?? Planned(unknown: .service, from: Origin(.field("metadata.uid")))
  }

  /// The places that declare it; empty for an assumed Service.
  package var spans: [SourceSpan] { declared.map { [$0.metadata.name.span] } ?? [] }

  /// `spec.type`; `nil` for an assumed Service.
  package var type: String? { declared?.effectiveType }
}

extension BackendService {
  /// Finds a port by its number or name, or refuses. Mirrors `LookupServicePort` in `pkg/k8s/service_utils.go`.
  package func port(
    _ reference: IntOrString, at culprits: @autoclosure () -> [SourceSpan]
  ) throws(BuildFailure) -> BackendPort {
    guard let port = port(reference) else { throw missingPort(reference, at: culprits()) }
    return port
  }

  /// Finds a port by its number or name; the first match counts. An assumed Service has every port.
  package func port(_ reference: IntOrString) -> BackendPort? {
    guard let service = declared else { return BackendPort(assumed: reference) }
    let position =
      switch reference {
      case .number(let number): service.ports.firstIndex { $0.port.value == number }
      case .name(let name): service.ports.firstIndex { $0.effectiveName.isSameText(as: name) }
      }
    return position.map { BackendPort(service.ports[$0], of: service) }
  }

  /// That the Service has no such port, in the controller's words.
  package func missingPort(_ reference: IntOrString, at culprits: [SourceSpan]) -> BuildFailure {
    BuildFailure(
      "service-port-not-found", "unable to find port \(reference) on service \(name)", at: culprits + spans)
  }
}
