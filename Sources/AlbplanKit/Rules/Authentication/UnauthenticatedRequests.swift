import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unauthenticatedRequestsAllowed = LintRule(
    id: "unauthenticated-requests-allowed",
    summary:
      "With auth-on-unauthenticated-request: allow the backend also gets requests of those who are not logged in.",
    rationale: "The load balancer then only adds headers for those who are; to refuse the others is up to the backend.",
    remedy: "Use authenticate or deny, unless the backend looks at the headers itself.",
    severity: .info, mistakes: ["M051"],
    flagged: [
      Example(
        ListenerSample.ingress(
          AuthenticationSample.oidc + "\nalb.ingress.kubernetes.io/auth-on-unauthenticated-request: allow"),
        marks: ["allow"])
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          AuthenticationSample.oidc + "\nalb.ingress.kubernetes.io/auth-on-unauthenticated-request: deny"))
    ],
    check: .values(of: [AnnotationDefinition.Ingress.authOnUnauthenticatedRequest]) { subject, _, report in
      guard subject.isReadForTargets, subject.value == "allow" else { return }
      report(.allowed, at: subject.annotation.value.span, in: subject.object)
    })

  package static let unknownUnauthenticatedAction = LintRule(
    id: "unknown-unauthenticated-action",
    summary: "The annotation auth-on-unauthenticated-request is none of authenticate, allow and deny.",
    rationale: "The controller passes the word on, and AWS refuses the rule.",
    remedy: "Write authenticate, allow or deny, in small letters.",
    severity: .error, mistakes: ["M051"],
    flagged: [
      Example(
        ListenerSample.ingress(
          AuthenticationSample.oidc + "\nalb.ingress.kubernetes.io/auth-on-unauthenticated-request: Deny"),
        marks: ["Deny"],
        fixed: ListenerSample.ingress(
          AuthenticationSample.oidc + "\nalb.ingress.kubernetes.io/auth-on-unauthenticated-request: deny"))
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          AuthenticationSample.oidc + "\nalb.ingress.kubernetes.io/auth-on-unauthenticated-request: authenticate"))
    ],
    check: .values(of: [AnnotationDefinition.Ingress.authOnUnauthenticatedRequest]) { subject, _, report in
      guard subject.isReadForTargets, !subject.value.isEmpty, !known.contains(subject.value) else { return }
      let exact = known.first { $0 == GoText.trim(subject.value).lowercased() }
      let edit = exact.flatMap {
        report.editor(for: subject.annotation.value.span)?.replaceValue(subject.annotation.value, with: $0)
      }
      report(
        .unknown(subject.value, NearestName.of(subject.value, among: known)), at: subject.annotation.value.span,
        in: subject.object, fix: edit.map { Finding.Fix("write \(exact ?? "")", .safe, edits: [$0]) })
    })

  private static let known = ["authenticate", "allow", "deny"]
}

extension Finding.Message {
  fileprivate static let allowed: Self = "requests without a login reach the backend"
  fileprivate static func unknown(_ word: String, _ nearest: String?) -> Self {
    "AWS does not know \(GoText.quote(word)) here\(nearest.map { "; did you mean \($0)?" } ?? "")"
  }
}
