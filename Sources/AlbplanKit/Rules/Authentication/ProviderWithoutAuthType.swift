import LoadBalancerModel
import Manifests

extension LintRule {
  package static let providerWithoutAuthType = LintRule(
    id: "provider-without-auth-type",
    summary: "An identity provider is described, but auth-type does not ask for a login.",
    rationale:
      "The annotations auth-idp-cognito and auth-idp-oidc are read only for the auth-type of their kind, which "
      + "is none by default. The backend is open to everybody (pkg/ingress/auth_config_builder.go).",
    remedy: "Set auth-type to cognito or oidc.",
    severity: .error, mistakes: ["M047"],
    flagged: [
      Example(
        SampleManifest.file(
          ListenerSample.ingress(AuthenticationSample.httpsOnly + "\n" + AuthenticationSample.provider),
          ListenerSample.service()),
        marks: ["alb.ingress.kubernetes.io/auth-idp-oidc"],
        fixed: SampleManifest.file(
          ListenerSample.ingress(
            AuthenticationSample.httpsOnly + "\n" + AuthenticationSample.provider
              + "\nalb.ingress.kubernetes.io/auth-type: 'oidc'"), ListenerSample.service())),
      Example(
        SampleManifest.file(
          ListenerSample.ingress(AuthenticationSample.httpsOnly),
          ListenerSample.service(AuthenticationSample.cognitoProvider)),
        marks: ["alb.ingress.kubernetes.io/auth-idp-cognito"]),
    ],
    accepted: [
      Example(ListenerSample.ingress(AuthenticationSample.oidc)),
      // One of the Services asks for the login that the Ingress describes.
      Example(
        SampleManifest.file(
          ListenerSample.ingress(AuthenticationSample.httpsOnly + "\n" + AuthenticationSample.provider),
          ListenerSample.service("alb.ingress.kubernetes.io/auth-type: oidc"))),
      Example(
        ListenerSample.ingress(
          AuthenticationSample.httpsOnly + "\nalb.ingress.kubernetes.io/auth-type: none\n"
            + AuthenticationSample.provider)),
    ],
    check: .inputHolding(providers) { context, report in
      let key = AnnotationDefinition.Ingress.authType.key
      var asking: Set<ObjectName> = []
      let ingresses = context.objects.ingresses
      for group in context.pipeline.loading.groups {
        for loaded in group.members where ingresses.indices.contains(loaded.position) {
          let ingress = ingresses[loaded.position]
          if ingress.metadata.annotations[key] != nil {
            asking.formUnion(ingress.backendServices)
            continue
          }
          guard let provider = provider(in: ingress.metadata.annotations),
            !context.hasBackend(of: ingress, with: AnnotationDefinition.Ingress.authType)
          else { continue }
          report(
            .notAsked(provider), at: provider.key.span, in: "Ingress \(ingress.metadata.objectName)",
            // A Service that the input does not hold may ask.
            severity: context.holdsBackends(of: ingress) ? .error : .warning,
            fix: fix(provider, in: ingress.metadata.annotations, &report))
        }
      }
      for service in context.objects.services {
        let metadata = service.metadata
        guard context.ingressBackends.contains(metadata.objectName), !asking.contains(metadata.objectName),
          metadata.annotations[key] == nil, let provider = provider(in: metadata.annotations)
        else { continue }
        report(
          .notAsked(provider), at: provider.key.span, in: "Service \(metadata.objectName)",
          fix: fix(provider, in: metadata.annotations, &report))
      }
    })

  private static let providers = [
    AnnotationDefinition.Ingress.authIDPOIDC, AnnotationDefinition.Ingress.authIDPCognito,
  ]

  private static func provider(in annotations: Annotations) -> Annotation? {
    providers.lazy.compactMap { annotations[$0.key] }.first
  }

  private static func fix(
    _ provider: Annotation, in annotations: Annotations, _ report: inout Report
  ) -> Finding.Fix? {
    let kinds = AuthenticationConfiguration.Kind.allCases.filter { kind in
      kind.providerAnnotation.map { annotations[$0.key] != nil } ?? false
    }
    guard kinds.count == 1, let kind = kinds.first else { return nil }
    return report.editor(for: provider.key.span)?.insert(
      AnnotationDefinition.Ingress.authType.key, kind.rawValue, after: provider
    ).map { Finding.Fix("set auth-type to \(kind.rawValue)", .unsafe, edits: [$0]) }
  }
}

extension Finding.Message {
  fileprivate static func notAsked(_ provider: Annotation) -> Self {
    "nobody has to log in: \(provider.shortName) does nothing without auth-type"
  }
}
