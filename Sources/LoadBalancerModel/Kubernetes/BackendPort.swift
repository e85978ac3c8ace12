package import Manifests

/// One port of a Service behind a target group, with what the API server fills in.
package struct BackendPort: Sendable {
  /// Unknown when an assumed Service is asked for a port by name.
  package var number: Planned<Int32>
  /// Empty when the port has none.
  package var name: String
  /// `TCP`, `UDP` or `SCTP`.
  package var networkProtocol: String
  /// The port of the pods: a number, or the name of a container port.
  package var targetPort: Planned<IntOrString>
  /// 0 when the port has no node port and will get none.
  package var nodePort: Planned<Int32>
  /// The entry of `spec.ports`; `nil` for an assumed Service.
  package var span: SourceSpan?

  /// A port of a Service of the input.
  package init(_ port: ServicePort, of service: Service) {
    number = Planned(port.port.value, from: .field("spec.ports[].port", at: port.port.span))
    name = port.effectiveName
    networkProtocol = port.effectiveProtocol
    let target = port.effectiveTargetPort
    targetPort = Planned(target.value, from: .field("spec.ports[].targetPort", at: target.span))
    if let nodePort = port.nodePort, nodePort.value != 0 {
      self.nodePort = Planned(nodePort.value, from: .field("spec.ports[].nodePort", at: nodePort.span))
    } else {
      let origin = Origin.field("spec.ports[].nodePort", at: port.span)
      nodePort = service.hasAllocatedNodePorts ? Planned(unknown: .nodePort, from: origin) : Planned(0, from: origin)
    }
    span = port.span
  }

  /// A port of a Service that the input does not hold.
  package init(assumed reference: IntOrString) {
    switch reference {
    case .number(let number):
      self.number = Planned(number, from: Origin(.field("spec.ports[].port")))
      name = ""
    case .name(let name):
      number = Planned(unknown: .service, from: Origin(.field("spec.ports[].port")))
      self.name = name
    }
    networkProtocol = "TCP"
    targetPort = Planned(unknown: .service, from: Origin(.field("spec.ports[].targetPort")))
    nodePort = Planned(unknown: .service, from: Origin(.field("spec.ports[].nodePort")))
  }
}

extension BackendPort {
  /// The target group's port: the node port, the pods' port, or 1 where that is a name; 0 where there is none.
  ///
  /// Mirrors `buildTargetGroupPort`, which is the same in `pkg/ingress` and `pkg/service`.
  package func targetGroupPort(_ targetType: TargetType) -> Planned<Int32> {
    if targetType == .instance { return nodePort }
    return targetPort.map { if case .number(let number) = $0 { number } else { 1 } }
  }

  /// The port that the targets' security groups must open: the node port, or the pods' port as a number or a name.
  package func bindingPort(_ targetType: TargetType) -> Planned<IntOrString> {
    targetType == .instance ? nodePort.map { .number($0) } : targetPort
  }

  /// Refuses a target group without a port.
  ///
  /// Mirrors the check in `buildTargetGroupSpec`, which is the same in `pkg/ingress` and `pkg/service`.
  package func validateTargetGroupPort(
    _ targetType: TargetType, of service: BackendService
  ) throws(BuildFailure) {
    guard targetGroupPort(targetType).known == 0 else { return }
    let culprits = [span, service.declared?.type?.span].compactMap { $0 } + service.spans
    throw targetType == .instance
      ? BuildFailure(
        "target-group-port-empty",
        "TargetGroup port is empty. When using Instance targets, your service be must of type "
          + "'NodePort' or 'LoadBalancer'", at: culprits)
      : BuildFailure(
        "target-group-port-empty", "TargetGroup port is empty. Are you using the correct service type?", at: culprits)
  }
}
