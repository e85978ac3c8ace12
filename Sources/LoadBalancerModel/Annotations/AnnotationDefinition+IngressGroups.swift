/// Class, group and what belongs to the whole load balancer.
extension AnnotationDefinition.Ingress {
  package static let ingressClass = AnnotationDefinition(
    "kubernetes.io/ingress.class", .string,
    summary:
      "Says which controller handles the Ingress, in the old way; it wins over spec.ingressClassName and then no "
      + "IngressClassParams apply.",
    on: [.ingress], since: .init(2, 0), deprecated: true, use: "spec.ingressClassName")
  package static let isDefaultClass = AnnotationDefinition(
    "ingressclass.kubernetes.io/is-default-class", .string,
    summary: "Makes an IngressClass the one of every Ingress that names no class; only the exact text true counts.",
    on: [.ingressClass], since: .init(2, 5))
  package static let groupName = AnnotationDefinition(
    "alb.ingress.kubernetes.io/group.name", .string,
    summary: "Puts the Ingress into an IngressGroup, whose members share one ALB.",
    on: [.ingress], classParameters: "group.name", since: .init(2, 0), reference: .init(.ingress, "group.name"))
  package static let groupOrder = AnnotationDefinition(
    "alb.ingress.kubernetes.io/group.order", .int32,
    summary: "Places the member within its IngressGroup: lower numbers come first, and their rules with them.",
    default: "0", documented: "0", on: [.ingress], since: .init(2, 0), reference: .init(.ingress, "group.order"))
  package static let loadBalancerName = AnnotationDefinition(
    "alb.ingress.kubernetes.io/load-balancer-name", .string,
    summary: "Names the ALB instead of a generated name; at most 32 bytes.",
    default: "generated hash name", on: [.ingress], merge: .exclusive, classParameters: "loadBalancerName",
    since: .init(2, 2), reference: .init(.ingress, "load-balancer-name"))
  package static let scheme = AnnotationDefinition(
    "alb.ingress.kubernetes.io/scheme", .oneOf(["internal", "internet-facing"]),
    summary:
      "Says whether the ALB is reachable from the internet or only from inside the VPC; changing it replaces the "
      + "ALB.",
    default: "internal (flag --default-load-balancer-scheme)", documented: "internal", on: [.ingress],
    merge: .exclusive, classParameters: "scheme", since: .init(2, 0), reference: .init(.ingress, "scheme"))
  package static let ipAddressType = AnnotationDefinition(
    "alb.ingress.kubernetes.io/ip-address-type", .oneOf(["ipv4", "dualstack", "dualstack-without-public-ipv4"]),
    summary: "Says whether the ALB has IPv4 addresses only or IPv6 addresses too.",
    default: "ipv4", documented: "ipv4", on: [.ingress], merge: .exclusive, classParameters: "ipAddressType",
    since: .init(2, 0), valuesSince: ["dualstack-without-public-ipv4": .init(2, 8)],
    aliases: ["alb.ingress.kubernetes.io/ip-address"], reference: .init(.ingress, "ip-address-type"))
  package static let subnets = AnnotationDefinition(
    "alb.ingress.kubernetes.io/subnets", .stringList,
    summary: "Lists the subnets of the ALB by id or Name tag, in place of discovery by tags.",
    default: "auto-discovery", on: [.ingress], merge: .exclusive, classParameters: "subnets", since: .init(2, 0),
    reference: .init(.ingress, "subnets"))
  package static let customerOwnedIPv4Pool = AnnotationDefinition(
    "alb.ingress.kubernetes.io/customer-owned-ipv4-pool", .string,
    summary: "Takes the ALB's addresses from a customer-owned pool; for Outposts only.",
    on: [.ingress], merge: .exclusive, since: .init(2, 1), reference: .init(.ingress, "customer-owned-ipv4-pool"))
  package static let ipamIPv4PoolID = AnnotationDefinition(
    "alb.ingress.kubernetes.io/ipam-ipv4-pool-id", .string,
    summary: "Takes the ALB's public IPv4 addresses from a pool of IPAM.",
    on: [.ingress], merge: .exclusive, classParameters: "ipamConfiguration.ipv4IPAMPoolId", since: .init(2, 12),
    reference: .init(.ingress, "ipam-ipv4-pool-id"))
  package static let loadBalancerAttributes = AnnotationDefinition(
    "alb.ingress.kubernetes.io/load-balancer-attributes", .stringMap,
    summary: "Sets attributes of the ALB: access logs, idle timeout, deletion protection and others.",
    on: [.ingress], merge: .combined, classParameters: "loadBalancerAttributes", since: .init(2, 0),
    reference: .init(.ingress, "load-balancer-attributes"))
  package static let minimumLoadBalancerCapacity = AnnotationDefinition(
    "alb.ingress.kubernetes.io/minimum-load-balancer-capacity", .stringMap,
    summary: "Reserves capacity units for the ALB; 0 takes the reservation back.",
    on: [.ingress], merge: .exclusive, classParameters: "minimumLoadBalancerCapacity", since: .init(2, 11),
    reference: .init(.ingress, "load-balancer-capacity-reservation"))
  package static let tags = AnnotationDefinition(
    "alb.ingress.kubernetes.io/tags", .stringMap,
    summary: "Adds tags to the AWS resources that the Ingress causes.",
    on: [.ingress, .service], merge: .combined, classParameters: "tags", since: .init(2, 0),
    reference: .init(.ingress, "tags"))
  package static let dryRunPlan = AnnotationDefinition(
    "alb.ingress.kubernetes.io/dry-run-plan", .string,
    summary: "Holds the plan that the controller would apply; the controller writes it itself and never reads it.",
    on: [.ingress], since: .init(3, 4), writtenByController: true)
}
