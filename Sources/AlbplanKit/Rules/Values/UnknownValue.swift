import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unknownValue = LintRule(
    id: "unknown-value",
    summary: "An annotation has a value that is not among those the controller or AWS knows.",
    rationale:
      "The controller compares most values exactly, capitals included, and gives up at any other; some it passes "
      + "over in silence, and the default applies.",
    remedy: "Use one of the values that the finding names.",
    severity: .error, mistakes: ["M092", "M094", "M105", "M114", "M115", "M135", "M137"],
    refusals: [
      "unknown-scheme", "unknown-ip-address-type", "unknown-target-type", "unknown-backend-protocol",
      "unknown-backend-protocol-version", "unknown-health-check-protocol",
      "unknown-source-nat-setting", "unknown-private-link-setting", "unknown-alpn-policy", "unknown-proxy-protocol",
    ],
    flagged: [
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/scheme: Internet-Facing
          alb.ingress.kubernetes.io/backend-protocol: https
          """),
        marks: ["Internet-Facing", "https"],
        fixed: ingress(
          """
          alb.ingress.kubernetes.io/scheme: internet-facing
          alb.ingress.kubernetes.io/backend-protocol: HTTPS
          """)),
      Example(
        service("service.beta.kubernetes.io/aws-load-balancer-scheme: public"),
        marks: ["public"],
        fixed: service("service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing")),
      Example(
        service(
          """
          service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d
          service.beta.kubernetes.io/aws-load-balancer-backend-protocol: https
          """),
        marks: ["https"]),
    ],
    accepted: [
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/scheme: internal
          alb.ingress.kubernetes.io/ip-address-type: dualstack-without-public-ipv4
          """)),
      Example(
        service(
          """
          service.beta.kubernetes.io/aws-load-balancer-scheme: internal
          service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol: http
          """)),
    ],
    check: .values(of: AnnotationCatalogue.standard.definitions.filter(\.hasVocabularyToCheck)) {
      subject, _, report in
      guard let definition = subject.definition, let words = definition.type.vocabulary, subject.isReadHere,
        subject.textFlaw == nil, !definition.accepts(subject.value, words),
        let nearest = Vocabulary(words).nearest(to: subject.value, of: definition)
      else { return }
      let isIgnored = definition.otherValues.isIgnored
      let edit = nearest.word.flatMap {
        report.editor(for: subject.annotation.value.span)?.replaceValue(subject.annotation.value, with: $0)
      }
      let fix = edit.map {
        Finding.Fix("write \(nearest.word ?? "")", nearest.isSame && !isIgnored ? .safe : .unsafe, edits: [$0])
      }
      report(
        .unknownValue(subject.value, of: subject.shortKey, definition, words, nearest: nearest.word),
        at: subject.annotation.value.span, in: subject.object, severity: isIgnored ? .warning : .error, fix: fix)
    })
}

extension AnnotationDefinition.ValueType {
  fileprivate var vocabulary: [String]? {
    if case .oneOf(let words) = self { words } else { nil }
  }
}

extension AnnotationDefinition {
  /// Rules on authentication look at its words themselves.
  fileprivate var hasVocabularyToCheck: Bool {
    type.vocabulary != nil && self !== AnnotationDefinition.Ingress.authType
      && self !== AnnotationDefinition.Ingress.authOnUnauthenticatedRequest
  }
}

extension AnnotationDefinition.OtherValues {
  fileprivate var isIgnored: Bool { if case .ignored = self { true } else { false } }
}

extension AnnotationDefinition {
  fileprivate func accepts(_ value: String, _ words: [String]) -> Bool {
    if case .refusedIgnoringCase = otherValues {
      return words.contains { NameForm.lowercased($0).utf8.elementsEqual(NameForm.lowercased(value).utf8) }
    }
    return words.contains { $0.utf8.elementsEqual(value.utf8) }
  }
}

/// The words that a setting knows, and what people write in their place.
private struct Vocabulary {
  var words: [String]

  init(_ words: [String]) { self.words = words }

  private static let synonyms: [String: [String]] = [
    "internet-facing": ["public", "external", "internet", "facing", "publicfacing"],
    "internal": ["private", "intern"],
    "ip": ["ips", "pod", "pods", "podip"],
    "instance": ["instances", "node", "nodes", "nodeport", "ec2"],
    "HTTPS": ["ssl", "tls"],
    "HTTP2": ["h2", "http/2"],
    "HTTP1": ["h1", "http11", "http/11"],
    "*": ["true", "enabled", "v2", "on", "all"],
    "on": ["true", "yes", "enabled", "1"],
    "off": ["false", "no", "disabled", "0"],
  ]

  /// The word that was probably meant, if any, and whether the two differ in capitals and separators only.
  ///
  /// `nil` for a text that is better passed over: that of a setting which the controller ignores and others read.
  func nearest(to text: String, of definition: AnnotationDefinition) -> (word: String?, isSame: Bool)? {
    let squashed = NameForm.squashed(text)
    // Without TLS to the targets either way.
    if definition === AnnotationDefinition.Service.backendProtocol, squashed == "tcp" { return nil }
    if let word = words.first(where: { NameForm.squashed($0).utf8.elementsEqual(squashed.utf8) }) {
      return (word, true)
    }
    if definition === AnnotationDefinition.Service.backendProtocol {
      return ["https", "tls"].contains(squashed) ? ("ssl", false) : nil
    }
    // Not setting it means the same.
    let isOnOrNothing = definition === AnnotationDefinition.Service.enableICMPForPathMTUDiscovery
    if isOnOrNothing, BooleanWord.meaning(of: text) == false { return nil }
    if definition === AnnotationDefinition.Service.type {
      guard squashed.utf8.count > 4, !["external", "classic"].contains(squashed) else { return nil }
      return NearestName.of(text, among: ["external"]).map { ($0, false) }
    }
    let synonym = words.first { Self.synonyms[$0]?.contains(squashed) == true }
    return (synonym ?? NearestName.of(text, among: words), false)
  }
}

extension Finding.Message {
  fileprivate static func unknownValue(
    _ value: String, of key: String, _ definition: AnnotationDefinition, _ words: [String], nearest: String?
  ) -> Self {
    let verdict =
      switch definition.otherValues {
      case .refused, .refusedIgnoringCase: "the controller refuses it"
      case .passedOn: "AWS refuses it"
      case .ignored: "the controller passes over it in silence"
      }
    let list = words.count == 1 ? "the only value is \(words[0])" : "the values are \(words.joined(separator: ", "))"
    return Self(
      "\(GoText.quote(value)) is no value of \(key) and \(verdict)"
        + (nearest.map { "; did you mean \($0)?" } ?? "; \(list)"))
  }
}
