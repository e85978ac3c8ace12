package import Manifests

/// An object of the input as it is written.
package final class ObjectSubject {
  package enum Kind: String {
    case ingress = "Ingress"
    case service = "Service"
    case ingressClass = "IngressClass"
    case ingressClassParams = "IngressClassParams"
  }
  package let kind: Kind
  package let metadata: ObjectMetadata
  package let node: YAMLNode
  /// `Ingress shop/web`.
  package private(set) lazy var object = "\(kind.rawValue) \(metadata.objectName)"

  init(_ kind: Kind, _ metadata: ObjectMetadata, _ node: YAMLNode) {
    self.kind = kind
    self.metadata = metadata
    self.node = node
  }
}
