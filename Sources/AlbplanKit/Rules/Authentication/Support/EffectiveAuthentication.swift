import LoadBalancerModel
import Manifests

extension LintContext {
  /// The annotations that decide on the authentication in front of a Service: its own before those of the Ingress.
  func authenticationReader(_ member: IngressGroupMember, service: ObjectName?) -> AnnotationReader {
    if let service, let object = objects.service(service) {
      return AnnotationReader(object.metadata.annotations, member.annotations)
    }
    return AnnotationReader(member.annotations)
  }

  /// Some backend of the Ingress has the annotation itself.
  func hasBackend(of ingress: Ingress, with definition: AnnotationDefinition) -> Bool {
    ingress.backendServices.contains { objects.service($0)?.metadata.annotations[definition.key] != nil }
  }

  /// Every backend of the Ingress is in the input, so that its annotations are known.
  func holdsBackends(of ingress: Ingress) -> Bool {
    ingress.backendServices.allSatisfy { objects.service($0) != nil }
  }
}

extension AnnotationReader {
  typealias AuthenticationKind = AuthenticationConfiguration.Kind

  /// `auth-type`, if it asks for a login.
  var login: (kind: AuthenticationKind, annotation: Annotation)? {
    guard let annotation = annotation(AnnotationDefinition.Ingress.authType),
      let kind = AuthenticationKind(rawValue: annotation.value.value), kind != .none
    else { return nil }
    return (kind, annotation)
  }
}

extension AuthenticationConfiguration.Kind {
  /// The annotation that describes the provider.
  var providerAnnotation: AnnotationDefinition? {
    switch self {
    case .cognito: AnnotationDefinition.Ingress.authIDPCognito
    case .oidc: AnnotationDefinition.Ingress.authIDPOIDC
    case .none: nil
    }
  }
}
