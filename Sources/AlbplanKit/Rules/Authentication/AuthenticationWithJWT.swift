import LoadBalancerModel
import Manifests

extension LintRule {
  package static let authenticationWithJWT = LintRule(
    id: "authentication-with-jwt",
    summary: "A backend has both a login (auth-type) and jwt-validation.",
    rationale: "A rule can log users in or check tokens, not both; the controller refuses the whole group "
      + "(pkg/ingress/model_build_actions.go).",
    remedy: "Choose one; serve browsers and machines from two Ingresses of one group if both are needed.",
    severity: .error, mistakes: ["M051"], refusals: ["authentication-with-jwt"],
    flagged: [
      Example(
        ListenerSample.ingress(
          AuthenticationSample.oidc + "\n"
            + #"alb.ingress.kubernetes.io/jwt-validation: '{"jwksEndpoint": "https://id.example.com/keys", "issuer": "id"}'"#
        ),
        marks: ["oidc"])
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          AuthenticationSample.httpsOnly + "\nalb.ingress.kubernetes.io/auth-type: none\n"
            + #"alb.ingress.kubernetes.io/jwt-validation: '{"jwksEndpoint": "https://id.example.com/keys", "issuer": "id"}'"#
        ))
    ],
    check: .ingresses { subject, context, report in
      guard let jwt = subject.member.annotations[AnnotationDefinition.Ingress.jwtValidation.key],
        subject.listeners?.hasHTTPS == true
      else { return }
      var reported: Set<SourceSpan> = []
      let readers =
        subject.ingress.backendServices.sorted().map { context.authenticationReader(subject.member, service: $0) }
      for reader in readers {
        guard let login = reader.login, reported.insert(login.annotation.value.span).inserted else { continue }
        report(
          .both(login.kind.rawValue), at: login.annotation.value.span, in: subject.object,
          notes: [Finding.Note(.note, "the token check", at: jwt.key.span)])
      }
    })
}

extension Finding.Message {
  fileprivate static func both(_ kind: String) -> Self {
    "auth-type \(kind) and jwt-validation cannot stand in front of one backend"
  }
}
