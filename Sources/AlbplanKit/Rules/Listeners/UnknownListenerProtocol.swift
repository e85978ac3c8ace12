import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unknownListenerProtocol = LintRule(
    id: "unknown-listener-protocol",
    summary: "The annotation listen-ports names a protocol other than HTTP and HTTPS.",
    rationale: "An application load balancer listens with HTTP or HTTPS; the controller takes these words in capitals "
      + "only and refuses the group otherwise (pkg/ingress/model_build_listener.go).",
    remedy: "Write HTTP or HTTPS. For TCP or UDP use a Service of type LoadBalancer.",
    severity: .error, mistakes: ["M032"], refusals: ["unknown-listen-protocol"],
    flagged: [
      Example(
        ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"http\": 80}, {\"TCP\": 22}]'"),
        marks: ["http", "TCP"],
        fixed: ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": 80}, {\"TCP\": 22}]'"))
    ],
    accepted: [
      Example(ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": 80}, {\"HTTPS\": 443}]'"))
    ],
    check: .values(of: [AnnotationDefinition.Ingress.listenPorts]) { subject, _, report in
      guard subject.handledIngress != nil, subject.usualListenPorts == nil,
        let text = ListenPortsText(subject.annotation),
        text.entries.contains(where: { !known.contains($0.listenerProtocol) }),
        (try? ListenPortsConfiguration.parse(subject.annotation)) != nil
      else { return }
      for entry in text.entries where !known.contains(entry.listenerProtocol) {
        let capitals = known.first { $0 == entry.listenerProtocol.uppercased() }
        let edit = capitals.flatMap { report.replace(entry.protocolBytes, of: subject.annotation, with: $0) }
        report(
          .unknown(entry.listenerProtocol, isMisspelt: capitals != nil),
          at: report.place(ofBytes: entry.protocolBytes, in: subject.annotation), in: subject.object,
          fix: edit.map { Finding.Fix("write it in capitals", .safe, edits: [$0]) })
      }
    })

  private static let known = [ListenerProtocol.http.rawValue, ListenerProtocol.https.rawValue]
}

extension Finding.Message {
  fileprivate static func unknown(_ word: String, isMisspelt: Bool) -> Self {
    isMisspelt
      ? "the protocol \(word) has to be written in capitals"
      : "an ALB has no listeners with the protocol \(word), only with HTTP and HTTPS"
  }
}
