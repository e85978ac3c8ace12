import LoadBalancerModel
import Manifests

/// How a packet gets from a load balancer to a pod of a target group, and what it carries along.
struct PacketRoute {
  let loadBalancer: LoadBalancer
  let targetGroup: TargetGroup
  let binding: TargetGroupBinding?
  /// The Service behind the target group; `nil` when the input does not hold it.
  let service: Service?
  /// For a target group of a frontend load balancer: the port of the ALB that is its target.
  var albPort: Int32?

  private var start: PlanText { loadBalancer.type == .application ? "ALB" : "NLB" }

  /// `ALB → node:30080 → pod:8080`, `NLB → pod:8080`.
  var path: PlanText {
    switch targetGroup.targetType.known {
    case .instance?: "\(start) → node:\(.planned(targetGroup.port)) → \(pod)"
    case .ip?: "\(start) → \(pod)"
    case .alb?: "\(start) → ALB:\(albPort.map { "\($0)" } ?? .planned(targetGroup.port))"
    case nil: "\(start) → \(.unknown(targetGroup.targetType.missingFact ?? .service))"
    }
  }

  /// The pod and the port it is reached at.
  private var pod: PlanText {
    switch podPort {
    case .number(let number)?: "pod:\(number)"
    case .name(let name)?: "pod:\(verbatim: name) (a named port)"
    case nil: "pod:\(.unknown)"
    }
  }

  /// The port as the pod names it; `nil` when nobody knows.
  private var podPort: IntOrString? {
    if let binding, let port = service?.port(binding.servicePort) { return port.effectiveTargetPort.value }
    // For ip targets the group itself tells the number, but for 1, which also stands for a named port.
    guard targetGroup.targetType.isKnown(.ip), let number = targetGroup.port.known, number != 1 else { return nil }
    return .number(number)
  }

  private enum TrafficPolicy { case cluster, local }

  /// `nil` when the input does not hold the Service.
  private var trafficPolicy: TrafficPolicy? {
    service.map { $0.hasLocalTrafficPolicy ? .local : .cluster }
  }

  /// What happens on the node between load balancer and pod; `nil` where there is no node between.
  var nodeHop: PlanText? {
    guard targetGroup.targetType.isKnown(.instance) else { return nil }
    switch trafficPolicy {
    case .cluster?:
      return "the node passes it on to a pod, perhaps on another node (externalTrafficPolicy: Cluster)"
    case .local?: return "only to pods on the same node (externalTrafficPolicy: Local); nodes without one fail the check"
    case nil: return "the node passes it on to a pod"
    }
  }

  /// Whose address the pod sees; network load balancers only.
  var clientAddress: PlanText? {
    guard loadBalancer.type == .network, let type = targetGroup.targetType.known, type != .alb else { return nil }
    if attribute("proxy_protocol_v2.enabled") == true {
      return "in the header of proxy protocol v2, which the pod must understand"
    }
    let isPreserved = attribute("preserve_client_ip.enabled") ?? isPreservedByDefault(type)
    // kube-proxy replaces the sender when it may send the packet to another node.
    if type == .instance, trafficPolicy != .local {
      return trafficPolicy == nil
        ? "survives with externalTrafficPolicy: Local only"
        : "\("lost", .caution): the pod sees a node (externalTrafficPolicy: Cluster)"
    }
    guard isPreserved else { return "\("lost", .caution): the pod sees the NLB" }
    let isTranslated = loadBalancer.ipAddressType.known?.supportsIPv6 == true && targetGroup.ipAddressType.isKnown(.ipv4)
    return isTranslated ? "survives for IPv4; IPv6 clients appear as the NLB" : "survives: the pod sees the client"
  }

  /// AWS preserves the client's address for instances, and always for UDP; for addresses and TCP it has to be asked for.
  private func isPreservedByDefault(_ type: TargetType) -> Bool {
    if type == .instance { return true }
    return targetGroup.targetProtocol.known?.carriesUDP == true
  }

