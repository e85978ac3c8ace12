import LoadBalancerModel
import Manifests

extension LintRule {
  package static let serviceListenerAttributesUnused = LintRule(
    id: "service-listener-attributes-unused",
    summary: "A Service sets attributes of a listener that its load balancer does not have.",
    rationale:
      "The annotation's key ends in the protocol and port of the finished listener, in capitals: TCP-80, UDP-53. A "
      + "key that matches none is ignored without a word, and so are attributes of TLS listeners of a network load "
      + "balancer.",
    remedy: "Let the key end in the protocol and port of a listener that exists.",
    severity: .warning, mistakes: ["M123"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "dns",
          "service.beta.kubernetes.io/aws-load-balancer-listener-attributes.tcp-53: tcp.idle_timeout.seconds=600"),
        marks: ["service.beta.kubernetes.io/aws-load-balancer-listener-attributes.tcp-53"],
        fixed: SampleManifest.loadBalancer(
          "dns",
          "service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-53: tcp.idle_timeout.seconds=600")),
      Example(
        SampleManifest.loadBalancer(
          "dns",
          "service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-443: tcp.idle_timeout.seconds=600"),
        marks: ["service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-443"]),
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "dns",
          "service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-53: tcp.idle_timeout.seconds=600"))
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result, case .service(let service) = outcome.owner else { return }
      let definition = AnnotationDefinition.Service.listenerAttributes
      guard service.metadata.annotations.entries.contains(where: { definition.hasMember($0.key.value) }) else { return }
      let names = stack.listeners.map { "\($0.listenerProtocol.rawValue)-\($0.port)" }
      let object = "Service \(service.metadata.objectName)"
      for annotation in service.metadata.annotations.entries {
        guard let name = definition.variable(ofKey: annotation.key.value), !name.holdsPlaceholder else { continue }
        if names.contains(where: { $0.isSameText(as: name) }) {
          guard name.startsBytewise(with: "TLS-") else { continue }
          report(.attributesOfTLSListener, at: annotation.key.span, in: object)
          continue
        }
        let spelt = names.first { $0 == name.uppercased() }
        let edit = spelt.flatMap {
          report.editor(for: annotation.key.span)?.renameKey(annotation.key, to: definition.fixedPart + $0)
        }
        report(
          .noSuchListener(name, spelt ?? names.first { $0.portPart == name.portPart }), at: annotation.key.span,
          in: object, fix: edit.map { Finding.Fix("write the protocol in capitals", .unsafe, edits: [$0]) })
      }
    })
}

extension String {
  /// `443` of `HTTPS-443`.
  fileprivate var portPart: Substring? { split(separator: "-").last }
}

extension Finding.Message {
  fileprivate static func noSuchListener(_ name: String, _ meant: String?) -> Self {
    let start = "this has no effect: there is no listener \(name)"
    return Self(meant.map { "\(start); did you mean \($0)?" } ?? start)
  }
  fileprivate static let attributesOfTLSListener: Self =
    "this has no effect: the controller sets no attributes of TLS listeners"
}
