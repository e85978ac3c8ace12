import LoadBalancerModel
import Manifests

extension LintRule {
  package static let incompleteProvider = LintRule(
    id: "incomplete-identity-provider",
    summary: "The description of an identity provider lacks something that AWS asks for.",
    rationale: "The controller checks nothing in auth-idp-cognito and auth-idp-oidc and leaves out what is missing or "
      + "misspelt; AWS then refuses the rule. The endpoints have to be whole https addresses.",
    remedy: "Give all fields of the provider, spelt as in the controller's reference.",
    severity: .error, mistakes: ["M047"],
    flagged: [
      Example(
        ListenerSample.ingress(
          AuthenticationSample.httpsOnly + "\nalb.ingress.kubernetes.io/auth-type: oidc\n"
            + #"alb.ingress.kubernetes.io/auth-idp-oidc: '{"issuer": "https://id.example.com", "authorizationEndpoint": "http://id.example.com/auth", "tokenEndpoint": "https://id.example.com/token", "secretName": "oidc"}'"#
        ),
        marks: [
          #"{"issuer": "https://id.example.com", "authorizationEndpoint": "http://id.example.com/auth", "tokenEndpoint": "https://id.example.com/token", "secretName": "oidc"}"#
            .quotedSingly,
          "http://id.example.com/auth",
        ]),
      Example(
        ListenerSample.ingress(
          AuthenticationSample.httpsOnly + "\nalb.ingress.kubernetes.io/auth-type: cognito\n"
            + #"alb.ingress.kubernetes.io/auth-idp-cognito: '{"userPoolARN": "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Abc", "userPoolClientID": "client", "userPoolDomain": "https://web.auth.eu-west-1.amazoncognito.com"}'"#
        ),
        marks: ["https://web.auth.eu-west-1.amazoncognito.com"]),
    ],
    accepted: [
      Example(ListenerSample.ingress(AuthenticationSample.oidc)),
      Example(
        ListenerSample.ingress(
          AuthenticationSample.httpsOnly + "\nalb.ingress.kubernetes.io/auth-type: cognito\n"
            + AuthenticationSample.cognitoProvider)),
    ],
    check: .values(of: [AnnotationDefinition.Ingress.authIDPOIDC, AnnotationDefinition.Ingress.authIDPCognito]) {
      subject, _, report in
      guard subject.isReadForTargets, let tree = try? JSONTree(subject.value), tree.nodes.first?.kind == .object else {
        return
      }
      let isOIDC = subject.key == AnnotationDefinition.Ingress.authIDPOIDC.key
      // Text that Go does not take for this field is another finding.
      guard
        isOIDC
          ? (try? AuthenticationConfiguration.OIDCIdentityProvider.parse(subject.annotation)) != nil
          : (try? AuthenticationConfiguration.CognitoIdentityProvider.parse(subject.annotation)) != nil
      else { return }
      var missing: [String] = []
      for field in isOIDC ? oidcFields : cognitoFields {
        guard let value = tree.string(field, of: tree.root), !value.text.isEmpty else {
          missing.append(field)
          continue
        }
        let scheme = value.text.startsBytewise(with: "https://")
        if isOIDC, !scheme {
          report(
            .noAddress(field), at: report.place(of: value.position, of: tree, in: subject.annotation),
            in: subject.object)
        } else if field == "userPoolDomain", scheme {
          report(
            .domainWithScheme, at: report.place(of: value.position, of: tree, in: subject.annotation),
            in: subject.object)
        } else if field == "userPoolARN", !value.text.startsBytewise(with: "arn:") {
          report(
            .noARN(value.text), at: report.place(of: value.position, of: tree, in: subject.annotation),
            in: subject.object)
        }
      }
      guard !missing.isEmpty else { return }
      report(
        .missing(missing, of: subject.annotation.shortName), at: subject.annotation.value.span, in: subject.object)
    })

  private static let oidcFields = ["issuer", "authorizationEndpoint", "tokenEndpoint", "userInfoEndpoint"]
  private static let cognitoFields = ["userPoolARN", "userPoolClientID", "userPoolDomain"]
}

extension String {
  /// Between the quotes in which the examples write JSON.
  fileprivate var quotedSingly: String { "'\(self)'" }
}

extension Finding.Message {
  fileprivate static func missing(_ fields: [String], of annotation: String) -> Self {
    "\(annotation) lacks \(fields.joined(separator: ", ")), without which AWS refuses the rule"
  }
  fileprivate static func noAddress(_ field: String) -> Self { "\(field) has to be a whole https address" }
  fileprivate static let domainWithScheme: Self = "userPoolDomain is a prefix or a domain name, without https://"
  fileprivate static func noARN(_ text: String) -> Self { "\(GoText.quote(text.inWords)) is no ARN of a user pool" }
}