  private func attribute(_ key: String) -> Bool? {
    targetGroup.attributes.last { $0.key == key }?.value.known.flatMap { GoText.parseBool($0) }
  }
}

/// Where a health check really goes.
extension PacketRoute {
  /// `HTTP /healthz on port 8080, expects 200`.
  var healthCheck: PlanText {
    let check = targetGroup.healthCheck
    var text: PlanText
    if check.protocol.isKnown(.tcp) {
      text = "TCP connection to \(healthCheckPort)"
      if targetGroup.targetProtocol.known.map({ $0 == .udp || $0 == .quic }) == true {
        text.add(": the target must accept TCP there")
      }
    } else {
      text = "\(.planned(check.protocol))"
      if let path = check.path { text.add(" \(.planned(path))") }
      text.add(" on \(healthCheckPort)")
      switch check.matcher {
      case .httpCode(let codes)?: text.add(", expects \(.planned(codes))")
      case .grpcCode(let codes)?: text.add(", expects gRPC status \(.planned(codes))")
      case nil: break
      }
    }
    return text
  }

  private var healthCheckPort: PlanText {
    let check = targetGroup.healthCheck.port
    switch check.knowledge {
    case .known(.number(let number)):
      return isAnsweredByKubeProxy ? "port \(number) of the node (kube-proxy's healthCheckNodePort)" : "port \(number)"
    case .known(.trafficPort): return trafficPort.map { "port \($0) (traffic port)" } ?? "the traffic port"
    case .unknown(.healthCheckNodePort): return "the node's healthCheckNodePort \(.unknown)"
    case .unknown: return "port \(.unknown)"
    }
  }

  private var isAnsweredByKubeProxy: Bool {
    guard targetGroup.targetType.isKnown(.instance), let port = service?.healthCheckNodePort?.value, port != 0 else {
      return false
    }
    return targetGroup.healthCheck.port.isKnown(.number(port))
  }

  /// The port that takes the traffic, `nil` when it is not known.
  private var trafficPort: PlanText? {
    if let albPort { return "\(albPort)" }
    if targetGroup.targetType.isKnown(.ip), case .name(let name)? = podPort { return "\(verbatim: name)" }
    return targetGroup.port.known.map { "\($0)" }
  }

  /// `every 15 s, timeout 5 s, healthy after 2, unhealthy after 2`.
  var healthCheckTiming: PlanText {
    let check = targetGroup.healthCheck
    return """
      every \(.planned(check.intervalSeconds))\u{A0}s, timeout \(.planned(check.timeoutSeconds))\u{A0}s, \
      healthy after\u{A0}\(.planned(check.healthyThresholdCount)), \
      unhealthy after\u{A0}\(.planned(check.unhealthyThresholdCount))
      """
  }

  var healthCheckOrigins: [Origin] {
    let check = targetGroup.healthCheck
    var origins = [check.protocol.origin, check.port.origin]
    if let path = check.path { origins.append(path.origin) }
    switch check.matcher {
    case .httpCode(let codes)?, .grpcCode(let codes)?: origins.append(codes.origin)
    case nil: break
    }
    return origins.unique
  }

  var healthCheckTimingOrigins: [Origin] {
    let check = targetGroup.healthCheck
    return [
      check.intervalSeconds.origin, check.timeoutSeconds.origin, check.healthyThresholdCount.origin,
      check.unhealthyThresholdCount.origin,
    ].unique
  }
}

extension Service {
  /// The entry of `spec.ports` that a binding names by number or by name; the first match counts, as in the controller.
  fileprivate func port(_ reference: IntOrString) -> ServicePort? {
    ports.first { port in
      switch reference {
      case .number(let number): port.port.value == number
      case .name(let name): port.effectiveName.utf8.elementsEqual(name.utf8)
      }
    }
  }
}
