/// Security groups and what they open.
extension AnnotationDefinition.Service {
  package static let securityGroups = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-security-groups", .stringList,
    summary: "Gives the NLB these security groups instead of one that the controller manages.",
    default: "one managed security group (+ shared backend group)", on: [.service], since: .init(2, 6),
    reference: .init(.service, "security-groups"))
  package static let disableNLBSG = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-disable-nlb-sg", .bool,
    summary: "Leaves the NLB without security groups, for ever.",
    default: "false", documented: "false", on: [.service], since: .init(2, 14),
    reference: .init(.service, "nlb-sg-disable"))
  package static let manageBackendSecurityGroupRules = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-manage-backend-security-group-rules", .bool,
    summary: "Lets the controller open the nodes or pods to an NLB that has its own security groups or none.",
    default: "custom groups: flag --enable-manage-backend-security-group-rules (false); NLB without groups: true",
    documented: "true", on: [.service], since: .init(2, 4), reference: .init(.service, "manage-backend-sg-rules"))
  package static let loadBalancerSourceRanges = AnnotationDefinition(
    "service.beta.kubernetes.io/load-balancer-source-ranges", .stringList,
    summary: "Lists the address ranges that may reach the listeners; spec.loadBalancerSourceRanges replaces it.",
    default: "0.0.0.0/0 (+ ::/0 for dualstack); none if the prefix-list annotation exists", on: [.service],
    since: .init(2, 0), aliases: ["service.beta.kubernetes.io/aws-load-balancer-source-ranges"],
    reference: .init(.service, "lb-source-ranges"))
  package static let securityGroupPrefixLists = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-security-group-prefix-lists", .stringList,
    summary:
      "Lists the managed prefix lists that may reach the listeners; its mere presence takes the opening to "
      + "everyone away.",
    on: [.service], since: .init(2, 8), reference: .init(.service, "lb-security-group-prefix-lists"))
  package static let enableICMPForPathMTUDiscovery = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-enable-icmp-for-path-mtu-discovery", .oneOf(["on"]),
    summary: "Opens ICMP for the discovery of the path's MTU; only the exact text on counts.",
    on: [.service], since: .init(2, 12), otherValues: .ignored, reference: .init(.service, "icmp-path-mtu-discovery"))
  package static let inboundSGRulesOnPrivateLinkTraffic = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-inbound-sg-rules-on-private-link-traffic", .oneOf(["on", "off"]),
    summary: "Says whether the inbound rules of the security groups hold for traffic over PrivateLink.",
    on: [.service], since: .init(2, 8), reference: .init(.service, "update-security-settings"))
}
