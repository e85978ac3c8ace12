/// Makes objects from documents whose types have been checked.
///
/// As in Kubernetes, a field that is null counts as absent, and an absent number or text as 0 or empty where the API
/// has no way to tell.
struct ObjectDecoder {
  /// The namespace of objects that name none.
  var defaultNamespace: String

  func metadata(_ object: YAMLNode, isNamespaced: Bool) -> ObjectMetadata {
    let metadata = object["metadata"]
    let name = metadata?.string("name") ?? Located("", at: metadata?.span ?? object.span)
    // Quirk: a namespace on a cluster-scoped object is dropped.
    let namespace = isNamespaced ? metadata?.string("namespace") : nil
    var effective = ""
    if isNamespaced {
      effective = namespace?.value ?? ""
      if effective.isEmpty { effective = defaultNamespace }
    }
    return ObjectMetadata(
      name: name, namespace: namespace, objectName: ObjectName(namespace: effective, name: name.value),
      uid: metadata?.string("uid"), annotations: annotations(metadata?["annotations"]),
      finalizers: metadata?.strings("finalizers").map(\.value) ?? [],
      hasDeletionTimestamp: metadata?.present("deletionTimestamp") != nil, span: object.span, node: object)
  }

  private func annotations(_ node: YAMLNode?) -> Annotations {
    guard let node, node.kind == .mapping else { return Annotations() }
    return Annotations(
      node.entries.map { entry in
        Annotation(
          key: Located(entry.key.keyText, at: entry.key.span),
          value: Located(entry.value.textOrEmpty, at: entry.value.span))
      })
  }

  /// The labels of an object.
  static func labels(of object: YAMLNode) -> [String: String] {
    guard let node = object["metadata"]?["labels"], node.kind == .mapping else { return [:] }
    var labels: [String: String] = [:]
    for entry in node.entries { labels[entry.key.keyText] = entry.value.textOrEmpty }
    return labels
  }

  // MARK: networking.k8s.io/v1

  func ingress(_ object: YAMLNode) -> Ingress {
    let spec = object["spec"]
    return Ingress(
      metadata: metadata(object, isNamespaced: true), className: spec?.string("ingressClassName"),
      defaultBackend: spec?.present("defaultBackend").map(ingressBackend),
      rules: spec?.list("rules").map(ingressRule) ?? [], tls: spec?.list("tls").map(ingressTLS) ?? [])
  }

  private func ingressRule(_ node: YAMLNode) -> IngressRule {
    IngressRule(
      host: node.string("host"), paths: node.present("http").map { $0.list("paths").map(ingressPath) },
      span: node.span)
  }

  private func ingressPath(_ node: YAMLNode) -> IngressPath {
    IngressPath(
      path: node.string("path"), pathType: node.string("pathType"),
      backend: node.present("backend").map(ingressBackend)
        ?? IngressBackend(service: nil, hasResource: false, span: node.span),
      span: node.span)
  }

  private func ingressBackend(_ node: YAMLNode) -> IngressBackend {
    IngressBackend(
      service: node.present("service").map { service in
        let port = service.present("port")
        let portName = port?.string("name")
        return IngressServiceBackend(
          name: service.string("name") ?? Located("", at: service.span),
          portName: portName?.value.isEmpty == true ? nil : portName, portNumber: port?.int32("number"))
      }, hasResource: node.present("resource") != nil, span: node.span)
  }

  private func ingressTLS(_ node: YAMLNode) -> IngressTLS {
    IngressTLS(hosts: node.strings("hosts"), secretName: node.string("secretName"), span: node.span)
  }

  func ingressClass(_ object: YAMLNode) -> IngressClass {
    let spec = object["spec"]
    return IngressClass(
      metadata: metadata(object, isNamespaced: false), controller: spec?.string("controller"),
      parameters: spec?.present("parameters").map { node in
        IngressClassParametersReference(
          apiGroup: node.string("apiGroup"), kind: node.string("kind") ?? Located("", at: node.span),
          name: node.string("name") ?? Located("", at: node.span), span: node.span)
      })
  }

  // MARK: v1

  func service(_ object: YAMLNode) -> Service {
    let spec = object["spec"]
    return Service(
      metadata: metadata(object, isNamespaced: true), type: spec?.string("type"),
      loadBalancerClass: spec?.string("loadBalancerClass"), ports: spec?.list("ports").map(servicePort) ?? [],
      externalTrafficPolicy: spec?.string("externalTrafficPolicy"),
      healthCheckNodePort: spec?.int32("healthCheckNodePort"),
      allocateLoadBalancerNodePorts: spec?.bool("allocateLoadBalancerNodePorts"),
      loadBalancerSourceRanges: spec?.strings("loadBalancerSourceRanges") ?? [],
      ipFamilies: spec?.strings("ipFamilies") ?? [], selectsNothing: spec.map(selectsNothing) ?? false)
  }

