extension Listener {
  /// Mirrors `ListenerSpec` in `pkg/model/elbv2/listener.go`.
  var tree: PlanNode {
    var spec = PlanObject()
    spec.add("loadBalancerARN", .reference(loadBalancer))
    spec.add("port", .number(port, from: origin))
    spec.add("protocol", .text(listenerProtocol.rawValue, from: origin))
    spec.add("defaultActions", unlessEmpty: defaultActions.map(\.tree))
    if certificates.known?.isEmpty != true {
      spec.add("certificates", .planned(certificates) { PlanNode(.list($0.map(\.tree))) })
    }
    spec.add("sslPolicy", ifPresent: sslPolicy.map { .planned($0) })
    spec.add("mutualAuthentication", ifPresent: mutualAuthentication?.tree)
    spec.add("alpnPolicy", ifPresent: alpnPolicy.map { PlanNode(.list([.planned($0)])) })
    spec.add(tags: tags)
    spec.add(attributes: attributes, as: "listenerAttributes", capitalised: true)
    return spec.node
  }
}

extension ListenerCertificate {
  // Quirk (since v3.3.0): an existing certificate prints as a reference without type and id; its ARN is not in the JSON.
  fileprivate var tree: PlanNode {
    var certificate = PlanObject()
    switch self {
    case .existing(let arn):
      certificate.add(
        "certificateARN", PlanNode(.reference(path: "#/resources///status/certificateARN"), from: arn.origin))
    case .managed(let reference, let origin):
      certificate.add("certificateARN", PlanNode(.reference(path: reference.path), from: origin))
    }
    return certificate.node
  }
}

extension Listener.MutualAuthentication {
  fileprivate var tree: PlanNode {
    var settings = PlanObject()
    settings.add("mode", .text(mode, from: origin))
    settings.add("trustStoreArn", ifPresent: trustStoreARN.map { .planned($0) })
    settings.add(
      "ignoreClientCertificateExpiry", ifPresent: ignoreClientCertificateExpiry.map { PlanNode(.boolean($0)) })
    settings.add("advertiseTrustStoreCaNames", ifPresent: advertiseTrustStoreCANames)
    return settings.node
  }
}
