import LoadBalancerModel
import Manifests

extension LintRule {
  package static let malformedInteger = LintRule(
    id: "malformed-integer",
    summary: "An annotation wants a whole number and has something else.",
    rationale:
      "The controller reads digits with an optional sign and nothing more (Go's strconv.ParseInt), since v2.9.0 "
      + "within 32 bits for most annotations; any other text makes it give up. Units, fractions and separators are no "
      + "part of a number.",
    remedy: "Write digits only, in quotes.",
    severity: .error, mistakes: ["M034", "M042"], refusals: ["malformed-integer"],
    flagged: [
      Example(
        ingress("alb.ingress.kubernetes.io/healthcheck-interval-seconds: 30s"),
        marks: ["30s"],
        fixed: ingress("alb.ingress.kubernetes.io/healthcheck-interval-seconds: \"30\"")),
      Example(ingress("alb.ingress.kubernetes.io/group.order: first"), marks: ["first"]),
      Example(ingress("alb.ingress.kubernetes.io/group.order: \"4294967296\""), marks: ["\"4294967296\""]),
    ],
    accepted: [Example(ingress("alb.ingress.kubernetes.io/healthcheck-interval-seconds: \"30\""))],
    check: .values(of: AnnotationCatalogue.standard.definitions.filter { $0.type == .int32 || $0.type == .int64 }) {
      subject, _, report in
      guard subject.isReadHere, subject.textFlaw == nil, let problem = IntegerProblem(subject) else { return }
      let edit = problem.meant.flatMap {
        report.editor(for: subject.annotation.value.span)?.replaceValue(subject.annotation.value, with: $0)
      }
      report(
        .noInteger(subject.value, problem, key: subject.shortKey), at: subject.annotation.value.span,
        in: subject.object,
        fix: edit.map { Finding.Fix("write \(problem.meant ?? "")", problem.isCertain ? .safe : .unsafe, edits: [$0]) })
    })
}

/// Why a text is no number, and which was meant.
private struct IntegerProblem {
  var isOutOfRange = false
  var bitWidth: Int
  var meant: String?
  var isCertain = true

  init?(_ subject: AnnotationSubject) {
    let text = subject.value
    bitWidth = subject.definition?.type == .int64 ? 64 : 32
    do throws(GoText.IntegerError) {
      if bitWidth == 64 {
        let _: Int64 = try GoText.parseInteger(text)
      } else {
        let _: Int32 = try GoText.parseInteger(text)
      }
      return nil
    } catch {
      isOutOfRange = error == .valueOutOfRange
    }
    if subject.definition === AnnotationDefinition.Ingress.sslRedirect {
      (meant, isCertain) = (BooleanWord.meaning(of: text) == true ? "443" : nil, false)
      return
    }
    let digits = String(decoding: text.utf8.prefix { (0x30...0x39).contains($0) }, as: UTF8.self)
    guard !digits.isEmpty, digits.utf8.count < 10 else { return }
    let rest = NameForm.lowercased(
      AnnotationReader.trim(String(decoding: text.utf8.dropFirst(digits.utf8.count), as: UTF8.self)))
    let isDuration = ["interval", "timeout", "seconds"].contains { subject.key.hasSuffix($0) }
    if isDuration ? ["s", "sec", "secs", "second", "seconds"].contains(rest) : false { meant = digits }
    if rest.hasPrefix("."), !rest.dropFirst().isEmpty, rest.dropFirst().utf8.allSatisfy({ $0 == 0x30 }) {
      meant = digits
    }
  }
}

extension Finding.Message {
  fileprivate static func noInteger(_ value: String, _ problem: IntegerProblem, key: String) -> Self {
    problem.isOutOfRange
      ? "\(GoText.quote(value)) is too large for \(key): the controller reads a number of \(problem.bitWidth) bits"
      : "\(key) must be a whole number, \(GoText.quote(value)) is none"
  }
}
