import LoadBalancerModel
import Manifests

extension LintRule {
  package static let authTypeWithoutProvider = LintRule(
    id: "auth-type-without-provider",
    summary: "The annotation auth-type asks for a login, but its identity provider is not described.",
    rationale: "For auth-type cognito the controller needs auth-idp-cognito, for oidc auth-idp-oidc, and refuses the "
      + "whole group without it (pkg/ingress/model_build_actions.go).",
    remedy: "Add the annotation auth-idp-cognito or auth-idp-oidc, or set auth-type to the kind that is described.",
    severity: .error, mistakes: ["M047"], refusals: ["missing-cognito-settings", "missing-oidc-settings"],
    flagged: [
      Example(
        ListenerSample.ingress(
          AuthenticationSample.httpsOnly + "\nalb.ingress.kubernetes.io/auth-type: cognito\n"
            + AuthenticationSample.provider),
        marks: ["cognito"])
    ],
    accepted: [
      Example(ListenerSample.ingress(AuthenticationSample.oidc)),
      // Each Service describes its own provider.
      Example(
        SampleManifest.file(
          ListenerSample.ingress(AuthenticationSample.httpsOnly + "\nalb.ingress.kubernetes.io/auth-type: oidc"),
          ListenerSample.service(AuthenticationSample.provider),
          AuthenticationSample.secret(keys: "{clientID: a, clientSecret: b}"))),
    ],
    check: .ingresses { subject, context, report in
      guard let login = AnnotationReader(subject.member.annotations).login,
        let provider = login.kind.providerAnnotation, subject.member.annotations[provider.key] == nil,
        !context.hasBackend(of: subject.ingress, with: provider),
        !context.hasBackend(of: subject.ingress, with: AnnotationDefinition.Ingress.authType),
        !subject.ingress.backendServices.isEmpty,
        subject.listeners?.hasHTTPS == true
      else { return }
      let others = AuthenticationConfiguration.Kind.allCases.compactMap(\.providerAnnotation).compactMap {
        subject.member.annotations[$0.key]
      }
      report(
        .noProvider(login.kind.rawValue, AnnotationName.short(provider.key)), at: login.annotation.value.span,
        in: subject.object,
        notes: others.map { Finding.Note(.note, "\($0.shortName) describes another kind", at: $0.key.span) })
    })
}

extension Finding.Message {
  fileprivate static func noProvider(_ kind: String, _ annotation: String) -> Self {
    "auth-type \(kind) needs the annotation \(annotation)"
  }
}
