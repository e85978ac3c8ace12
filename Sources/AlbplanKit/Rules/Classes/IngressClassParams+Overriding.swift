import LoadBalancerModel
import Manifests

/// A field of IngressClassParams that takes the place of an annotation.
struct ClassParameter {
  /// `spec.scheme`.
  var field: String
  /// Its value as the annotation would be written.
  var text: String
  var span: SourceSpan
}

extension IngressClassParams {
  /// The field that hides an annotation of every Ingress of the class, when it is set.
  ///
  /// Tags and attributes go key by key, and some settings come from the class of a group's first member only: these are
  /// not among them.
  func parameter(over definition: AnnotationDefinition) -> ClassParameter? {
    guard let field = definition.classParametersField else { return nil }
    func one(_ value: Located<String>?) -> ClassParameter? {
      value.map { ClassParameter(field: "spec.\(field)", text: $0.value, span: $0.span) }
    }
    func nonEmpty(_ value: Located<String>?) -> ClassParameter? { value?.value.isEmpty == false ? one(value) : nil }
    func list(_ values: [Located<String>]) -> ClassParameter? {
      values.first.map {
        ClassParameter(field: "spec.\(field)", text: values.map(\.value).joined(separator: ","), span: $0.span)
      }
    }
    switch field {
    case "group.name": return one(groupName)
    case "scheme": return one(scheme)
    case "ipAddressType": return one(ipAddressType)
    case "loadBalancerName": return nonEmpty(loadBalancerName)
    case "sslPolicy": return nonEmpty(sslPolicy)
    case "sslRedirectPort": return nonEmpty(sslRedirectPort)
    case "targetType": return nonEmpty(targetType)
    case "wafv2AclArn": return nonEmpty(wafv2ACLARN)
    case "wafv2AclName": return nonEmpty(wafv2ACLName)
    case "inboundCIDRs": return list(inboundCIDRs)
    case "certificateArn": return list(certificateARNs)
    case "prefixListsIDs":
      if let parameter = list(prefixListIDs) { return parameter }
      var legacy = list(legacyPrefixListIDs)
      legacy?.field = "spec.PrefixListsIDs"
      return legacy
    case "subnets":
      guard let subnets else { return nil }
      return ClassParameter(
        field: "spec.subnets", text: subnets.ids.map(\.value).joined(separator: ","), span: subnets.span)
    default: return nil
    }
  }

  /// The pairs of a field that hide those with the same keys in an annotation.
  func pairs(over definition: AnnotationDefinition) -> [KeyValue] {
    switch definition.classParametersField {
    case "tags": tags
    case "loadBalancerAttributes": loadBalancerAttributes
    default: []
    }
  }
}
