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
        SampleManifest.file(
          ListenerSample.ingress(AuthenticationSample.oidc),
          AuthenticationSample.secret(keys: "{client_id: a, client_secret: b}")),
        marks: ["oidc"]),
      Example(
        SampleManifest.file(
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
        SampleManifest.file(
          ListenerSample.ingress(AuthenticationSample.oidc),
          AuthenticationSample.secret(keys: "{clientID: a, clientSecret: b}"))),
      // Somebody else may create it.
      Example(ListenerSample.ingress(AuthenticationSample.oidc)),
    ],
    check: .inputHolding([AnnotationDefinition.Ingress.authIDPOIDC]) { context, report in
      var search = SecretSearch(context.world)
      let ingresses = context.objects.ingresses
      let definition = AnnotationDefinition.Ingress.authIDPOIDC
      var asking: Set<ObjectName> = []
      for group in context.pipeline.loading.groups {
        for loaded in group.members where ingresses.indices.contains(loaded.position) {
          let ingress = ingresses[loaded.position]
          if ingress.metadata.annotations.asksForOIDC { asking.formUnion(ingress.backendServices) }
          guard let annotation = ingress.metadata.annotations[definition.key],
            ingress.metadata.annotations.asksForOIDC
              || ingress.backendServices.contains(where: {
                context.objects.service($0)?.metadata.annotations.asksForOIDC == true
              })
          else { continue }
          search.check(annotation, of: ingress.metadata, "Ingress", &report)
        }
      }
      for service in context.objects.services {
        let metadata = service.metadata
        guard let annotation = metadata.annotations[definition.key],
          metadata.annotations[AnnotationDefinition.Ingress.authType.key] == nil
            ? asking.contains(metadata.objectName)
            : metadata.annotations.asksForOIDC && context.ingressBackends.contains(metadata.objectName)
        else { continue }
        search.check(annotation, of: metadata, "Service", &report)
      }
    })
}

/// Looks for the Secret that an annotation `auth-idp-oidc` names.
private struct SecretSearch {
  private let objects: KubernetesObjects
  private let isComplete: Bool
  /// Secrets with all that is needed, by name; made when the first one is missing.
  private var usable: [String: Secret]?

  init(_ world: World) {
    objects = world.objects
    isComplete = world.isComplete
  }

  mutating func check(
    _ annotation: Annotation, of metadata: ObjectMetadata, _ kind: String, _ report: inout LintRule.Report
  ) {
    guard !annotation.value.value.holdsPlaceholder,
      let provider = try? AuthenticationConfiguration.OIDCIdentityProvider.parse(annotation),
      let tree = try? JSONTree(annotation.value.value), !tree.nodes.isEmpty
    else { return }
    let position = tree.member("secretName", of: tree.root)?.value
    let place = position.map { report.place(of: $0, of: tree, in: annotation) } ?? annotation.value.span
    let object = "\(kind) \(metadata.objectName)"
    let name = ObjectName(namespace: metadata.objectName.namespace, name: provider.secretName)
    guard !name.name.isEmpty else {
      report(.noName, at: place, in: object)
      return
    }
    guard let secret = objects.secret(name) else {
      // A Secret of this name elsewhere gives the mistake away; without one, somebody else may create it.
      guard let other = usable(named: name.name) else {
        if isComplete { report(.missing(name), at: place, in: object) }
        return
      }
      report(
        .elsewhere(name, other.metadata.objectName.namespace), at: place, in: object,
        notes: [Finding.Note(.note, "the Secret", at: other.metadata.name.span)])
      return
    }
    // What has no keys is filled by something in the cluster.
    guard !secret.hasClient, !secret.keys.isEmpty else { return }
    report(
      .lacks(name, secret.missingKeys), at: place, in: object,
      notes: [
        Finding.Note(
          .note, "it has the keys \(GoText.sortedBytewise(Array(secret.keys)).joined(separator: ", "))",
          at: secret.metadata.name.span)
      ] + secret.misspeltKeys.map { Finding.Note(.help, "rename the key \($0.key) to \($0.meant)", at: $0.span) })
  }

  private mutating func usable(named name: String) -> Secret? {
    let known =
      usable
      ?? Dictionary(
        objects.secrets.filter { $0.hasClient && $0.metadata.namespace != nil }.map { ($0.metadata.name.value, $0) },
        uniquingKeysWith: { first, _ in first })
    usable = known
    return known[name]
  }
}

extension Annotations {
  /// They ask for a login through OpenID Connect.
  fileprivate var asksForOIDC: Bool {
    self[AnnotationDefinition.Ingress.authType.key]?.value.value == AuthenticationConfiguration.Kind.oidc.rawValue
  }
}

extension Secret {
  /// It holds what the controller looks for.
  fileprivate var hasClient: Bool { missingKeys.isEmpty }

  /// Keys that are missing but for capitals and underscores.
  fileprivate var misspeltKeys: [(key: String, meant: String, span: SourceSpan)] {
    var found: [(String, String, SourceSpan)] = []
    for field in ["data", "stringData"] {
      guard let node = metadata.node?[field], node.kind == .mapping else { continue }
      for entry in node.entries {
        let name = NameForm.squashed(entry.key.keyText)
        guard let meant = missingKeys.first(where: { NameForm.squashed($0) == name }) else { continue }
        found.append((entry.key.keyText, meant, entry.key.span))
      }
    }
    return found
  }

  fileprivate var missingKeys: [String] {
    var missing: [String] = []
    if !keys.contains("clientID"), !keys.contains("clientId") { missing.append("clientID") }
    if !keys.contains("clientSecret") { missing.append("clientSecret") }
    return missing
  }
}

extension Finding.Message {
  fileprivate static let noName: Self = "auth-idp-oidc has to name a Secret with the client's id and secret"
  fileprivate static func elsewhere(_ name: ObjectName, _ other: String) -> Self {
    "the Secret \(name.name) is looked for in the namespace \(name.namespace), and is in \(other)"
  }
  fileprivate static func missing(_ name: ObjectName) -> Self { "there is no Secret \(name)" }
  fileprivate static func lacks(_ name: ObjectName, _ keys: [String]) -> Self {
    "the Secret \(name) has no \(keys.joined(separator: " and no "))"
  }
}
