import LoadBalancerModel
import Manifests

extension LintRule {
  package static let udpOnDualstack = LintRule(
    id: "udp-on-dualstack",
    summary: "A dualstack load balancer has a UDP listener, but no prefix for IPv6 source NAT.",
    rationale: "AWS refuses UDP and TCP_UDP listeners on a dualstack network load balancer unless "
      + "enable-prefix-for-ipv6-source-nat is on.",
    remedy: "Set aws-load-balancer-enable-prefix-for-ipv6-source-nat: \"on\", or use the address type ipv4.",
    severity: .error,
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-ip-address-type: dualstack",
          spec: "ports: [{port: 53, protocol: UDP}]"), marks: ["dualstack"],
        fixed: SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-ip-address-type: dualstack
          service.beta.kubernetes.io/aws-load-balancer-enable-prefix-for-ipv6-source-nat: "on"
          """, spec: "ports: [{port: 53, protocol: UDP}]"))
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-ip-address-type: dualstack",
          spec: "ports: [{port: 53, protocol: TCP}]"))
    ],
    check: .services { subject, _, report in
      guard subject.isHandled,
        let type = subject.annotations.annotation(AnnotationDefinition.Service.ipAddressType),
        type.value.value == LoadBalancerIPAddressType.dualstack.rawValue,
        let port = subject.service.ports.first(where: { $0.effectiveProtocol == "UDP" }),
        !subject.namesQUICPorts
      else { return }
      let setting = subject.annotations.annotation(AnnotationDefinition.Service.enablePrefixForIPv6SourceNAT)
      guard setting == nil || setting?.value.value == "off" else { return }
      let edit =
        if let setting {
          report.editor(for: setting.value.span)?.replaceValue(setting.value, with: "on")
        } else {
          report.editor(for: type.key.span)?.insert(
            AnnotationDefinition.Service.enablePrefixForIPv6SourceNAT.key, "on", after: type)
        }
      report(
        .udpOnDualstack(port.port.value), at: type.value.span, in: subject.object,
        notes: [Finding.Note(.note, "the UDP port", at: port.networkProtocol?.span ?? port.span)],
        fix: edit.map { Finding.Fix("use a prefix for IPv6 source NAT", .unsafe, edits: [$0]) })
    })

  package static let quicRestrictions = LintRule(
    id: "quic-restrictions",
    summary: "A QUIC listener stands where AWS takes none.",
    rationale:
      "QUIC is an upgrade of UDP ports; the controller refuses it for others. AWS takes at most one QUIC or TCP_QUIC "
      + "listener on a load balancer, none beside UDP listeners, none on dualstack, and none on a load balancer with "
      + "security groups, which the controller attaches unless aws-load-balancer-disable-nlb-sg is true.",
    remedy: "Keep one QUIC port, use the address type ipv4, and set aws-load-balancer-disable-nlb-sg: \"true\".",
    severity: .error, refusals: ["quic-on-other-protocol"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "web",
          """
          service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip
          service.beta.kubernetes.io/aws-load-balancer-quic-enabled-ports: "443"
          """, spec: "ports: [{port: 443, protocol: UDP}]"), marks: ["\"443\""])
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "web",
          """
          service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip
          service.beta.kubernetes.io/aws-load-balancer-disable-nlb-sg: "true"
          service.beta.kubernetes.io/aws-load-balancer-quic-enabled-ports: "443"
          """, spec: "ports: [{port: 443, protocol: UDP}]"))
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result, case .service(let service) = outcome.owner,
        let annotation = service.metadata.annotations[AnnotationDefinition.Service.quicEnabledPorts.key]
      else { return }
      let quic = stack.listeners.filter { $0.listenerProtocol == .quic || $0.listenerProtocol == .tcpQUIC }
      guard !quic.isEmpty, let loadBalancer = stack.loadBalancers.first else { return }
      let object = outcome.carrier(at: annotation.value.span)
      if quic.count > 1 { report(.severalQUICListeners(quic.count), at: annotation.value.span, in: object) }
      if let udp = stack.listeners.first(where: { $0.listenerProtocol == .udp || $0.listenerProtocol == .tcpUDP }) {
        report(.quicBesideUDP(udp.port), at: annotation.value.span, in: object)
      }
      if loadBalancer.ipAddressType.known == .dualstack {
        report(.quicOnDualstack, at: annotation.value.span, in: object)
      }
      if loadBalancer.securityGroups.known?.isEmpty == false {
        report(
          .quicWithSecurityGroups, at: annotation.value.span, in: object,
          notes: [Finding.Note(.help, "set aws-load-balancer-disable-nlb-sg: \"true\"")])
      }
    })
}

extension ServiceSubject {
  fileprivate var namesQUICPorts: Bool {
    annotations.stringList(AnnotationDefinition.Service.quicEnabledPorts)?.known?.isEmpty == false
  }
}

extension Finding.Message {
  fileprivate static func udpOnDualstack(_ port: Int32) -> Self {
    "AWS refuses the UDP listener on port \(port) of a dualstack load balancer without source NAT for IPv6"
  }
  fileprivate static func severalQUICListeners(_ count: Int) -> Self {
    "AWS takes one QUIC listener on a load balancer, not \(count)"
  }
  fileprivate static func quicBesideUDP(_ port: Int32) -> Self {
    "AWS takes no QUIC listener beside the UDP listener on port \(port)"
  }
  fileprivate static let quicOnDualstack: Self = "AWS takes no QUIC listener on a dualstack load balancer"
  fileprivate static let quicWithSecurityGroups: Self =
    "AWS takes no QUIC listener on a load balancer with security groups"
}
