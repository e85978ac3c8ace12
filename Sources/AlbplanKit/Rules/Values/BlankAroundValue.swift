import LoadBalancerModel
import Manifests

extension LintRule {
  package static let blankAroundValue = LintRule(
    id: "blank-around-value",
    summary: "An annotation's value begins or ends with a blank or a line end.",
    rationale:
      "The controller cuts white space off lists and pairs only. Words, numbers and booleans are taken as they "
      + "are, and with a line end behind it none of them is what it seems (pkg/annotations/parser.go).",
    remedy: "Write the value on the line of its key, or use |- in place of |.",
    severity: .error, mistakes: ["M005"], explains: .ofFlawedText,
    flagged: [
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/scheme: |
            internal
          alb.ingress.kubernetes.io/ip-address-type: "dualstack "
          """),
        fixed: ingress(
          """
          alb.ingress.kubernetes.io/scheme: |-
            internal
          alb.ingress.kubernetes.io/ip-address-type: "dualstack"
          """))
    ],
    accepted: [
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/scheme: |-
            internal
          alb.ingress.kubernetes.io/tags: |
            Env=prod,
            Team=web
          """))
    ],
    check: .annotations { subject, _, report in
      let isClass = subject.definition === AnnotationDefinition.Ingress.ingressClass
      guard subject.isReadHere || isClass, case .blanks(let mended)? = subject.textFlaw else { return }
      let editor = report.editor(for: subject.annotation.value.span)
      let edit =
        editor?.replaceValue(subject.annotation.value, with: mended)
        ?? editor?.chomp(subject.annotation.value, to: mended)
      report(
        .blankAround(mended, key: subject.shortKey), at: subject.annotation.value.span, in: subject.object,
        severity: subject.definition?.isRefusedOtherwise == true ? .error : .warning,
        fix: edit.map { Finding.Fix("leave the white space out", .safe, edits: [$0]) })
    })
}

extension AnnotationDefinition {
  /// The controller or AWS refuses a value that is not exactly one of those known.
  fileprivate var isRefusedOtherwise: Bool {
    if case .ignored = otherValues { return false }
    switch type {
    case .bool, .int32, .int64, .oneOf: return true
    case .string, .stringList, .stringMap, .json: return false
    }
  }
}

extension FixBuilder {
  /// Makes `|` and `>` drop the line ends behind the text, if that is all that is to go.
  fileprivate func chomp(_ scalar: Located<String>, to value: String) -> Finding.Edit? {
    guard String(decoding: scalar.value.utf8.prefix(value.utf8.count), as: UTF8.self).utf8.elementsEqual(value.utf8),
      scalar.value.utf8.dropFirst(value.utf8.count).allSatisfy({ $0 == 0x0A })
    else { return nil }
    let range = source.range(of: scalar.span)
    guard range.count > 1, [UInt8(ascii: "|"), UInt8(ascii: ">")].contains(source.bytes[range.lowerBound]),
      [0x0A, 0x0D, 0x20].contains(source.bytes[range.lowerBound + 1])
    else { return nil }
    return Finding.Edit(source.span(of: range.lowerBound + 1..<range.lowerBound + 1), "-")
  }
}

extension Finding.Message {
  fileprivate static func blankAround(_ value: String, key: String) -> Self {
    "the white space around \(value) belongs to the value of \(key)"
  }
}
