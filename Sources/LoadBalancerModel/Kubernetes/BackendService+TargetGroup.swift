import Manifests

extension BackendService {
  /// Address family of the target group: IPv6 as soon as any family of the Service is.
  ///
  /// Mirrors `buildTargetGroupIPAddressType`, which is the same in `pkg/ingress` and `pkg/service`. An absent
  /// `spec.ipFamilies` counts as IPv4, which is what a cluster with IPv4 as its first family fills in.
  package func targetIPAddressType(
    loadBalancer ipAddressType: Planned<LoadBalancerIPAddressType>
  ) throws(BuildFailure) -> Planned<TargetIPAddressType> {
    guard let family = declared?.ipv6Family else {
      guard let family = declared?.ipFamilies.first else { return Planned(.ipv4, from: .controllerDefault) }
      return Planned(.ipv4, from: .field("spec.ipFamilies", at: family.span))
    }
    if let type = ipAddressType.known, !type.supportsIPv6 {
      throw BuildFailure(
        "ipv6-targets-without-dualstack", "unsupported IPv6 configuration, lb not dual-stack",
        at: [family.span] + ipAddressType.origin.spans)
    }
    return Planned(.ipv6, from: .field("spec.ipFamilies", at: family.span))
  }

  /// Reads the port of a health check: `traffic-port`, a number, or the name of one of the Service's ports.
  ///
  /// Mirrors `buildTargetGroupHealthCheckPort`, which is the same in `pkg/ingress` and `pkg/service`.
  package func healthCheckPort(
    _ text: Planned<String>, targetType: TargetType
  ) throws(BuildFailure) -> Planned<HealthCheckPort> {
    guard let known = text.known else { return text.map { _ in .trafficPort } }
    if known == "traffic-port" { return Planned(.trafficPort, from: text.origin) }
    if let number = Self.portNumber(known) { return Planned(.number(number), from: text.origin) }
    let port: BackendPort
    do {
      port = try self.port(.name(known), at: text.origin.spans)
    } catch {
      throw error.wrapped("failed to resolve healthCheckPort")
    }
    let origin = text.origin
    if targetType == .instance {
      return Planned(port.nodePort.map { .number($0) }.knowledge, from: origin)
    }
    guard let target = port.targetPort.known else {
      return Planned(port.targetPort.map { _ in .trafficPort }.knowledge, from: origin)
    }
    guard case .number(let number) = target else {
      throw BuildFailure(
        "named-health-check-port",
        "cannot use named healthCheckPort for IP TargetType when service's targetPort is a named port",
        at: text.origin.spans + (port.span.map { [$0] } ?? []))
    }
    return Planned(.number(number), from: origin)
  }

  /// `intstr.Parse`: a text that `strconv.ParseInt` takes as 32 bits is a number.
  private static func portNumber(_ text: String) -> Int32? {
    try? GoText.parseInteger(text) as Int32
  }
}
