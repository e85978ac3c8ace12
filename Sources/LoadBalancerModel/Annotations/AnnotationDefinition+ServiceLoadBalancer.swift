/// What belongs to the load balancer.
extension AnnotationDefinition.Service {
  package static let type = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-type", .oneOf(["external", "nlb-ip"]),
    summary:
      "Hands a Service without a load balancer class to the controller: external together with a target type, or "
      + "nlb-ip.",
    on: [.service], since: .init(2, 0), otherValues: .ignored, valuesSince: ["external": .init(2, 2)],
    deprecatedValues: ["nlb-ip": "external together with aws-load-balancer-nlb-target-type: ip"],
    reference: .init(.service, "lb-type"))
  package static let nlbTargetType = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-nlb-target-type", .oneOf(["instance", "ip"]),
    summary: "Says whether the NLB sends to node ports (instance) or straight to pods (ip).",
    default: "flag --default-target-type (instance)", on: [.service], since: .init(2, 2), otherValues: .ignored,
    aliases: ["service.beta.kubernetes.io/aws-load-balancer-target-type"],
    reference: .init(.service, "nlb-target-type"))
  package static let name = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-name", .string,
    summary: "Names the NLB instead of a generated name; at most 32 bytes.",
    default: "k8s-{namespace 8}-{name 8}-{hash 10}", on: [.service], since: .init(2, 2),
    aliases: ["service.beta.kubernetes.io/load-balancer-name"], reference: .init(.service, "load-balancer-name"))
  package static let scheme = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-scheme", .oneOf(["internal", "internet-facing"]),
    summary: "Says whether the NLB is reachable from the internet or only from inside the VPC.",
    default: "legacy internal annotation, else scheme of an existing NLB, "
      + "else flag --default-load-balancer-scheme (internal)",
    documented: "internal", on: [.service], since: .init(2, 2), reference: .init(.service, "lb-scheme"))
  package static let isInternal = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-internal", .bool,
    summary: "Makes the NLB internal, in the old way; not read where aws-load-balancer-scheme exists.",
    documented: "false", on: [.service], since: .init(2, 0), deprecated: true,
    use: "service.beta.kubernetes.io/aws-load-balancer-scheme", reference: .init(.service, "lb-internal"))
  package static let ipAddressType = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-ip-address-type", .oneOf(["ipv4", "dualstack"]),
    summary: "Says whether the NLB has IPv4 addresses only or IPv6 addresses too.",
    default: "ipv4", documented: "ipv4", on: [.service], since: .init(2, 1),
    reference: .init(.service, "ip-address-type"))
  package static let subnets = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-subnets", .stringList,
    summary: "Lists the subnets of the NLB by id or Name tag, in the order that the address annotations refer to.",
    default: "existing NLB's subnets, else auto-discovery", on: [.service], since: .init(2, 1),
    reference: .init(.service, "subnets"))
  package static let eipAllocations = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-eip-allocations", .stringList,
    summary: "Gives an internet-facing NLB fixed Elastic IP addresses, one per subnet.",
    on: [.service], since: .init(2, 0), reference: .init(.service, "eip-allocations"))
  package static let privateIPv4Addresses = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses", .stringList,
    summary: "Gives an internal NLB fixed IPv4 addresses, one inside each subnet.",
    on: [.service], since: .init(2, 2), reference: .init(.service, "private-ipv4-addresses"))
  package static let ipv6Addresses = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-ipv6-addresses", .stringList,
    summary: "Gives a dualstack NLB fixed IPv6 addresses, one inside each subnet.",
    on: [.service], since: .init(2, 4, 4), reference: .init(.service, "ipv6-addresses"))
  package static let enablePrefixForIPv6SourceNAT = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-enable-prefix-for-ipv6-source-nat", .oneOf(["on", "off"]),
    summary: "Lets a dualstack NLB translate sources with an IPv6 prefix, which UDP listeners need.",
    default: "off", documented: "off", on: [.service], since: .init(2, 10),
    reference: .init(.service, "enable-prefix-for-ipv6-source-nat"))
  package static let sourceNATIPv6Prefixes = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-source-nat-ipv6-prefixes", .stringList,
    summary: "Lists the IPv6 prefixes for source translation, one per subnet.",
    on: [.service], since: .init(2, 10), reference: .init(.service, "source-nat-ipv6-prefixes"))
  package static let attributes = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-attributes", .stringMap,
    summary: "Sets attributes of the NLB: access logs, cross-zone balancing, deletion protection and others.",
    default: "{}", on: [.service], since: .init(2, 3), reference: .init(.service, "load-balancer-attributes"))
  package static let accessLogEnabled = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-access-log-enabled", .bool,
    summary: "Switches access logs on; false writes nothing.",
    default: "false", documented: "false", on: [.service], since: .init(2, 0), deprecated: true,
    use: "service.beta.kubernetes.io/aws-load-balancer-attributes", reference: .init(.service, "deprecated-attributes"))
  package static let accessLogS3BucketName = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-access-log-s3-bucket-name", .string,
    summary: "Names the S3 bucket of the access logs, read only with access-log-enabled true.",
    on: [.service], since: .init(2, 0), deprecated: true,
    use: "service.beta.kubernetes.io/aws-load-balancer-attributes", reference: .init(.service, "deprecated-attributes"))
  package static let accessLogS3BucketPrefix = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-access-log-s3-bucket-prefix", .string,
    summary: "Puts the access logs under a prefix of their bucket, read only with access-log-enabled true.",
    on: [.service], since: .init(2, 0), deprecated: true,
    use: "service.beta.kubernetes.io/aws-load-balancer-attributes", reference: .init(.service, "deprecated-attributes"))
  package static let crossZoneLoadBalancingEnabled = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-cross-zone-load-balancing-enabled", .bool,
    summary: "Spreads traffic over the targets of all zones.",
    documented: "false", on: [.service], since: .init(2, 0), deprecated: true,
    use: "service.beta.kubernetes.io/aws-load-balancer-attributes", reference: .init(.service, "deprecated-attributes"))
  package static let minimumLoadBalancerCapacity = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-minimum-load-balancer-capacity", .stringMap,
    summary: "Reserves capacity units for the NLB; 0 takes the reservation back.",
    on: [.service], since: .init(2, 11), reference: .init(.service, "load-balancer-capacity-reservation"))
  package static let additionalResourceTags = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-additional-resource-tags", .stringMap,
    summary: "Adds tags to the AWS resources that the Service causes.",
    default: "{}", on: [.service], since: .init(2, 0), reference: .init(.service, "additional-resource-tags"))
}
