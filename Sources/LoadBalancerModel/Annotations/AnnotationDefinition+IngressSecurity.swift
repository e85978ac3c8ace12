/// Security groups, web ACLs and Shield.
extension AnnotationDefinition.Ingress {
  package static let securityGroups = AnnotationDefinition(
    "alb.ingress.kubernetes.io/security-groups", .stringList,
    summary: "Gives the ALB these security groups instead of one that the controller manages.",
    default: "managed security group", on: [.ingress], merge: .exclusive, since: .init(2, 0),
    reference: .init(.ingress, "security-groups"))
  package static let manageBackendSecurityGroupRules = AnnotationDefinition(
    "alb.ingress.kubernetes.io/manage-backend-security-group-rules", .bool,
    summary: "Lets the controller open the nodes or pods to an ALB that has its own security groups.",
    default: "flag --enable-manage-backend-security-group-rules (false)", on: [.ingress], merge: .exclusive,
    since: .init(2, 3), reference: .init(.ingress, "manage-backend-security-group-rules"))
  package static let inboundCIDRs = AnnotationDefinition(
    "alb.ingress.kubernetes.io/inbound-cidrs", .stringList,
    summary: "Lists the address ranges that may reach the listeners.",
    default: "0.0.0.0/0 and ::/0 (if no prefix lists either)", documented: "0.0.0.0/0, ::/0", on: [.ingress],
    merge: .exclusive, classParameters: "inboundCIDRs", since: .init(2, 0),
    aliases: ["alb.ingress.kubernetes.io/security-group-inbound-cidrs"], reference: .init(.ingress, "inbound-cidrs"))
  package static let securityGroupPrefixLists = AnnotationDefinition(
    "alb.ingress.kubernetes.io/security-group-prefix-lists", .stringList,
    summary: "Lists the managed prefix lists that may reach the listeners.",
    on: [.ingress], merge: .exclusive, classParameters: "prefixListsIDs", since: .init(2, 8),
    reference: .init(.ingress, "security-group-prefix-lists"))
  package static let wafv2ACLARN = AnnotationDefinition(
    "alb.ingress.kubernetes.io/wafv2-acl-arn", .string,
    summary: "Attaches a WAFv2 web ACL by its ARN; none takes any web ACL off.",
    on: [.ingress], merge: .exclusive, classParameters: "wafv2AclArn", since: .init(2, 0),
    aliases: ["alb.ingress.kubernetes.io/wafv2-acl-id"], reference: .init(.ingress, "wafv2-acl-arn"))
  package static let wafv2ACLName = AnnotationDefinition(
    "alb.ingress.kubernetes.io/wafv2-acl-name", .string,
    summary:
      "Attaches a WAFv2 web ACL by its name, which wins over an ARN anywhere in the group; none takes any web ACL "
      + "off.",
    on: [.ingress], merge: .exclusive, classParameters: "wafv2AclName", since: .init(2, 14),
    reference: .init(.ingress, "wafv2-acl-name"))
  package static let wafACLID = AnnotationDefinition(
    "alb.ingress.kubernetes.io/waf-acl-id", .string,
    summary: "Attaches a web ACL of WAF Classic by its id; none takes any web ACL off.",
    on: [.ingress], merge: .exclusive, since: .init(2, 0), reference: .init(.ingress, "waf-acl-id"))
  package static let webACLID = AnnotationDefinition(
    "alb.ingress.kubernetes.io/web-acl-id", .string,
    summary: "Is the old name of waf-acl-id, read only where that one is absent.",
    on: [.ingress], merge: .exclusive, since: .init(2, 0), deprecated: true,
    use: "alb.ingress.kubernetes.io/waf-acl-id")
  package static let shieldAdvancedProtection = AnnotationDefinition(
    "alb.ingress.kubernetes.io/shield-advanced-protection", .bool,
    summary: "Switches Shield Advanced for the ALB on or off; without it the protection stays as it is.",
    on: [.ingress], merge: .exclusive, since: .init(2, 0), reference: .init(.ingress, "shield-advanced-protection"))
}
