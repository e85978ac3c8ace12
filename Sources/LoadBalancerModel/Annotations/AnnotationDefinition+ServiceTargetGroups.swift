/// Target groups and their health checks.
extension AnnotationDefinition.Service {
  package static let targetGroupAttributes = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes", .stringMap,
    summary:
      "Sets attributes of all target groups of the Service: stickiness, deregistration delay, client addresses "
      + "and others.",
    default: "{proxy_protocol_v2.enabled: false}", on: [.service], since: .init(2, 1),
    reference: .init(.service, "target-group-attributes"))
  package static let targetGroupAttributesOfPort = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes.{port}", .stringMap,
    summary: "Sets attributes of the target group of one Service port, over those for all ports.",
    default: "{}", on: [.service], since: .init(2, 14))
  package static let proxyProtocol = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-proxy-protocol", .oneOf(["*"]),
    summary: "Switches proxy protocol v2 on for all target groups; only * is accepted.",
    on: [.service], since: .init(2, 0), reference: .init(.service, "proxy-protocol-v2"))
  package static let proxyProtocolPerTargetGroup = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-proxy-protocol-per-target-group", .string,
    summary: "Switches proxy protocol v2 on for the listed Service ports and off for the others.",
    on: [.service], since: .init(2, 13), reference: .init(.service, "proxy-protocol-v2"))
  package static let healthcheckProtocol = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol", .oneOf(["TCP", "HTTP", "HTTPS"]),
    summary: "Says whether the targets are checked over TCP, HTTP or HTTPS.",
    default: "TCP; HTTP for instance targets with externalTrafficPolicy Local", documented: "TCP", on: [.service],
    since: .init(2, 0), otherValues: .refusedIgnoringCase, reference: .init(.service, "healthcheck-protocol"))
  package static let healthcheckPort = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-healthcheck-port", .string,
    summary: "Says on which port the targets are checked: the traffic port, a number or the name of a Service port.",
    default: "traffic-port; spec.healthCheckNodePort for instance targets with externalTrafficPolicy Local",
    documented: "traffic-port", on: [.service], since: .init(2, 0), reference: .init(.service, "healthcheck-port"))
  package static let healthcheckPath = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-healthcheck-path", .string,
    summary: "Says which path an HTTP or HTTPS health check asks for.",
    default: "/ ; /healthz for instance targets with externalTrafficPolicy Local", documented: "/", on: [.service],
    since: .init(2, 0), reference: .init(.service, "healthcheck-path"))
  package static let healthcheckSuccessCodes = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-healthcheck-success-codes", .string,
    summary: "Lists the HTTP status codes that count as healthy.",
    default: "200-399", documented: "200-399", on: [.service], since: .init(2, 4, 6),
    reference: .init(.service, "healthcheck-success-codes"))
  package static let healthcheckInterval = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-healthcheck-interval", .int32,
    summary: "Says how many seconds lie between two health checks of a target.",
    default: "10", documented: "10", on: [.service], since: .init(2, 0),
    reference: .init(.service, "healthcheck-interval"))
  package static let healthcheckTimeout = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-healthcheck-timeout", .int32,
    summary: "Says after how many seconds without answer a health check has failed.",
    default: "10; 6 for instance targets with externalTrafficPolicy Local", documented: "10", on: [.service],
    since: .init(2, 0), reference: .init(.service, "healthcheck-timeout"))
  package static let healthcheckHealthyThreshold = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-healthcheck-healthy-threshold", .int32,
    summary: "Says how many checks in a row must succeed before a target is healthy.",
    default: "3; 2 for instance targets with externalTrafficPolicy Local", documented: "3", on: [.service],
    since: .init(2, 0), reference: .init(.service, "healthcheck-healthy-threshold"))
  package static let healthcheckUnhealthyThreshold = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-healthcheck-unhealthy-threshold", .int32,
    summary: "Says how many checks in a row must fail before a target is unhealthy.",
    default: "3; 2 for instance targets with externalTrafficPolicy Local", documented: "3", on: [.service],
    since: .init(2, 0), reference: .init(.service, "healthcheck-unhealthy-threshold"))
  package static let targetNodeLabels = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-target-node-labels", .stringMap,
    summary: "Registers only nodes with these labels; for instance targets.",
    on: [.service], since: .init(2, 2), reference: .init(.service, "target-node-labels"))
  package static let multiClusterTargetGroup = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-multi-cluster-target-group", .bool,
    summary: "Lets several clusters register targets in the same target group.",
    default: "false", documented: "false", on: [.service], since: .init(2, 10),
    reference: .init(.service, "multi-cluster-target-group"))
}
