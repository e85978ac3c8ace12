import LoadBalancerModel
import Manifests

extension LintRule {
  package static let listenerAttributesWithoutListener = LintRule(
    id: "listener-attributes-without-listener",
    summary: "The annotation listener-attributes names a listener that the Ingress does not have.",
    rationale: "The controller looks for the annotation with the protocol and port of each listener that the Ingress "
      + "itself asks for, such as listener-attributes.HTTPS-443; any other is never read "
      + "(pkg/ingress/model_build_listener.go).",
    remedy: "Use the protocol, in capitals, and the port of a listener in listen-ports.",
    severity: .warning, mistakes: ["M123"],
    flagged: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 8443}]'
          alb.ingress.kubernetes.io/listener-attributes.HTTPS-443: routing.http.response.server.enabled=false
          """),
        marks: ["alb.ingress.kubernetes.io/listener-attributes.HTTPS-443"])
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 8443}]'
          alb.ingress.kubernetes.io/listener-attributes.HTTPS-8443: routing.http.response.server.enabled=false
          """))
    ],
    check: .values(of: [AnnotationDefinition.Ingress.listenerAttributes]) { subject, context, report in
      guard let ingress = subject.handledIngress,
        let name = AnnotationDefinition.Ingress.listenerAttributes.variable(ofKey: subject.key),
        let listeners = ingress.listeners
      else { return }
      let known = listeners.protocols.map { "\($0.value.rawValue)-\($0.key)" }
      guard !known.contains(name), !known.isEmpty else { return }
      let isDefault = listeners.annotation == nil
      report(
        .noListener(name, known: GoText.sortedBytewise(known)), at: subject.annotation.key.span, in: subject.object,
        notes: isDefault ? ingress.member.classNote("certificateArn") : [])
    })
}

extension Finding.Message {
  fileprivate static func noListener(_ name: String, known: [String]) -> Self {
    let more = known.count > 4 ? " and \(known.count - 4) more" : ""
    return "the Ingress has no listener \(name), only \(known.prefix(4).joined(separator: ", "))\(more)"
  }
}
