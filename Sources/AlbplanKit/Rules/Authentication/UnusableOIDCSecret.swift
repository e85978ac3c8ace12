import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unusableOIDCSecret = LintRule(
    id: "unusable-oidc-secret",
    summary: "The Secret of an OpenID Connect provider is elsewhere, or lacks clientID or clientSecret.",
    rationale:
      "The controller reads the Secret from the Ingress's own namespace, wants the keys clientID (or clientId) "
      + "and clientSecret in it, and refuses the whole group otherwise (pkg/ingress/model_build_actions.go).",
    remedy: "Create the Secret beside the Ingress with the keys clientID and clientSecret.",
    severity: .error, mistakes: ["M050"],
    refusals: [
      "secret-not-found", "secret-without-label", "secret-without-client-id", "secret-without-client-secret",
    ],
    flagged: [
      Example(
        ListenerSample.file(
          ListenerSample.ingress(AuthenticationSample.oidc),
          AuthenticationSample.secret(keys: "{client_id: a, client_secret: b}")),
        marks: ["oidc"]),
      Example(
        ListenerSample.file(
          ListenerSample.ingress(AuthenticationSample.oidc),
          AuthenticationSample.secret(namespace: "security", keys: "{clientID: a, clientSecret: b}")),
        marks: ["oidc"]),
      Example(
        ListenerSample.ingress(
          AuthenticationSample.httpsOnly + "\nalb.ingress.kubernetes.io/auth-type: oidc\n"
            + AuthenticationSample.provider(secret: "")),
        marks: ["\"\""]),
    ],
    accepted: [
      Example(
        ListenerSample.file(
          ListenerSample.ingress(AuthenticationSample.oidc),
          AuthenticationSample.secret(keys: "{clientID: a, clientSecret: b}"))),
      // Somebody else may create it.
      Example(ListenerSample.ingress(AuthenticationSample.oidc)),
    ],
    check: .values(of: [AnnotationDefinition.Ingress.authIDPOIDC]) { subject, context, report in
      guard subject.isReadForTargets, let namespace = subject.namespace, subject.asksForOIDC(in: context),
        let provider = try? AuthenticationConfiguration.OIDCIdentityProvider.parse(subject.annotation),
        !Placeholder.stands(in: provider.secretName), let tree = try? JSONTree(subject.value)
      else { return }
      let position = tree.member("secretName", of: tree.root)?.value
      let place =
        position.map { report.place(of: $0, of: tree, in: subject.annotation) } ?? subject.annotation.value.span
      let name = ObjectName(namespace: namespace, name: provider.secretName)
      guard !name.name.isEmpty else {
        report(.noName, at: place, in: subject.object)
        return
      }
      guard let secret = context.objects.secret(name) else {
        // A Secret of this name elsewhere gives the mistake away, unless the input is all there is.
        guard
          let other = context.objects.secrets.first(where: {
            $0.metadata.name.value == name.name && $0.hasClient && $0.metadata.namespace != nil
          })
        else { return }
        report(
          .elsewhere(name, other.metadata.objectName.namespace), at: place, in: subject.object,
          notes: [Finding.Note(.note, "the Secret", at: other.metadata.name.span)])
        return
      }
      guard !secret.hasClient, !secret.keys.isEmpty else { return }
      report(
        .lacks(name, secret.missingKeys), at: place, in: subject.object,
        notes: [
          Finding.Note(
            .note, "it has the keys \(GoText.sortedBytewise(Array(secret.keys)).joined(separator: ", "))",
            at: secret.metadata.name.span)
        ])
    })
}

extension Secret {
  /// It holds what the controller looks for.
  fileprivate var hasClient: Bool { missingKeys.isEmpty }

  fileprivate var missingKeys: [String] {
    var missing: [String] = []
    if !keys.contains("clientID"), !keys.contains("clientId") { missing.append("clientID") }
    if !keys.contains("clientSecret") { missing.append("clientSecret") }
    return missing
  }
}

extension AnnotationSubject {
  fileprivate var namespace: String? {
    switch carrier {
    case .ingress(let subject): subject.member.name.namespace
    case .service(let subject): subject.service.metadata.objectName.namespace
    case .ingressClass, .ingressClassParams: nil
    }
  }

  /// The object itself, or for an Ingress a backend of it, has the auth-type oidc.
  fileprivate func asksForOIDC(in context: LintContext) -> Bool {
    let key = AnnotationDefinition.Ingress.authType.key
    let wanted = AuthenticationConfiguration.Kind.oidc.rawValue
    if siblings[key]?.value.value == wanted { return true }
    guard case .ingress(let subject) = carrier else { return false }
    return subject.ingress.backendServices.contains {
      context.objects.service($0)?.metadata.annotations[key]?.value.value == wanted
    }
  }
}

extension Finding.Message {
  fileprivate static let noName: Self = "auth-idp-oidc has to name a Secret with the client's id and secret"
  fileprivate static func elsewhere(_ name: ObjectName, _ other: String) -> Self {
    "the Secret \(name.name) is looked for in the namespace \(name.namespace), and is in \(other)"
  }
  fileprivate static func lacks(_ name: ObjectName, _ keys: [String]) -> Self {
    "the Secret \(name) has no \(keys.joined(separator: " and no "))"
  }
}
