import LoadBalancerModel
import Manifests

extension LintRule {
  package static let invalidGroupName = LintRule(
    id: "invalid-group-name",
    summary: "The name of an IngressGroup has characters or a length that the controller does not take.",
    rationale: "The Ingress then belongs to no group: no load balancer is made for it, and if it was a member of a "
      + "group before, it leaves it without a word (pkg/ingress/group_loader.go).",
    remedy: "Use at most 63 lower-case letters, digits, '-' and '.', with a letter or digit at both ends.",
    severity: .error, mistakes: ["M017", "M041"], refusals: ["invalid-group-name"],
    flagged: [
      Example(
        ListenerSample.ingress("alb.ingress.kubernetes.io/group.name: Team_A"), marks: ["Team_A"],
        fixed: ListenerSample.ingress("alb.ingress.kubernetes.io/group.name: team-a"))
    ],
    accepted: [Example(ListenerSample.ingress("alb.ingress.kubernetes.io/group.name: team-a.web"))],
    check: .values(of: [AnnotationDefinition.Ingress.groupName]) { subject, _, report in
      guard let ingress = subject.handledIngress, ingress.member.classParameters?.groupName == nil,
        let problem = problem(with: subject.value)
      else { return }
      let name = String(
        decoding: subject.value.utf8.map { byte in
          switch byte {
          case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
          case UInt8(ascii: "_"), UInt8(ascii: " "), UInt8(ascii: "/"): UInt8(ascii: "-")
          default: byte
          }
        }, as: UTF8.self)
      let edit =
        IngressGroupLoader.problem(withGroupName: name) == nil
        ? report.editor(for: subject.annotation.value.span)?.replaceValue(subject.annotation.value, with: name) : nil
      report(
        .invalid(subject.value, problem), at: subject.annotation.value.span, in: subject.object,
        fix: edit.map { Finding.Fix("name the group \(name)", .unsafe, edits: [$0]) })
    })

  private static func problem(with name: String) -> String? {
    guard IngressGroupLoader.problem(withGroupName: name) != nil else { return nil }
    if name.isEmpty { return "it is empty" }
    if name.utf8.count > 63 { return "it has more than 63 characters" }
    return "only lower-case letters, digits, '-' and '.' may stand in it, and at its ends letters and digits only"
  }
}

extension Finding.Message {
  fileprivate static func invalid(_ name: String, _ problem: String) -> Self {
    "\(GoText.quote(name.inWords)) is no name for a group: \(problem)"
  }
}