  private func selectsNothing(_ spec: YAMLNode) -> Bool {
    guard let selector = spec.present("selector") else { return true }
    return selector.kind == .mapping && !selector.entries.contains { _ in true }
  }

  private func servicePort(_ node: YAMLNode) -> ServicePort {
    ServicePort(
      name: node.string("name"), port: node.int32("port") ?? Located(0, at: node.span),
      networkProtocol: node.string("protocol"), targetPort: node.intOrString("targetPort"),
      nodePort: node.int32("nodePort"), appProtocol: node.string("appProtocol"), span: node.span)
  }

  func namespace(_ object: YAMLNode) -> Namespace { Namespace(metadata: metadata(object, isNamespaced: false)) }

  func secret(_ object: YAMLNode) -> Secret {
    var keys: Set<String> = []
    for field in ["data", "stringData"] {
      guard let node = object.present(field) else { continue }
      for entry in node.entries { keys.insert(entry.key.keyText) }
    }
    return Secret(metadata: metadata(object, isNamespaced: true), keys: keys)
  }

  // MARK: elbv2.k8s.aws/v1beta1

  func ingressClassParams(_ object: YAMLNode) -> IngressClassParams {
    let metadata = self.metadata(object, isNamespaced: false)
    guard let spec = object.present("spec") else { return IngressClassParams(metadata: metadata) }
    return IngressClassParams(
      metadata: metadata,
      groupName: spec.present("group").map { $0.string("name") ?? Located("", at: $0.span) },
      namespaceSelector: spec.present("namespaceSelector").map(labelSelector),
      scheme: spec.string("scheme"),
      inboundCIDRs: spec.strings("inboundCIDRs"),
      sslPolicy: spec.nonEmptyString("sslPolicy"),
      sslRedirectPort: spec.nonEmptyString("sslRedirectPort"),
      certificateARNs: spec.strings("certificateArn"),
      subnets: spec.present("subnets").map(subnetSelector),
      ipAddressType: spec.string("ipAddressType"),
      targetType: spec.nonEmptyString("targetType"),
      tags: spec.list("tags").map(keyValue),
      loadBalancerAttributes: spec.list("loadBalancerAttributes").map(keyValue),
      listeners: spec.list("listeners").map { node in
        IngressClassParams.ListenerSettings(
          listenerProtocol: node.string("protocol"), port: node.int32("port"),
          attributes: node.list("listenerAttributes").map(keyValue), span: node.span)
      },
      minimumCapacityUnits: spec.present("minimumLoadBalancerCapacity").map {
        $0.int32("capacityUnits") ?? Located(0, at: $0.span)
      },
      ipv4IPAMPoolID: spec.present("ipamConfiguration")?.string("ipv4IPAMPoolId"),
      prefixListIDs: spec.strings("prefixListsIDs"),
      legacyPrefixListIDs: spec.strings("PrefixListsIDs"),
      wafv2ACLARN: spec.nonEmptyString("wafv2AclArn"),
      wafv2ACLName: spec.nonEmptyString("wafv2AclName"),
      loadBalancerName: spec.nonEmptyString("loadBalancerName"))
  }

  private func keyValue(_ node: YAMLNode) -> KeyValue {
    KeyValue(
      key: node.string("key") ?? Located("", at: node.span), value: node.string("value") ?? Located("", at: node.span))
  }

  private func subnetSelector(_ node: YAMLNode) -> IngressClassParams.SubnetSelector {
    IngressClassParams.SubnetSelector(
      ids: node.strings("ids"), hasIDs: node.present("ids") != nil,
      tags: node.present("tags").map { tags in
        tags.uniqueEntries.map { entry in
          (key: Located(entry.key.keyText, at: entry.key.span), values: entry.value.elements.map(\.locatedText))
        }
      }, span: node.span)
  }

  private func labelSelector(_ node: YAMLNode) -> LabelSelector {
    LabelSelector(
      matchLabels: node.present("matchLabels")?.uniqueEntries.map { entry in
        (key: Located(entry.key.keyText, at: entry.key.span), value: entry.value.locatedText)
      } ?? [],
      matchExpressions: node.list("matchExpressions").map { expression in
        LabelSelector.Requirement(
          key: expression.string("key") ?? Located("", at: expression.span),
          operator: expression.string("operator") ?? Located("", at: expression.span),
          values: expression.strings("values"))
      }, span: node.span)
  }
}
