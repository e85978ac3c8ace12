/// A network load balancer in front of the ALB.
extension AnnotationDefinition.Ingress {
  package static let enableFrontendNLB = AnnotationDefinition(
    "alb.ingress.kubernetes.io/enable-frontend-nlb", .bool,
    summary: "Puts a network load balancer with the ALB as its target in front of it.",
    default: "false", documented: "false", on: [.ingress], merge: .exclusive, since: .init(2, 13),
    reference: .init(.ingress, "enable-frontend-nlb"))
  package static let frontendNLBScheme = AnnotationDefinition(
    "alb.ingress.kubernetes.io/frontend-nlb-scheme", .oneOf(["internal", "internet-facing"]),
    summary: "Says whether the frontend NLB is reachable from the internet; it does not follow the ALB's scheme.",
    default: "flag --default-load-balancer-scheme (internal)", documented: "internal", on: [.ingress],
    merge: .exclusive, since: .init(2, 13), reference: .init(.ingress, "frontend-nlb-scheme"))
  package static let frontendNLBSubnets = AnnotationDefinition(
    "alb.ingress.kubernetes.io/frontend-nlb-subnets", .stringList,
    summary: "Lists the subnets of the frontend NLB by id or Name tag.",
    default: "auto-discovery", on: [.ingress], merge: .exclusive, since: .init(2, 13),
    reference: .init(.ingress, "frontend-nlb-subnets"))
  package static let frontendNLBSecurityGroups = AnnotationDefinition(
    "alb.ingress.kubernetes.io/frontend-nlb-security-groups", .stringList,
    summary: "Gives the frontend NLB its own security groups.",
    default: "the ALB's security groups", on: [.ingress], merge: .exclusive, since: .init(2, 13),
    reference: .init(.ingress, "frontend-nlb-security-groups"))
  package static let frontendNLBListenerPortMapping = AnnotationDefinition(
    "alb.ingress.kubernetes.io/frontend-nlb-listener-port-mapping", .stringMap,
    summary: "Maps ports of the frontend NLB to ports of the ALB.",
    default: "each ALB port to itself", on: [.ingress], merge: .combined, since: .init(2, 13),
    reference: .init(.ingress, "frontend-nlb-listener-port-mapping"))
  package static let frontendNLBEIPAllocations = AnnotationDefinition(
    "alb.ingress.kubernetes.io/frontend-nlb-eip-allocations", .stringList,
    summary: "Gives an internet-facing frontend NLB fixed Elastic IP addresses, one per subnet.",
    on: [.ingress], merge: .exclusive, since: .init(2, 14),
    aliases: ["alb.ingress.kubernetes.io/frontend-nlb-eip-allocation"],
    reference: .init(.ingress, "frontend-nlb-eip-allocations"))
  package static let frontendNLBHealthcheckPort = AnnotationDefinition(
    "alb.ingress.kubernetes.io/frontend-nlb-healthcheck-port", .string,
    summary: "Says on which port the frontend NLB checks the ALB.",
    default: "traffic-port", documented: "traffic-port", on: [.ingress], merge: .exclusive, since: .init(2, 13),
    reference: .init(.ingress, "frontend-nlb-healthcheck-port"))
  package static let frontendNLBHealthcheckProtocol = AnnotationDefinition(
    "alb.ingress.kubernetes.io/frontend-nlb-healthcheck-protocol", .oneOf(["HTTP", "HTTPS"]),
    summary: "Says whether the frontend NLB checks the ALB over HTTP or HTTPS.",
    default: "HTTP", documented: "HTTP", on: [.ingress], merge: .exclusive, since: .init(2, 13),
    reference: .init(.ingress, "frontend-nlb-healthcheck-protocol"))
  package static let frontendNLBHealthcheckPath = AnnotationDefinition(
    "alb.ingress.kubernetes.io/frontend-nlb-healthcheck-path", .string,
    summary: "Says which path the frontend NLB's health check asks for.",
    default: "/", documented: "/", on: [.ingress], merge: .exclusive, since: .init(2, 13),
    reference: .init(.ingress, "frontend-nlb-healthcheck-path"))
  package static let frontendNLBHealthcheckIntervalSeconds = AnnotationDefinition(
    "alb.ingress.kubernetes.io/frontend-nlb-healthcheck-interval-seconds", .int32,
    summary: "Says how many seconds lie between two checks of the ALB.",
    default: "15", documented: "15", on: [.ingress], merge: .exclusive, since: .init(2, 13),
    reference: .init(.ingress, "frontend-nlb-healthcheck-interval-seconds"))
  package static let frontendNLBHealthcheckTimeoutSeconds = AnnotationDefinition(
    "alb.ingress.kubernetes.io/frontend-nlb-healthcheck-timeout-seconds", .int32,
    summary: "Says after how many seconds without answer a check of the ALB has failed.",
    default: "5", documented: "5", on: [.ingress], merge: .exclusive, since: .init(2, 13),
    reference: .init(.ingress, "frontend-nlb-healthcheck-timeout-seconds"))
  package static let frontendNLBHealthcheckHealthyThresholdCount = AnnotationDefinition(
    "alb.ingress.kubernetes.io/frontend-nlb-healthcheck-healthy-threshold-count", .int32,
    summary: "Says how many checks in a row must succeed before the ALB is healthy.",
    default: "2", documented: "3", on: [.ingress], merge: .exclusive, since: .init(2, 13),
    reference: .init(.ingress, "frontend-nlb-healthcheck-healthy-threshold-count"))
  package static let frontendNLBHealthcheckUnhealthyThresholdCount = AnnotationDefinition(
    "alb.ingress.kubernetes.io/frontend-nlb-healthcheck-unhealthy-threshold-count", .int32,
    summary: "Says how many checks in a row must fail before the ALB is unhealthy.",
    default: "2", documented: "3", on: [.ingress], merge: .exclusive, since: .init(2, 13),
    reference: .init(.ingress, "frontend-nlb-healthcheck-unhealthy-threshold-count"))
  package static let frontendNLBHealthcheckSuccessCodes = AnnotationDefinition(
    "alb.ingress.kubernetes.io/frontend-nlb-healthcheck-success-codes", .string,
    summary: "Lists the HTTP status codes of the ALB that count as healthy.",
    default: "200", documented: "200", on: [.ingress], merge: .exclusive, since: .init(2, 13),
    reference: .init(.ingress, "frontend-nlb-healthcheck-success-codes"))
  package static let frontendNLBAttributes = AnnotationDefinition(
    "alb.ingress.kubernetes.io/frontend-nlb-attributes", .stringMap,
    summary: "Sets attributes of the frontend NLB.",
    on: [.ingress], merge: .exclusive, since: .init(3, 2), reference: .init(.ingress, "frontend-nlb-attributes"))
  package static let frontendNLBTags = AnnotationDefinition(
    "alb.ingress.kubernetes.io/frontend-nlb-tags", .stringMap,
    summary: "Gives the frontend NLB its own tags in place of the ALB's.",
    default: "the ALB tags", on: [.ingress], merge: .exclusive, since: .init(2, 14),
    reference: .init(.ingress, "frontend-nlb-tags"))
}
