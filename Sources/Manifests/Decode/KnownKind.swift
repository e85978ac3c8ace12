/// A kind that the controller reads.
enum KnownKind: String, CaseIterable, Sendable {
  case ingress = "Ingress"
  case service = "Service"
  case ingressClass = "IngressClass"
  case ingressClassParams = "IngressClassParams"
  case namespace = "Namespace"
  case secret = "Secret"

  /// The only version in which it is served and read.
  var apiVersion: String {
    switch self {
    case .ingress, .ingressClass: "networking.k8s.io/v1"
    case .service, .namespace, .secret: "v1"
    case .ingressClassParams: "elbv2.k8s.aws/v1beta1"
    }
  }

  /// Versions that were served once, and the Kubernetes release that dropped them.
  var removedVersions: [(apiVersion: String, release: String)] {
    switch self {
    case .ingress: [("extensions/v1beta1", "1.22"), ("networking.k8s.io/v1beta1", "1.22")]
    case .ingressClass: [("networking.k8s.io/v1beta1", "1.22")]
    default: []
    }
  }

  var isNamespaced: Bool {
    switch self {
    case .ingress, .service, .secret: true
    case .ingressClass, .ingressClassParams, .namespace: false
    }
  }

  var shape: CompiledShape {
    switch self {
    case .ingress: .ingress
    case .service: .service
    case .ingressClass: .ingressClass
    case .ingressClassParams: .ingressClassParams
    case .namespace: .namespace
    case .secret: .secret
    }
  }

  /// Whether another group may well have a kind of the same name (`serving.knative.dev/v1` has a Service).
  static func isForeign(_ apiVersion: String) -> Bool {
    guard let slash = apiVersion.utf8.firstIndex(of: 0x2F) else { return false }
    let group = apiVersion[..<slash]
    return group.utf8.contains(0x2E) && !group.hasSuffix(".k8s.io") && group != "elbv2.k8s.aws"
  }
}
