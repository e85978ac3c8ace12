extension ManagedCertificate {
  /// Mirrors `CertificateSpec` in `pkg/model/acm/certificate.go`.
  func write(to plan: inout some PlanSink) {
    plan.object { plan in
      plan.member("type", type)
      plan.member("certificateAuthorityARN", certificateAuthorityARN)
      plan.member("domainName", domainName, from: origin)
      plan.member("subjectAlternativeNames", texts: subjectAlternativeNames)
      plan.member("validationMethod", "DNS")
      plan.member("keyAlgorithm", "")
      plan.member(tags: tags)
    }
  }
}

extension WebACLAssociation {
  /// Mirrors the specs in `pkg/model/wafv2` and `pkg/model/wafregional`.
  func write(to plan: inout some PlanSink) {
    plan.object { plan in
      plan.member(generation == .wafv2 ? "webACLARN" : "webACLID", webACL)
      plan.member("resourceARN", .loadBalancer())
    }
  }
}

extension ShieldProtection {
  /// Mirrors `ProtectionSpec` in `pkg/model/shield/protection.go`.
  func write(to plan: inout some PlanSink) {
    plan.object { plan in
      plan.member("enabled", enabled)
      plan.member("resourceARN", .loadBalancer())
    }
  }
}

extension FrontendNLBTarget {
  /// Mirrors `FrontendNlbTargetGroupState` in `pkg/model/core/frontend_nlb_target_group.go`.
  func write(to plan: inout some PlanSink) {
    plan.object { plan in
      plan.member("Name", name)
      plan.member("ARN", targetGroup)
      plan.member("Port", port)
      plan.member("TargetARN", .loadBalancer())
      plan.member("TargetPort", targetPort)
    }
  }
}
