import LoadBalancerModel
import Manifests

extension LintRule {
  package static let lookalikeCharacters = LintRule(
    id: "lookalike-characters",
    summary: "An annotation's value holds typographic quotes, invisible characters or other look-alikes.",
    rationale: "To YAML they are letters like any other and become part of the value, which then is no value that the "
      + "controller or AWS knows. They come from word processors, chats and web pages.",
    remedy: "Write plain ASCII quotes, blanks and hyphens.",
    severity: .error, mistakes: ["M004"], explains: .ofFlawedText,
    flagged: [
      Example(
        service("service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol: ‘HTTP’"),
        marks: ["‘HTTP’"],
        fixed: service("service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol: HTTP")),
      Example(
        ingress("alb.ingress.kubernetes.io/scheme: internet\u{2011}facing"),
        fixed: ingress("alb.ingress.kubernetes.io/scheme: internet-facing")),
      Example(
        ingress("alb.ingress.kubernetes.io/conditions.web: '[{“field”: “host-header”}]'"),
        fixed: ingress("alb.ingress.kubernetes.io/conditions.web: '[{\"field\": \"host-header\"}]'")),
    ],
    accepted: [
      Example(
        ingress(
          #"""
          alb.ingress.kubernetes.io/scheme: internal
          alb.ingress.kubernetes.io/actions.web: >-
            {"type":"fixed-response","fixedResponseConfig":{"contentType":"text/plain","statusCode":"503","messageBody":"“Soon”"}}
          """#
        ).replacingUse(of: "number: 80", with: "name: use-annotation"))
    ],
    check: .annotations { subject, _, report in
      guard subject.isReadHere, case .lookalikes(let culprit, let mended)? = subject.textFlaw,
        // Rules on these look at their JSON themselves.
        ![AnnotationDefinition.Ingress.listenPorts, AnnotationDefinition.Ingress.mutualAuthentication].contains(where: {
          $0 === subject.definition
        })
      else { return }
      let edit = report.editor(for: subject.annotation.value.span)?.replaceValue(
        subject.annotation.value, with: mended)
      report(
        .lookalike(culprit, in: subject.shortKey), at: subject.annotation.value.span, in: subject.object,
        fix: edit.map { Finding.Fix("write \(mended)", .safe, edits: [$0]) })
    })
}

extension String {
  /// The text with the first occurrence of a part replaced, to vary a sample.
  fileprivate func replacingUse(of part: String, with other: String) -> String {
    let (bytes, wanted) = (Array(utf8), Array(part.utf8))
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) }) else { return self }
    return String(decoding: bytes[..<start] + Array(other.utf8) + bytes[(start + wanted.count)...], as: UTF8.self)
  }
}

extension Finding.Message {
  fileprivate static func lookalike(_ scalar: Unicode.Scalar, in key: String) -> Self {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: Swift.max(0, 4 - code.utf8.count)) + code
    let kind =
      switch scalar.value {
      case 0x2018...0x201F, 0xAB, 0xBB, 0x2039, 0x203A: "a typographic quote (\(name))"
      case 0x2010...0x2015, 0x2212: "a dash that is no hyphen (\(name))"
      case 0xA0, 0x2002...0x200A, 0x202F, 0x3000: "a special blank (\(name))"
      default: "an invisible character (\(name))"
      }
    return "the value of \(key) holds \(kind), which becomes part of it"
  }
}
