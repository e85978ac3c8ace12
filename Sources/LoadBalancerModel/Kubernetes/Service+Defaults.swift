package import Manifests

/// What the API server fills in before the controller sees a Service.
///
/// A value that only the cluster can choose (a uid, an allocated node port) is unknown, never 0: the controller's check
/// for a missing port must not fire for a port that the API server would allocate.
/// Source: Kubernetes `pkg/apis/core/v1/defaults.go`, `pkg/registry/core/service/storage/alloc.go`.
extension Service {
  /// `spec.type`; `ClusterIP` when absent.
  package var effectiveType: String { type?.value ?? "ClusterIP" }

  package var isLoadBalancer: Bool { effectiveType == "LoadBalancer" }

  /// The uid that generated names hash.
  package var uid: Planned<String> {
    if let uid = metadata.uid { return Planned(uid.value, from: .field("metadata.uid", at: uid.span)) }
    return Planned(unknown: .serviceUID, from: Origin(.field("metadata.uid"), at: metadata.name.span))
  }

  /// Nodes without a local pod take no traffic. The controller cares on type LoadBalancer only.
  package var hasLocalTrafficPolicy: Bool { externalTrafficPolicy?.value == "Local" }

  /// Node ports were declined: `allocateLoadBalancerNodePorts` is written as `false`.
  package var declinesNodePorts: Bool { allocateLoadBalancerNodePorts?.value == false }

  /// The API server gives every port a node port.
  package var hasAllocatedNodePorts: Bool {
    switch effectiveType {
    case "NodePort": true
    case "LoadBalancer": !declinesNodePorts
    default: false
    }
  }

  /// `spec.healthCheckNodePort`: allocated for type LoadBalancer with the policy `Local`, otherwise 0.
  package var effectiveHealthCheckNodePort: Planned<Int32> {
    let path = "spec.healthCheckNodePort"
    if let port = healthCheckNodePort, port.value != 0 { return Planned(port.value, from: .field(path, at: port.span)) }
    let cause = Origin(.field(path), at: externalTrafficPolicy.map { [$0.span] } ?? [])
    return isLoadBalancer && hasLocalTrafficPolicy
      ? Planned(unknown: .healthCheckNodePort, from: cause) : Planned(0, from: cause)
  }

  /// The entry of `spec.ipFamilies` that makes target groups IPv6: any of them does.
  package var ipv6Family: Located<String>? { ipFamilies.first { $0.value == "IPv6" } }
}

extension ServicePort {
  /// Protocol as the API server completes it: `TCP` when absent.
  package var effectiveProtocol: String {
    guard let networkProtocol, !networkProtocol.value.isEmpty else { return "TCP" }
    return networkProtocol.value
  }

  /// The name as the controller compares it: empty when absent.
  package var effectiveName: String { name?.value ?? "" }

  /// `targetPort`; the number in `port` when it is absent, 0 or empty.
  package var effectiveTargetPort: Located<IntOrString> {
    guard let targetPort, targetPort.value != .number(0), targetPort.value != .name("") else {
      return port.map { .number($0) }
    }
    return targetPort
  }
}
