extension ManagedCertificate {
  /// Mirrors `CertificateSpec` in `pkg/model/acm/certificate.go`.
  var tree: PlanNode {
    var spec = PlanObject()
    spec.add("type", type)
    spec.add("certificateAuthorityARN", certificateAuthorityARN)
    spec.add("domainName", .text(domainName, from: origin))
    spec.add("subjectAlternativeNames", .texts(subjectAlternativeNames))
    spec.add("validationMethod", "DNS")
    spec.add("keyAlgorithm", "")
    spec.add(tags: tags)
    return spec.node
  }
}

extension WebACLAssociation {
  /// Mirrors the specs in `pkg/model/wafv2` and `pkg/model/wafregional`.
  var tree: PlanNode {
    var spec = PlanObject()
    spec.add(generation == .wafv2 ? "webACLARN" : "webACLID", .planned(webACL))
    spec.add("resourceARN", .reference(.loadBalancer()))
    return spec.node
  }
}

extension ShieldProtection {
  /// Mirrors `ProtectionSpec` in `pkg/model/shield/protection.go`.
  var tree: PlanNode {
    var spec = PlanObject()
    spec.add("enabled", .planned(enabled))
    spec.add("resourceARN", .reference(.loadBalancer()))
    return spec.node
  }
}

extension FrontendNLBTarget {
  /// Mirrors `FrontendNlbTargetGroupState` in `pkg/model/core/frontend_nlb_target_group.go`.
  var tree: PlanNode {
    var state = PlanObject()
    state.add("Name", .planned(name))
    state.add("ARN", .reference(targetGroup))
    state.add("Port", .number(port))
    state.add("TargetARN", .reference(.loadBalancer()))
    state.add("TargetPort", .number(targetPort))
    return state.node
  }
}
