import LoadBalancerModel
import Manifests

extension LintRule {
  package static let malformedList = LintRule(
    id: "malformed-list",
    summary: "An annotation wants items with commas between them and has another syntax.",
    rationale:
      "The controller splits the text at commas and cuts white space off the items; brackets, quotes, hyphens and "
      + "line ends stay in them, and AWS then knows no subnet, group or certificate of that name.",
    remedy: "Write a,b,c.",
    severity: .error, mistakes: ["M019"],
    explains: [
      "malformed-cidr", "unknown-subnet", "unknown-security-group", "unused-ssl-port", "malformed-static-address",
      "no-subnet", "too-few-subnets", "elastic-ip-count",
    ],
    flagged: [
      Example(
        ingress("alb.ingress.kubernetes.io/subnets: '[\"subnet-0aaa\",\"subnet-0bbb\"]'"),
        fixed: ingress("alb.ingress.kubernetes.io/subnets: 'subnet-0aaa,subnet-0bbb'")),
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/security-groups: |
            - sg-0aaa
            - sg-0bbb
          """)),
      Example(
        ingress("alb.ingress.kubernetes.io/inbound-cidrs: 10.0.0.0/8 192.168.0.0/16"),
        marks: ["10.0.0.0/8 192.168.0.0/16"],
        fixed: ingress("alb.ingress.kubernetes.io/inbound-cidrs: \"10.0.0.0/8,192.168.0.0/16\"")),
    ],
    accepted: [
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/subnets: subnet-0aaa, subnet-0bbb
          alb.ingress.kubernetes.io/security-groups: my group, sg-0bbb
          """))
    ],
    check: .values(of: AnnotationCatalogue.standard.definitions.filter(\.isListOfItems)) {
      subject, _, report in
      guard subject.isReadHere, subject.textFlaw == nil, let problem = ListProblem(subject.value) else { return }
      let edit = problem.meant.flatMap {
        report.editor(for: subject.annotation.value.span)?.replaceValue(subject.annotation.value, with: $0)
      }
      report(
        .malformedList(problem, key: subject.shortKey), at: subject.annotation.value.span, in: subject.object,
        fix: edit.map { Finding.Fix("write \(problem.meant ?? "")", .safe, edits: [$0]) })
    })
}

extension AnnotationDefinition {
  /// The API server itself looks at the ranges of a Service.
  fileprivate var isListOfItems: Bool {
    type == .stringList && self !== AnnotationDefinition.Service.loadBalancerSourceRanges
  }
}

extension Finding.Message {
  fileprivate static func malformedList(_ problem: ListProblem, key: String) -> Self {
    switch problem.kind {
    case .brackets: "\(key) is a list with commas, no JSON or YAML: the brackets become part of its items"
    case .quotes: "the quotes become part of the items of \(key)"
    case .lines: "\(key) is a list with commas: items on lines of their own are one item"
    case .otherSeparators: "\(key) is a list with commas: blanks and semicolons do not separate its items"
    }
  }
}
