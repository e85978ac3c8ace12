import Manifests

extension IngressModelBuilder {
  /// Builds what else hangs on the load balancer; the flags that switch add-ons off only stop their deployment.
  ///
  /// Mirrors `buildLoadBalancerAddOns` in `pkg/ingress/model_build_load_balancer_addons.go`.
  func buildAddOns() throws(BuildFailure) {
    stack.wafv2Association = try wafv2WebACL().map { WebACLAssociation(generation: .wafv2, webACL: $0) }
    stack.wafClassicAssociation = try wafClassicWebACL().map { WebACLAssociation(generation: .classic, webACL: $0) }
    stack.shieldProtection = try agreedBool(
      AnnotationDefinition.Ingress.shieldAdvancedProtection, code: "conflicting-shield-protection",
      conflict: "conflicting enable shield advanced protection"
    ).map { ShieldProtection(enabled: $0) }
  }

  /// The ARN of the web ACL; empty to take any off, `nil` to leave it alone.
  ///
  /// Mirrors `buildWAFv2WebACLAssociation`.
  private func wafv2WebACL() throws(BuildFailure) -> Planned<String>? {
    let names = nonEmptySettings(
      AnnotationDefinition.Ingress.wafv2ACLName, classField: "spec.wafv2AclName", classParameter: { $0.wafv2ACLName })
    // Quirk (since v2.14.1): the name of one member hides the ARNs of all.
    guard let name = names.values.first, let text = name.known else { return try wafv2WebACLByARN() }
    guard names.values.count == 1 else {
      throw BuildFailure(
        "conflicting-web-acls", "conflicting WAFv2 WebACL names: \(GoText.list(names.sortedTexts))", at: names.spans)
    }
    guard text != "none", let span = name.origin.spans.first else { return Planned("", from: name.origin) }
    let arn = try WebACLNameResolver(world).arn(forName: Located(text, at: span))
    if arn.missingFact != nil {
      assume(Assumption(.webACLs, "the account has a WAFv2 web ACL named \(text)", at: names.spans))
    }
    // Quirk (since v2.8.2): an ARN that reads `none` takes the web ACL off, wherever it comes from.
    return arn.known == "none" ? Planned("", from: name.origin) : arn
  }

  private func wafv2WebACLByARN() throws(BuildFailure) -> Planned<String>? {
    let arns = memberSettings(
      AnnotationDefinition.Ingress.wafv2ACLARN, classField: "spec.wafv2AclArn",
      classParameter: { parameters in parameters.wafv2ACLARN.flatMap { $0.value.isEmpty ? nil : $0 } })
    guard let arn = arns.values.first else { return nil }
    guard arns.values.count == 1 else {
      throw BuildFailure(
        "conflicting-web-acls", "conflicting WAFv2 WebACL ARNs: \(GoText.list(arns.sortedTexts))", at: arns.spans)
    }
    return arn.known == "none" ? Planned("", from: arn.origin) : arn
  }

  /// The id of the web ACL; empty to take any off, `nil` to leave it alone.
  ///
  /// Mirrors `buildWAFRegionalWebACLAssociation`.
  private func wafClassicWebACL() throws(BuildFailure) -> Planned<String>? {
    var ids = MemberSettings()
    for member in group.members {
      // Quirk: an empty `waf-acl-id` hides the deprecated `web-acl-id`.
      guard
        let annotation = member.annotations[AnnotationDefinition.Ingress.wafACLID.key]
          ?? member.annotations[AnnotationDefinition.Ingress.webACLID.key],
        !annotation.value.value.isEmpty
      else { continue }
      ids.insert(annotation.value.value, from: .annotation(annotation))
    }
    guard let id = ids.values.first else { return nil }
    guard ids.values.count == 1 else {
      throw BuildFailure(
        "conflicting-web-acls", "conflicting WAFClassic WebACL IDs: \(GoText.list(ids.sortedTexts))", at: ids.spans)
    }
    return id.known == "none" ? Planned("", from: id.origin) : id
  }

  /// Settings over the members where an empty value counts as absent, in the class and in the annotation.
  private func nonEmptySettings(
    _ definition: AnnotationDefinition, classField: String,
    classParameter: (IngressClassParams) -> Located<String>?
  ) -> MemberSettings {
    let all = memberSettings(definition, classField: classField) { parameters in
      classParameter(parameters).flatMap { $0.value.isEmpty ? nil : $0 }
    }
    var settings = MemberSettings()
    for value in all.values {
      if let text = value.known, !text.isEmpty { settings.insert(text, from: value.origin) }
    }
    return settings
  }
}
