import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unknownAuthType = LintRule(
    id: "unknown-auth-type",
    summary: "The annotation auth-type is none of none, cognito and oidc.",
    rationale: "The controller compares letter by letter and refuses the whole group for another word "
      + "(pkg/ingress/auth_config_builder.go).",
    remedy: "Write none, cognito or oidc, in small letters.",
    severity: .error, mistakes: ["M047"], refusals: ["unknown-auth-type"],
    flagged: [
      Example(
        ListenerSample.ingress(
          AuthenticationSample.httpsOnly + "\nalb.ingress.kubernetes.io/auth-type: OIDC\n"
            + AuthenticationSample.provider),
        marks: ["OIDC"],
        fixed: ListenerSample.ingress(
          AuthenticationSample.httpsOnly + "\nalb.ingress.kubernetes.io/auth-type: oidc\n"
            + AuthenticationSample.provider)),
      Example(
        ListenerSample.ingress(AuthenticationSample.httpsOnly + "\nalb.ingress.kubernetes.io/auth-type: saml"),
        marks: ["saml"]),
    ],
    accepted: [Example(ListenerSample.ingress(AuthenticationSample.oidc))],
    check: .values(of: [AnnotationDefinition.Ingress.authType]) { subject, _, report in
      guard subject.isReadForTargets, AuthenticationConfiguration.Kind(rawValue: subject.value) == nil else { return }
      let known = AuthenticationConfiguration.Kind.allCases.map(\.rawValue)
      let trimmed = GoText.trim(subject.value).lowercased()
      let exact = known.first { $0 == trimmed }
      let nearest = exact ?? NearestName.of(subject.value, among: known)
      let edit = exact.flatMap {
        report.editor(for: subject.annotation.value.span)?.replaceValue(subject.annotation.value, with: $0)
      }
      report(
        .unknown(subject.value, nearest: nearest), at: subject.annotation.value.span, in: subject.object,
        fix: edit.map { Finding.Fix("write \(exact ?? "")", .safe, edits: [$0]) })
    })
}

extension AnnotationSubject {
  /// The annotation counts for what an Ingress sends requests to: it is on the Ingress or on the Service behind it, and
  /// final.
  var isReadForTargets: Bool {
    guard !value.holdsPlaceholder else { return false }
    switch carrier {
    case .ingress(let subject): return subject.isHandled
    case .service(let subject): return subject.isIngressBackend
    case .ingressClass, .ingressClassParams: return false
    }
  }
}

extension Finding.Message {
  fileprivate static func unknown(_ word: String, nearest: String?) -> Self {
    "there is no auth-type \(GoText.quote(word))\(nearest.map { "; did you mean \($0)?" } ?? "")"
  }
}
