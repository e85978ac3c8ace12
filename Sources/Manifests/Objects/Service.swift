/// A Kubernetes value that is a number or a name.
package enum IntOrString: Hashable, Sendable, CustomStringConvertible {
  case number(Int32)
  case name(String)

  package var description: String {
    switch self {
    case .number(let number): String(number)
    case .name(let name): name
    }
  }
}

/// A Service of `v1`, as written: what the API server fills in is left to `Service+Defaults.swift`.
///
/// A class, for it never changes and is passed along often.
package final class Service: Sendable {
  package let metadata: ObjectMetadata
  package let type: Located<String>?
  package let loadBalancerClass: Located<String>?
  package let ports: [ServicePort]
  package let externalTrafficPolicy: Located<String>?
  package let healthCheckNodePort: Located<Int32>?
  package let allocateLoadBalancerNodePorts: Located<Bool>?
  package let loadBalancerSourceRanges: [Located<String>]
  package let ipFamilies: [Located<String>]
  /// It has a `spec` without a selector, or with an empty one.
  package let selectsNothing: Bool

  package init(
    metadata: ObjectMetadata, type: Located<String>?, loadBalancerClass: Located<String>?, ports: [ServicePort],
    externalTrafficPolicy: Located<String>?, healthCheckNodePort: Located<Int32>?,
    allocateLoadBalancerNodePorts: Located<Bool>?, loadBalancerSourceRanges: [Located<String>],
    ipFamilies: [Located<String>], selectsNothing: Bool = false
  ) {
    self.metadata = metadata
    self.type = type
    self.loadBalancerClass = loadBalancerClass
    self.ports = ports
    self.externalTrafficPolicy = externalTrafficPolicy
    self.healthCheckNodePort = healthCheckNodePort
    self.allocateLoadBalancerNodePorts = allocateLoadBalancerNodePorts
    self.loadBalancerSourceRanges = loadBalancerSourceRanges
    self.ipFamilies = ipFamilies
    self.selectsNothing = selectsNothing
  }
}

/// One entry of `spec.ports` of a Service, as written.
package struct ServicePort: Sendable {
  /// `nil` when absent.
  package var name: Located<String>?
  package var port: Located<Int32>
  /// `nil` when absent: TCP.
  package var networkProtocol: Located<String>?
  /// `nil` when absent: the number in `port`.
  package var targetPort: Located<IntOrString>?
  /// `nil` when absent.
  package var nodePort: Located<Int32>?
  package var appProtocol: Located<String>?
  package var span: SourceSpan

  package init(
    name: Located<String>?, port: Located<Int32>, networkProtocol: Located<String>?,
    targetPort: Located<IntOrString>?, nodePort: Located<Int32>?, appProtocol: Located<String>?, span: SourceSpan
  ) {
    self.name = name
    self.port = port
    self.networkProtocol = networkProtocol
    self.targetPort = targetPort
    self.nodePort = nodePort
    self.appProtocol = appProtocol
    self.span = span
  }
}
