import LoadBalancerModel
import Manifests

extension LintRule {
  package static let repeatedListenPort = LintRule(
    id: "repeated-listen-port",
    summary: "An entry of listen-ports is lost, because a later one takes its place.",
    rationale: "Each element of the list is a JSON object, in which the last of two equal keys wins; and of two "
      + "entries for one port the later one decides the protocol (pkg/ingress/model_build_listener.go).",
    remedy: "Write one object a port, and each port once.",
    severity: .warning, mistakes: ["M007"],
    flagged: [
      Example(
        ListenerSample.ingress(
          "alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": 8181, \"HTTP\": 80}, {\"HTTP\": 81}]'"),
        marks: ["8181"],
        fixed: ListenerSample.ingress(
          "alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": 8181}, {\"HTTP\": 80}, {\"HTTP\": 81}]'")),
      Example(
        ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": 443}, {\"HTTPS\": 443}]'"),
        marks: ["443"]),
    ],
    accepted: [
      Example(ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": 80}, {\"HTTP\": 8181}]'")),
      Example(ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": 80, \"HTTPS\": 443}]'")),
    ],
    check: .values(of: [AnnotationDefinition.Ingress.listenPorts]) { subject, _, report in
      guard subject.handledIngress != nil, subject.usualListenPorts == nil,
        let text = ListenPortsText(subject.annotation), text.entries.count > 1,
        (try? ListenPortsConfiguration.parse(subject.annotation)) != nil
      else { return }
      let lost = reportRepeatedKeys(text, of: subject, &report)
      reportRepeatedPorts(text, without: lost, of: subject, &report)
    })

  /// Keys that stand twice in one object; gives the positions of the entries that are lost.
  private static func reportRepeatedKeys(
    _ text: ListenPortsText, of subject: AnnotationSubject, _ report: inout Report
  ) -> Set<Int> {
    struct Key: Hashable {
      var object: Int
      var listenerProtocol: String
    }
    var last: [Key: Int] = [:]
    for (position, entry) in text.entries.enumerated() {
      last[Key(object: entry.object, listenerProtocol: entry.listenerProtocol)] = position
    }
    var lost: Set<Int> = []
    for (position, entry) in text.entries.enumerated() {
      guard let kept = last[Key(object: entry.object, listenerProtocol: entry.listenerProtocol)], kept != position,
        let port = entry.port, let keptPort = text.entries[kept].port
      else { continue }
      lost.insert(position)
      guard port != keptPort else { continue }
      report(
        .lost(entry.listenerProtocol, port: port, kept: keptPort),
        at: report.place(ofBytes: entry.portBytes, in: subject.annotation), in: subject.object,
        fix: separated(text, entry.object, of: subject.annotation, &report))
    }
    return lost
  }

  /// The object taken apart, an object a port.
  private static func separated(
    _ text: ListenPortsText, _ object: Int, of annotation: Annotation, _ report: inout Report
  ) -> Finding.Fix? {
    guard text.objects.indices.contains(object) else { return nil }
    let bytes = Array(annotation.value.value.utf8)
    let parts = text.entries.filter { $0.object == object }.map { entry in
      "{\"\(entry.listenerProtocol)\": \(String(decoding: bytes[entry.portBytes], as: UTF8.self))}"
    }
    return report.replace(text.objects[object], of: annotation, with: parts.joined(separator: ", "))
      .map { Finding.Fix("write one object a port", .unsafe, edits: [$0]) }
  }

  private static func reportRepeatedPorts(
    _ text: ListenPortsText, without lost: Set<Int>, of subject: AnnotationSubject, _ report: inout Report
  ) {
    var last: [Int32: Int] = [:]
    for (position, entry) in text.entries.enumerated() where !lost.contains(position) {
      if let port = entry.port { last[port] = position }
    }
    for (position, entry) in text.entries.enumerated() where !lost.contains(position) {
      guard let port = entry.port, let kept = last[port], kept != position,
        text.entries[kept].listenerProtocol != entry.listenerProtocol
      else { continue }
      report(
        .overruled(port, entry.listenerProtocol, by: text.entries[kept].listenerProtocol),
        at: report.place(ofBytes: entry.portBytes, in: subject.annotation), in: subject.object,
        notes: [
          Finding.Note(
            .note, "this entry counts", at: report.place(ofBytes: text.entries[kept].portBytes, in: subject.annotation))
        ])
    }
  }
}

extension Finding.Message {
  fileprivate static func lost(_ listenerProtocol: String, port: Int32, kept: Int32) -> Self {
    "port \(port) never listens: \(listenerProtocol) stands twice in one JSON object, and only the last, \(kept), counts"
  }
  fileprivate static func overruled(_ port: Int32, _ listenerProtocol: String, by other: String) -> Self {
    "port \(port) does not listen with \(listenerProtocol): a later entry makes it \(other)"
  }
}
