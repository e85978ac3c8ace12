/// Target groups and their health checks.
extension AnnotationDefinition.Ingress {
  package static let targetType = AnnotationDefinition(
    "alb.ingress.kubernetes.io/target-type", .oneOf(["instance", "ip"]),
    summary: "Says whether the ALB sends to node ports (instance) or straight to pods (ip).",
    default: "instance (flag --default-target-type)", documented: "instance", on: [.ingress, .service],
    classParameters: "targetType", since: .init(2, 0), reference: .init(.ingress, "target-type"))
  package static let backendProtocol = AnnotationDefinition(
    "alb.ingress.kubernetes.io/backend-protocol", .oneOf(["HTTP", "HTTPS"]),
    summary: "Says whether the ALB speaks HTTP or HTTPS to the targets.",
    default: "HTTP", documented: "HTTP", on: [.ingress, .service], since: .init(2, 0),
    reference: .init(.ingress, "backend-protocol"))
  package static let backendProtocolVersion = AnnotationDefinition(
    "alb.ingress.kubernetes.io/backend-protocol-version", .oneOf(["HTTP1", "HTTP2", "GRPC"]),
    summary: "Says whether the ALB speaks HTTP/1.1, HTTP/2 or gRPC to the targets.",
    default: "HTTP1", documented: "HTTP1", on: [.ingress, .service], since: .init(2, 1),
    aliases: ["alb.ingress.kubernetes.io/backend-protocol-http2"],
    reference: .init(.ingress, "backend-protocol-version"))
  package static let targetGroupAttributes = AnnotationDefinition(
    "alb.ingress.kubernetes.io/target-group-attributes", .stringMap,
    summary:
      "Sets attributes of the target group: stickiness, deregistration delay, load balancing algorithm and "
      + "others.",
    on: [.ingress, .service], since: .init(2, 0), reference: .init(.ingress, "target-group-attributes"))
  package static let healthcheckPort = AnnotationDefinition(
    "alb.ingress.kubernetes.io/healthcheck-port", .string,
    summary: "Says on which port the targets are checked: the traffic port, a number or the name of a Service port.",
    default: "traffic-port", documented: "traffic-port", on: [.ingress, .service], since: .init(2, 0),
    reference: .init(.ingress, "healthcheck-port"))
  package static let healthcheckProtocol = AnnotationDefinition(
    "alb.ingress.kubernetes.io/healthcheck-protocol", .oneOf(["HTTP", "HTTPS"]),
    summary: "Says whether the targets are checked over HTTP or HTTPS.",
    default: "the backend protocol", documented: "HTTP", on: [.ingress, .service], since: .init(2, 0),
    reference: .init(.ingress, "healthcheck-protocol"))
  package static let healthcheckPath = AnnotationDefinition(
    "alb.ingress.kubernetes.io/healthcheck-path", .string,
    summary: "Says which path the health check asks for.",
    default: "/ (GRPC: /AWS.ALB/healthcheck)", documented: "/ or /AWS.ALB/healthcheck", on: [.ingress, .service],
    since: .init(2, 0), reference: .init(.ingress, "healthcheck-path"))
  package static let healthcheckIntervalSeconds = AnnotationDefinition(
    "alb.ingress.kubernetes.io/healthcheck-interval-seconds", .int32,
    summary: "Says how many seconds lie between two health checks of a target.",
    default: "15", documented: "15", on: [.ingress, .service], since: .init(2, 0),
    aliases: ["alb.ingress.kubernetes.io/healthcheck-interval"],
    reference: .init(.ingress, "healthcheck-interval-seconds"))
  package static let healthcheckTimeoutSeconds = AnnotationDefinition(
    "alb.ingress.kubernetes.io/healthcheck-timeout-seconds", .int32,
    summary: "Says after how many seconds without answer a health check has failed.",
    default: "5", documented: "5", on: [.ingress, .service], since: .init(2, 0),
    aliases: ["alb.ingress.kubernetes.io/healthcheck-timeout"],
    reference: .init(.ingress, "healthcheck-timeout-seconds"))
  package static let healthyThresholdCount = AnnotationDefinition(
    "alb.ingress.kubernetes.io/healthy-threshold-count", .int32,
    summary: "Says how many checks in a row must succeed before a target is healthy.",
    default: "2", documented: "2", on: [.ingress, .service], since: .init(2, 0),
    aliases: ["alb.ingress.kubernetes.io/healthcheck-healthy-threshold"],
    reference: .init(.ingress, "healthy-threshold-count"))
  package static let unhealthyThresholdCount = AnnotationDefinition(
    "alb.ingress.kubernetes.io/unhealthy-threshold-count", .int32,
    summary: "Says how many checks in a row must fail before a target is unhealthy.",
    default: "2", documented: "2", on: [.ingress, .service], since: .init(2, 0),
    aliases: ["alb.ingress.kubernetes.io/healthcheck-unhealthy-threshold"],
    reference: .init(.ingress, "unhealthy-threshold-count"))
  package static let successCodes = AnnotationDefinition(
    "alb.ingress.kubernetes.io/success-codes", .string,
    summary: "Lists the HTTP or gRPC status codes that count as healthy.",
    default: "200 (GRPC: 12)", documented: "200 or 12", on: [.ingress, .service], since: .init(2, 0),
    aliases: ["alb.ingress.kubernetes.io/healthcheck-success-codes"], reference: .init(.ingress, "success-codes"))
  package static let targetNodeLabels = AnnotationDefinition(
    "alb.ingress.kubernetes.io/target-node-labels", .stringMap,
    summary: "Registers only nodes with these labels; for instance targets.",
    on: [.ingress, .service], since: .init(2, 2), reference: .init(.ingress, "target-node-labels"))
  package static let multiClusterTargetGroup = AnnotationDefinition(
    "alb.ingress.kubernetes.io/multi-cluster-target-group", .bool,
    summary: "Lets several clusters register targets in the same target group.",
    default: "false", on: [.ingress, .service], since: .init(2, 10),
    reference: .init(.ingress, "multi-cluster-target-group"))
  package static let targetControlPort = AnnotationDefinition(
    "alb.ingress.kubernetes.io/target-control-port.{serviceName}.{servicePort}", .int32,
    summary: "Names the port on which the target optimizer's agent of a Service port listens; for ip targets.",
    on: [.ingress, .service], since: .init(2, 16), reference: .init(.ingress, "target-control-port"))
}
