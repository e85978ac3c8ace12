import LoadBalancerModel
import Manifests

extension LintRule {
  package static let portNumberTwice = LintRule(
    id: "port-number-twice",
    summary: "Two ports of a Service have the same number, and only the first gets a listener.",
    rationale:
      "The controller tells listeners apart by number alone. TCP and UDP on one number need a TCP_UDP listener, "
      + "which it makes only if aws-load-balancer-enable-tcp-udp-listener is true (since v2.13).",
    remedy: "Set aws-load-balancer-enable-tcp-udp-listener: \"true\", or use another number.",
    severity: .error, mistakes: ["M110"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          spec: "ports: [{name: udp, port: 53, protocol: UDP}, {name: tcp, port: 53, protocol: TCP}]"), marks: ["53"],
        fixed: SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-enable-tcp-udp-listener: \"true\"",
          spec: "ports: [{name: udp, port: 53, protocol: UDP}, {name: tcp, port: 53, protocol: TCP}]"))
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-enable-tcp-udp-listener: \"true\"",
          spec: "ports: [{name: udp, port: 53, protocol: UDP}, {name: tcp, port: 53, protocol: TCP}]"))
    ],
    check: .services { subject, context, report in
      guard subject.isHandled, !subject.mergesTCPAndUDP(context.controller) else { return }
      var first: [Int32: ServicePort] = [:]
      for port in subject.service.ports {
        guard let other = first[port.port.value] else {
          first[port.port.value] = port
          continue
        }
        guard port.effectiveProtocol != other.effectiveProtocol else { continue }
        let canMerge = Set([port.effectiveProtocol, other.effectiveProtocol]) == ["TCP", "UDP"]
        report(
          .portNumberTwice(port, other), at: port.port.span, in: subject.object,
          notes: [Finding.Note(.note, "this one gets the listener", at: other.port.span)],
          fix: canMerge ? subject.mergingFix(&report) : nil)
      }
    })

  package static let unmergeablePorts = LintRule(
    id: "unmergeable-ports",
    summary: "Ports of one number cannot share a TCP_UDP listener.",
    rationale:
      "With aws-load-balancer-enable-tcp-udp-listener the controller joins exactly one TCP and one UDP port of a "
      + "number, and refuses the Service where it finds others.",
    remedy: "Keep one TCP and one UDP entry for a number.",
    severity: .error, mistakes: ["M110"],
    refusals: ["merge-of-more-than-two-ports", "merge-of-other-protocol", "merge-of-same-protocol"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-enable-tcp-udp-listener: \"true\"",
          spec: "ports: [{name: tcp, port: 53}, {name: sctp, port: 53, protocol: SCTP}]"))
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-enable-tcp-udp-listener: \"true\"",
          spec: "ports: [{name: udp, port: 53, protocol: UDP}, {name: tcp, port: 53, protocol: TCP}]"))
    ],
    check: .refusalsOnly)
}

extension ServiceSubject {
  fileprivate func mergesTCPAndUDP(_ controller: ControllerConfiguration) -> Bool {
    (try? annotations.bool(AnnotationDefinition.Service.enableTCPUDPListener))?.known
      ?? controller.featureGates[.enableTCPUDPListener]
  }

  fileprivate func mergingFix(_ report: inout LintRule.Report) -> Finding.Fix? {
    let definition = AnnotationDefinition.Service.enableTCPUDPListener
    let edit: Finding.Edit?
    if let written = annotations.annotation(definition) {
      edit = report.editor(for: written.value.span)?.replaceValue(written.value, with: "true")
    } else if let sibling = service.metadata.annotations.entries.last {
      edit = report.editor(for: sibling.key.span)?.insert(definition.key, "true", after: sibling)
    } else {
      edit = nil
    }
    return edit.map { Finding.Fix("join TCP and UDP in one listener", .unsafe, edits: [$0]) }
  }
}

extension Finding.Message {
  fileprivate static func portNumberTwice(_ port: ServicePort, _ other: ServicePort) -> Self {
    "\(port.effectiveProtocol) gets no listener: \(other.effectiveProtocol) has port \(port.port.value) already"
  }
}
