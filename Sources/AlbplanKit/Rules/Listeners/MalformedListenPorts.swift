import LoadBalancerModel
import Manifests

extension LintRule {
  package static let malformedListenPorts = LintRule(
    id: "malformed-listen-ports",
    summary: "The annotation listen-ports is no JSON list of protocols and ports, or names no port.",
    rationale: "The controller decodes it as a list of objects from protocol to number; a port in quotes or an empty "
      + "list stops the whole group, and a list of empty objects makes a load balancer without listeners "
      + "(pkg/ingress/model_build_listener.go).",
    remedy: "Write it as '[{\"HTTP\": 80}, {\"HTTPS\": 443}]', with the numbers bare.",
    severity: .error, mistakes: ["M032"], refusals: ["malformed-listen-ports", "empty-listen-ports"],
    flagged: [
      Example(
        ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": \"80\"}]'"),
        marks: ["\"80\""], fixed: ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": 80}]'")),
      Example(ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: HTTP=80"), marks: ["H"]),
      Example(ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[]'"), marks: ["'[]'"]),
      Example(ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{}]'"), marks: ["'[{}]'"]),
    ],
    accepted: [
      Example(ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": 80}, {\"HTTP\": 8080}]'")),
      Example(ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": 80, \"HTTPS\": 443}]'")),
    ],
    check: .values(of: [AnnotationDefinition.Ingress.listenPorts]) { subject, _, report in
      guard subject.handledIngress != nil, subject.usualListenPorts == nil else { return }
      let annotation = subject.annotation
      let read: GoValue
      do throws(GoJSON.Failure) {
        read = try GoJSON.decode(subject.value, as: ListenPortsConfiguration.schema)
      } catch {
        let place = report.place(ofBytes: error.range, in: annotation)
        guard let digits = quotedPort(at: error.range, of: subject.value) else {
          report(.noList(error.message), at: place, in: subject.object)
          return
        }
        let edit = report.replace(error.range, of: annotation, with: digits)
        report(
          .quotedPort(digits), at: place, in: subject.object,
          fix: edit.map { Finding.Fix("write the number without quotes", .safe, edits: [$0]) })
        return
      }
      guard read.list?.contains(where: { $0.entries?.isEmpty == false }) != true else { return }
      report(.noPort(isRefused: read.list?.isEmpty != false), at: annotation.value.span, in: subject.object)
    })

  /// The digits of a JSON string that holds a port number.
  private static func quotedPort(at bytes: Range<Int>, of text: String) -> String? {
    let written = Array(text.utf8)
    guard bytes.count > 2, bytes.upperBound <= written.count, written[bytes.lowerBound] == UInt8(ascii: "\"") else {
      return nil
    }
    let digits = written[bytes].dropFirst().dropLast()
    guard digits.count <= 5, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      digits.first != UInt8(ascii: "0")
    else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }
}

extension Finding.Message {
  fileprivate static func noList(_ reason: String) -> Self {
    "listen-ports is no JSON list of protocols and port numbers: \(reason)"
  }
  fileprivate static func quotedPort(_ digits: String) -> Self {
    "the port \(digits) stands in quotes, where the controller takes a number only"
  }
  fileprivate static func noPort(isRefused: Bool) -> Self {
    isRefused
      ? "listen-ports names no port, and the controller refuses the group"
      : "listen-ports names no port, so that the Ingress has no listener at all"
  }
}
