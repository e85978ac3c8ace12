extension Listener {
  /// Mirrors `ListenerSpec` in `pkg/model/elbv2/listener.go`.
  func write(to plan: inout some PlanSink) {
    plan.object { plan in
      plan.member("loadBalancerARN", loadBalancer)
      plan.member("port", port, from: origin)
      plan.member("protocol", listenerProtocol.rawValue, from: origin)
      plan.list("defaultActions", unlessEmpty: defaultActions) { $1.write(to: &$0) }
      plan.list("certificates", unlessEmpty: certificates) { $1.write(to: &$0) }
      plan.member("sslPolicy", ifPresent: sslPolicy)
      if let mutualAuthentication { mutualAuthentication.write(to: &plan) }
      if let alpnPolicy { plan.list("alpnPolicy", [alpnPolicy]) { $0.planned($1) } }
      plan.member(tags: tags)
      plan.member(attributes: attributes, as: "listenerAttributes", capitalised: true)
    }
  }
}

extension ListenerCertificate {
  // Quirk (since v3.3.0): an existing certificate prints as a reference without type and id; its ARN is not in the JSON.
  fileprivate func write(to plan: inout some PlanSink) {
    plan.object { plan in
      plan.field("certificateARN")
      switch self {
      case .existing(let arn): plan.reference(type: "", id: "", field: "status/certificateARN", from: arn.origin)
      case .managed(let reference, let origin): plan.reference(reference, from: origin)
      }
    }
  }
}

extension Listener.MutualAuthentication {
  fileprivate func write(to plan: inout some PlanSink) {
    plan.object("mutualAuthentication") { plan in
      plan.member("mode", mode, from: origin)
      plan.member("trustStoreArn", ifPresent: trustStoreARN)
      plan.member("ignoreClientCertificateExpiry", ifPresent: ignoreClientCertificateExpiry)
      plan.member("advertiseTrustStoreCaNames", ifPresent: advertiseTrustStoreCANames)
    }
  }
}
