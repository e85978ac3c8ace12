import LoadBalancerModel
import Manifests

extension LintRule {
  package static let malformedBoolean = LintRule(
    id: "malformed-boolean",
    summary: "An annotation wants true or false and has another word.",
    rationale:
      "Only 1, t, T, TRUE, true, True and their opposites are read (Go's strconv.ParseBool); any other word makes "
      + "the controller give up, except where it is passed over in silence. Yes and on, and the range that "
      + "aws-load-balancer-internal once took, are no booleans.",
    remedy: "Write \"true\" or \"false\".",
    severity: .error, mistakes: ["M008"], refusals: ["malformed-bool"],
    flagged: [
      Example(
        service("service.beta.kubernetes.io/aws-load-balancer-internal: 0.0.0.0/0"),
        marks: ["0.0.0.0/0"],
        fixed: service("service.beta.kubernetes.io/aws-load-balancer-internal: \"true\"")),
      Example(
        ingress("alb.ingress.kubernetes.io/use-regex-path-match: \"yes\""),
        marks: ["\"yes\""],
        fixed: ingress("alb.ingress.kubernetes.io/use-regex-path-match: \"true\"")),
      Example(
        service("service.beta.kubernetes.io/aws-load-balancer-enable-tcp-udp-listener: enable-it"),
        marks: ["enable-it"]),
    ],
    accepted: [Example(ingress("alb.ingress.kubernetes.io/use-regex-path-match: \"True\""))],
    check: .values(of: AnnotationCatalogue.standard.definitions.filter { $0.type == .bool }) { subject, _, report in
      guard subject.isReadHere, subject.textFlaw == nil, GoText.parseBool(subject.value) == nil else { return }
      let isLegacyInternal = subject.definition === AnnotationDefinition.Service.isInternal
      if isLegacyInternal, subject.siblings[AnnotationDefinition.Service.scheme.key] != nil { return }
      let isSwallowed = [
        AnnotationDefinition.Service.enableTCPUDPListener, AnnotationDefinition.Ingress.createACMCert,
      ].contains { $0 === subject.definition }
      let meant =
        BooleanWord.meaning(of: subject.value) ?? (isLegacyInternal && CIDR(subject.value) != nil ? true : nil)
      let edit = meant.flatMap { meant in
        report.editor(for: subject.annotation.value.span)?.replaceValue(
          subject.annotation.value, with: meant ? "true" : "false")
      }
      report(
        isSwallowed
          ? .ignoredBoolean(subject.value, key: subject.shortKey) : .noBoolean(subject.value, key: subject.shortKey),
        at: subject.annotation.value.span, in: subject.object, severity: isSwallowed ? .warning : .error,
        fix: edit.map {
          Finding.Fix("write \(meant == true ? "true" : "false")", isSwallowed ? .unsafe : .safe, edits: [$0])
        })
    })
}

/// Words that people write for true and false.
enum BooleanWord {
  static func meaning(of word: String) -> Bool? {
    switch NameForm.lowercased(AnnotationReader.trim(word)) {
    case "true", "yes", "y", "on", "enable", "enabled": true
    case "false", "no", "n", "off", "disable", "disabled": false
    default: nil
    }
  }
}

extension Finding.Message {
  fileprivate static func noBoolean(_ value: String, key: String) -> Self {
    "\(key) must be true or false, \(GoText.quote(value)) is neither"
  }

  fileprivate static func ignoredBoolean(_ value: String, key: String) -> Self {
    "\(key) must be true or false: the controller passes over \(GoText.quote(value)) in silence"
  }
}
