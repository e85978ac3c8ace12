import LoadBalancerModel
import Manifests

extension LintRule {
  package static let listenerPortOutOfRange = LintRule(
    id: "listener-port-out-of-range",
    summary: "A listener's port is not between 1 and 65535.",
    rationale: "The controller checks the ports of listen-ports and of mutual-authentication and refuses the group "
      + "(pkg/ingress/model_build_listener.go). An entry of mutual-authentication without a port counts as port 0.",
    remedy: "Use a port between 1 and 65535.",
    severity: .error, mistakes: ["M032", "M049"], refusals: ["listen-port-out-of-range"],
    flagged: [
      Example(
        ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": 80}, {\"HTTP\": 80800}]'"),
        marks: ["80800"]),
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
          alb.ingress.kubernetes.io/mutual-authentication: '[{"mode": "passthrough"}]'
          """),
        marks: ["{\"mode\": \"passthrough\"}"]),
    ],
    accepted: [
      Example(ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": 65535}]'"))
    ],
    check: .values(
      of: [AnnotationDefinition.Ingress.listenPorts, AnnotationDefinition.Ingress.mutualAuthentication]
    ) { subject, _, report in
      guard subject.handledIngress != nil else { return }
      if subject.key == AnnotationDefinition.Ingress.listenPorts.key {
        guard subject.usualListenPorts == nil, let text = ListenPortsText(subject.annotation),
          text.entries.contains(where: { $0.port.map { !(1...65535).contains($0) } ?? false }),
          (try? ListenPortsConfiguration.parse(subject.annotation)) != nil
        else { return }
        for entry in text.entries {
          guard let port = entry.port, !(1...65535).contains(port) else { continue }
          report(
            .outOfRange(port), at: report.place(ofBytes: entry.portBytes, in: subject.annotation), in: subject.object)
        }
      } else {
        guard let entries = try? MutualAuthenticationConfiguration.parse(subject.annotation),
          let tree = try? JSONTree(subject.value)
        else { return }
        for (entry, element) in zip(entries, tree.elements(of: tree.root)) where !(1...65535).contains(entry.port) {
          let port = tree.member("port", of: element)?.value
          report(
            port == nil ? .missing : .outOfRange(entry.port),
            at: report.place(of: port ?? element, of: tree, in: subject.annotation), in: subject.object)
        }
      }
    })
}

extension Finding.Message {
  fileprivate static func outOfRange(_ port: Int32) -> Self { "\(port) is no port: ports go from 1 to 65535" }
  fileprivate static let missing: Self = "an entry of mutual-authentication needs the port of its listener"
}
