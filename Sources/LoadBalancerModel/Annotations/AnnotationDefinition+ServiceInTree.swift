/// What only the in-tree cloud provider reads; the controller passes it over in silence.
extension AnnotationDefinition.Service {
  package static let accessLogEmitInterval = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-access-log-emit-interval", .string,
    summary: "Sets the minutes between two access logs of a Classic Load Balancer; an NLB has nothing like it.",
    on: [.service], since: nil, inTreeOnly: true)
  package static let connectionDrainingEnabled = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-connection-draining-enabled", .bool,
    summary:
      "Lets a Classic Load Balancer finish running connections; nearest is deregistration_delay.timeout_seconds.",
    on: [.service], since: nil, use: "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes",
    inTreeOnly: true)
  package static let connectionDrainingTimeout = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-connection-draining-timeout", .string,
    summary:
      "Sets the seconds a Classic Load Balancer waits for them; nearest is deregistration_delay.timeout_seconds.",
    default: "300", on: [.service], since: nil,
    use: "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes", inTreeOnly: true)
  package static let connectionIdleTimeout = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-connection-idle-timeout", .string,
    summary:
      "Sets the idle seconds of a Classic Load Balancer; nearest is the listener attribute "
      + "tcp.idle_timeout.seconds.",
    default: "60", on: [.service], since: nil,
    use: "service.beta.kubernetes.io/aws-load-balancer-listener-attributes.{PROTOCOL}-{port}", inTreeOnly: true)
  package static let extraSecurityGroups = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-extra-security-groups", .stringList,
    summary: "Adds security groups to the in-tree provider's own; the controller can only replace its own.",
    on: [.service], since: nil, use: "service.beta.kubernetes.io/aws-load-balancer-security-groups", inTreeOnly: true)
}
