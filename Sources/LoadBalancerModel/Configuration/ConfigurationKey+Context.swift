/// The keys of a context file.
extension ConfigurationKey {
  package static let contextFile: [ConfigurationKey] = [
    ConfigurationKey(
      "complete", .bool,
      "The input is all that the cluster holds: a Service, Secret or class that is absent from it does not exist.",
      otherwise: "`false`: what manifests name and do not hold is taken to be there"),
    ConfigurationKey("controller", .object(controller), "How the controller is set up."),
    ConfigurationKey("aws", .object(aws), "What is known of the AWS account and the VPC."),
  ]

  private static let controller: [ConfigurationKey] = [
    ConfigurationKey("version", .version, "The release of the controller.", otherwise: "`v3.5.0`"),
    ConfigurationKey(
      "clusterName", .string, "The cluster's name, as `--cluster-name` gives it.",
      otherwise: "all generated names are unknown"),
    ConfigurationKey(
      "flags", .flags, "Flags of the controller by their own names, without dashes.",
      otherwise: "the controller's defaults"),
    ConfigurationKey(
      "featureGates", .featureGates, "Feature gates by the names that the controller accepts.",
      otherwise: "the controller's defaults"),
    ConfigurationKey(
      "serviceMutatorWebhook", .bool,
      "The webhook is installed that gives a new Service of type LoadBalancer the controller's class.",
      otherwise: "`true`"),
  ]

  private static let aws: [ConfigurationKey] = [
    ConfigurationKey("region", .string, "The region of the cluster."),
    ConfigurationKey("accountID", .string, "The account of the cluster; in quotes, for it may begin with a zero."),
    ConfigurationKey(
      "vpcID", .string, "The VPC of the cluster.", otherwise: "the VPC of target group bindings is unknown"),
    ConfigurationKey(
      "vpcCIDRs", .strings, "The IPv4 ranges of the VPC.",
      otherwise: "the sources of some network load balancers are unknown"),
    ConfigurationKey(
      "vpcIPv6CIDRs", .strings, "The IPv6 ranges of the VPC.",
      otherwise: "the sources of some network load balancers are unknown"),
    ConfigurationKey(
      "subnets", .objects(subnet), "The subnets of the VPC, in the order in which AWS lists them.",
      otherwise: "ids pass through, names and discovered subnets are unknown"),
    ConfigurationKey(
      "securityGroups", .objects(securityGroup), "The security groups of the VPC.",
      otherwise: "ids pass through, names are unknown"),
    ConfigurationKey(
      "backendSecurityGroup", .string, "The id of the shared backend security group, as `--backend-security-group`.",
      otherwise: "the id is unknown"),
    ConfigurationKey(
      "certificates", .objects(certificate), "The issued certificates in ACM.",
      otherwise: "discovered certificates are unknown"),
    ConfigurationKey(
      "targetGroups", .objects(named), "Target groups that actions name.", otherwise: "their ARNs are unknown"),
    ConfigurationKey(
      "webACLs", .objects(named), "WAFv2 web ACLs that annotations name.", otherwise: "their ARNs are unknown"),
    ConfigurationKey(
      "trustStores", .objects(named), "Trust stores that annotations name.", otherwise: "their ARNs are unknown"),
    ConfigurationKey("elasticIPs", .strings, "Allocation ids of elastic IP addresses."),
    ConfigurationKey(
      "loadBalancers", .objects(loadBalancer),
      "Load balancers that exist already; the controller knows its own by their tags and keeps their subnets.",
      otherwise: "none is taken to exist"),
  ]

  private static let subnet: [ConfigurationKey] = [
    ConfigurationKey("id", .string, "`subnet-…`.", required: true),
    ConfigurationKey("availabilityZone", .string, "The zone's name: `us-west-2a`.", required: true),
    ConfigurationKey("availabilityZoneID", .string, "The zone's id: `usw2-az1`.", otherwise: "the zone's name"),
    ConfigurationKey("cidrBlock", .string, "The IPv4 range."),
    ConfigurationKey("ipv6CIDRBlocks", .strings, "The associated IPv6 ranges.", otherwise: "none"),
    ConfigurationKey("availableIPAddressCount", .integer, "How many addresses are free.", otherwise: "enough"),
    ConfigurationKey(
      "public", .bool, "The route table leads to an internet gateway.", otherwise: "`false`"),
    ConfigurationKey("outpostARN", .string, "The Outpost that the subnet is in.", otherwise: "none"),
    ConfigurationKey(
      "zoneType", .string, "`availability-zone`, `local-zone` or `wavelength-zone`.",
      otherwise: "`availability-zone`"),
    ConfigurationKey(
      "tags", .stringMap, "The tags: `Name`, `kubernetes.io/role/elb`, `kubernetes.io/cluster/…`.", otherwise: "none"),
  ]

  private static let securityGroup: [ConfigurationKey] = [
    ConfigurationKey("id", .string, "`sg-…`.", required: true),
    ConfigurationKey("name", .string, "The group's name; annotations go by the tag `Name`, not by this."),
    ConfigurationKey("tags", .stringMap, "The tags.", otherwise: "none"),
  ]

  private static let certificate: [ConfigurationKey] = [
    ConfigurationKey("arn", .string, "The ARN.", required: true),
    ConfigurationKey("domains", .strings, "All its names, with wildcards.", otherwise: "none"),
    ConfigurationKey("type", .oneOf(["AMAZON_ISSUED", "IMPORTED", "PRIVATE"]), "Who made it."),
    ConfigurationKey("certificateAuthorityARN", .string, "The private authority that issued it."),
    ConfigurationKey("tags", .stringMap, "The tags.", otherwise: "none"),
  ]

  private static let named: [ConfigurationKey] = [
    ConfigurationKey("name", .string, "The name.", required: true),
    ConfigurationKey("arn", .string, "The ARN.", required: true),
  ]

  private static let loadBalancer: [ConfigurationKey] = [
    ConfigurationKey("arn", .string, "The ARN.", required: true),
    ConfigurationKey("name", .string, "The name."),
    ConfigurationKey("scheme", .string, "`internal` or `internet-facing`."),
    ConfigurationKey("type", .string, "`application` or `network`."),
    ConfigurationKey("subnets", .strings, "The ids of its subnets.", otherwise: "none"),
    ConfigurationKey("securityGroups", .strings, "The ids of its security groups.", otherwise: "none"),
    ConfigurationKey(
      "tags", .stringMap,
      "The tags: `elbv2.k8s.aws/cluster` and `ingress.k8s.aws/stack` or `service.k8s.aws/stack` tie it to a stack.",
      otherwise: "none"),
  ]
}
