/// The objects of all files of a run, by kind, in the order of the input.
///
/// Of several objects with the same kind, namespace and name the last one counts, as with `kubectl apply`.
package struct KubernetesObjects: Sendable {
  package var ingresses: [Ingress] = []
  package var services: [Service] = []
  package var ingressClasses: [IngressClass] = []
  package var ingressClassParams: [IngressClassParams] = []
  package var namespaces: [Namespace] = []
  package var secrets: [Secret] = []
  /// The objects that are in none of these lists: of other kinds, of other API versions, or not as their type wants it.
  package var others: [YAMLNode] = []
  /// What the API server would not take, and what could not be read.
  package var problems: [ManifestProblem] = []
  /// Fields of the objects that Kubernetes does not know and drops without a word.
  package var unknownFields: [UnknownField] = []
  package private(set) var serviceIndex: [ObjectName: Int] = [:]
  package private(set) var secretIndex: [ObjectName: Int] = [:]
  package private(set) var ingressClassIndex: [String: Int] = [:]
  package private(set) var ingressClassParamsIndex: [String: Int] = [:]
  package private(set) var namespaceIndex: [String: Int] = [:]

  package init() {}

  /// Makes the look-ups below match the lists; call it once, when the lists are complete.
  package mutating func index() {
    func positions<Object, Key: Hashable>(_ objects: [Object], _ key: (Object) -> Key) -> [Key: Int] {
      var positions: [Key: Int] = [:]
      if objects.isEmpty { return positions }
      positions.reserveCapacity(objects.count)
      for (position, object) in objects.enumerated() { positions[key(object)] = position }
      return positions
    }
    serviceIndex = positions(services, \.metadata.objectName)
    secretIndex = positions(secrets, \.metadata.objectName)
    ingressClassIndex = positions(ingressClasses, \.metadata.name.value)
    ingressClassParamsIndex = positions(ingressClassParams, \.metadata.name.value)
    namespaceIndex = positions(namespaces, \.metadata.name.value)
  }

  package func service(_ name: ObjectName) -> Service? { serviceIndex[name].map { services[$0] } }
  package func secret(_ name: ObjectName) -> Secret? { secretIndex[name].map { secrets[$0] } }
  package func ingressClass(_ name: String) -> IngressClass? { ingressClassIndex[name].map { ingressClasses[$0] } }
  package func ingressClassParams(_ name: String) -> IngressClassParams? {
    ingressClassParamsIndex[name].map { ingressClassParams[$0] }
  }
  package func namespace(_ name: String) -> Namespace? { namespaceIndex[name].map { namespaces[$0] } }
}

/// A field that the object's type does not have.
package struct UnknownField: Sendable {
  /// For example `spec.rules[0].http.paths[0].backend.serviceName`.
  package var path: String
  /// The field's key.
  package var span: SourceSpan
  /// The names that the type has in this place.
  package var knownNames: [String]
  /// For example `Ingress shop/web`.
  package var object: String

  package init(path: String, span: SourceSpan, knownNames: [String], object: String) {
    self.path = path
    self.span = span
    self.knownNames = knownNames
    self.object = object
  }
}

/// Something in a manifest that keeps a document or an object from being read, or that the API server refuses.
package struct ManifestProblem: Sendable {
  package enum Kind: String, Sendable {
    /// The text is not YAML.
    case syntax
    /// A value has a type that the API server does not take there.
    case wrongType
    /// A mapping has a key twice.
    case duplicateKey
    /// The API version is not served any more.
    case removedAPIVersion
    /// A template that was not rendered; passed over.
    case unrenderedTemplate
    /// A limit on size, depth or aliases was passed.
    case limit
    /// A field that the object must have is missing.
    case missingField
    /// A kind that the controller reads, in a version that no API server serves.
    case unknownAPIVersion
    /// A later object of the same kind, namespace and name takes this one's place.
    case replacedObject
    /// Text that kubectl passes over.
    case ignoredText
    /// The file is not UTF-8.
    case encoding
  }
  package var kind: Kind
  /// One sentence without a full stop: what is wrong and what was expected.
  package var message: String
  package var span: SourceSpan
  /// The other place that the problem is about: the first of two equal keys, the object that replaces this one.
  package var related: SourceSpan?
  /// For example `Ingress shop/web`; `nil` when no object is known.
  package var object: String?

  package init(
    kind: Kind, message: String, span: SourceSpan, related: SourceSpan? = nil, object: String? = nil
  ) {
    self.kind = kind
    self.message = message
    self.span = span
    self.related = related
    self.object = object
  }
}
