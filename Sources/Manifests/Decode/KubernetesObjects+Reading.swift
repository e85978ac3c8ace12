/// Reads manifests: the objects of all files, with what is wrong in them.
package func readManifests(_ files: [SourceFile], defaultNamespace: String = "default") -> KubernetesObjects {
  KubernetesObjects(files.map(parse), defaultNamespace: defaultNamespace)
}

extension KubernetesObjects {
  /// Takes the objects from the documents; kinds that the controller does not read are passed over.
  package init(_ files: [ParsedFile], defaultNamespace: String = "default") {
    var reader = ObjectReader(defaultNamespace: defaultNamespace)
    for file in files {
      reader.objects.problems += file.problems
      for document in file.documents { reader.read(document.root) }
    }
    self = reader.finish()
  }
}

/// Sorts documents into objects.
private struct ObjectReader {
  /// Two objects that are one to the API server.
  private struct Identity: Hashable {
    var kind: KnownKind
    var name: ObjectName
  }

  /// The kind and version that the items of a typed list have when they say nothing themselves.
  private struct Inherited {
    var kind: String
    var apiVersion: String
  }

  var objects = KubernetesObjects()
  private let decoder: ObjectDecoder
  /// Files that were said to be templates; once a file is enough.
  private var templates: Set<FileID> = []
  private var latest: [Identity: SourceSpan] = [:]
  /// How often each name was met again, so that only the last one is kept.
  private var replaced: [Identity: Int] = [:]

  init(defaultNamespace: String) { decoder = ObjectDecoder(defaultNamespace: defaultNamespace) }

  /// Reads a document: an object, or a list of objects and lists.
  mutating func read(_ root: YAMLNode) {
    var stack: [(node: YAMLNode, inherited: Inherited?)] = [(root, nil)]
    while let (node, inherited) = stack.popLast() {
      guard node.kind == .mapping else { continue }
      var kind = node.string("kind")
      var apiVersion = node.string("apiVersion")
      if kind == nil, apiVersion == nil, let inherited {
        kind = Located(inherited.kind, at: node.span)
        apiVersion = Located(inherited.apiVersion, at: node.span)
      }
      guard let kind else { continue }
      if kind.value.hasSuffix("List"), let items = node["items"], items.kind == .sequence {
        let itemKind = String(kind.value.dropLast(4))
        let inherited = Inherited(kind: itemKind, apiVersion: apiVersion?.value ?? "")
        for item in items.elements.reversed() { stack.append((item, itemKind.isEmpty ? nil : inherited)) }
      } else if let known = KnownKind(rawValue: kind.value) {
        read(node, as: known, apiVersion: apiVersion)
      } else {
        objects.others.append(node)
      }
    }
  }

  private mutating func read(_ node: YAMLNode, as kind: KnownKind, apiVersion: Located<String>?) {
    guard let apiVersion, !apiVersion.value.isEmpty else {
      objects.others.append(node)
      add(.missingField, "apiVersion is missing: \(kind.rawValue) needs \(kind.apiVersion)", at: node.span, node, kind)
      return
    }
    guard apiVersion.value == kind.apiVersion else {
      objects.others.append(node)
      refuse(apiVersion, of: node, kind)
      return
    }
    let (problems, unknownFields) = ShapeChecker.check(node, against: kind.shape, object: description(of: node, kind))
    objects.unknownFields += unknownFields
    guard problems.isEmpty else {
      objects.others.append(node)
      for problem in problems where problem.kind != .unrenderedTemplate || templates.insert(problem.span.file).inserted
      {
        objects.problems.append(problem)
      }
      return
    }
    switch kind {
    case .ingress:
      let ingress = decoder.ingress(node)
      objects.ingresses.append(ingress)
      note(ingress.metadata, kind)
    case .service:
      let service = decoder.service(node)
      objects.services.append(service)
      note(service.metadata, kind)
    case .ingressClass:
      let ingressClass = decoder.ingressClass(node)
      objects.ingressClasses.append(ingressClass)
      note(ingressClass.metadata, kind)
    case .ingressClassParams:
      let params = decoder.ingressClassParams(node)
      objects.ingressClassParams.append(params)
      note(params.metadata, kind)
    case .namespace:
      let namespace = decoder.namespace(node)
      objects.namespaces.append(namespace)
      note(namespace.metadata, kind)
    case .secret:
      let secret = decoder.secret(node)
      objects.secrets.append(secret)
      note(secret.metadata, kind)
    }
  }

  private mutating func refuse(_ apiVersion: Located<String>, of node: YAMLNode, _ kind: KnownKind) {
    if let removed = kind.removedVersions.first(where: { $0.apiVersion == apiVersion.value }) {
      add(
        .removedAPIVersion,
        "Kubernetes has not served \(removed.apiVersion) \(kind.rawValue) since \(removed.release): use \(kind.apiVersion)",
        at: apiVersion.span, node, kind)
    } else if !KnownKind.isForeign(apiVersion.value) {
      add(
        .unknownAPIVersion, "\(apiVersion.value) has no kind \(kind.rawValue): use \(kind.apiVersion)",
        at: apiVersion.span, node, kind)
    }
  }

  /// Sees whether an object has a name, and whether it takes an earlier one's place.
  private mutating func note(_ metadata: ObjectMetadata, _ kind: KnownKind) {
    guard !metadata.name.value.isEmpty else {
      if metadata.node?["metadata"]?.present("generateName") == nil {
        objects.problems.append(
          ManifestProblem(
            kind: .missingField, message: "metadata.name is missing", span: metadata.name.span, object: kind.rawValue))
      }
      return
    }
    let identity = Identity(kind: kind, name: metadata.objectName)
    guard let earlier = latest.updateValue(metadata.name.span, forKey: identity) else { return }
    replaced[identity, default: 0] += 1
    let description = "\(kind.rawValue) \(metadata.objectName)"
    objects.problems.append(
      ManifestProblem(
        kind: .replacedObject, message: "\(description) is given again later, and the last one counts",
        span: earlier, related: metadata.name.span, object: description))
  }

  private mutating func add(
    _ problem: ManifestProblem.Kind, _ message: String, at span: SourceSpan, _ node: YAMLNode, _ kind: KnownKind
  ) {
    objects.problems.append(
      ManifestProblem(kind: problem, message: message, span: span, object: description(of: node, kind)))
  }

  /// For example `Ingress shop/web`; reads no more than can be read of a broken object.
  private func description(of node: YAMLNode, _ kind: KnownKind) -> String {
    let metadata = node["metadata"]
    let name = metadata?["name"]?.text ?? ""
    guard !name.isEmpty else { return kind.rawValue }
    guard kind.isNamespaced else { return "\(kind.rawValue) \(name)" }
    let namespace = metadata?["namespace"]?.text ?? ""
    return "\(kind.rawValue) \(namespace.isEmpty ? decoder.defaultNamespace : namespace)/\(name)"
  }

  /// The objects, each name once.
  mutating func finish() -> KubernetesObjects {
    if !replaced.isEmpty {
      dropReplaced(.ingress, from: \.ingresses, \.metadata)
      dropReplaced(.service, from: \.services, \.metadata)
      dropReplaced(.ingressClass, from: \.ingressClasses, \.metadata)
      dropReplaced(.ingressClassParams, from: \.ingressClassParams, \.metadata)
      dropReplaced(.namespace, from: \.namespaces, \.metadata)
      dropReplaced(.secret, from: \.secrets, \.metadata)
    }
    objects.problems.sort { $0.span < $1.span }
    objects.index()
    return objects
  }

  private mutating func dropReplaced<Object>(
    _ kind: KnownKind, from list: WritableKeyPath<KubernetesObjects, [Object]>,
    _ metadata: KeyPath<Object, ObjectMetadata>
  ) {
    objects[keyPath: list].removeAll { object in
      let identity = Identity(kind: kind, name: object[keyPath: metadata].objectName)
      guard let count = replaced[identity], count > 0 else { return false }
      replaced[identity] = count - 1
      return true
    }
  }
}
