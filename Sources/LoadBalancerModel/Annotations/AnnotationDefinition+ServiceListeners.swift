/// TLS, protocols and attributes of listeners.
extension AnnotationDefinition.Service {
  package static let sslCert = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-ssl-cert", .stringList,
    summary: "Lists the certificates, the first being the default, and so turns TCP ports into TLS listeners.",
    on: [.service], since: .init(2, 0), reference: .init(.service, "ssl-cert"))
  package static let sslPorts = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-ssl-ports", .stringList,
    summary: "Limits TLS to these ports of the Service, by name or number.",
    default: "all TCP ports", on: [.service], since: .init(2, 0), reference: .init(.service, "ssl-ports"))
  package static let sslNegotiationPolicy = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-ssl-negotiation-policy", .string,
    summary: "Chooses the security policy, and so the TLS versions and ciphers, of the TLS listeners.",
    default: "flag --default-ssl-policy (ELBSecurityPolicy-2016-08)", documented: "ELBSecurityPolicy-2016-08",
    on: [.service], since: .init(2, 0), reference: .init(.service, "ssl-negotiation-policy"))
  package static let backendProtocol = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-backend-protocol", .oneOf(["ssl", "tcp"]),
    summary: "Encrypts from a TLS listener to its targets too, if it is exactly ssl.",
    default: "tcp", on: [.service], since: .init(2, 0), otherValues: .ignored,
    reference: .init(.service, "backend-protocol"))
  package static let alpnPolicy = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-alpn-policy",
    .oneOf(["None", "HTTP1Only", "HTTP2Only", "HTTP2Optional", "HTTP2Preferred"]),
    summary: "Chooses the application protocols that TLS listeners offer.",
    on: [.service], since: .init(2, 1), reference: .init(.service, "alpn-policy"))
  package static let listenerAttributes = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-listener-attributes.{PROTOCOL}-{port}", .stringMap,
    summary: "Sets attributes of one listener, named by its final protocol and port.",
    default: "{}", on: [.service], since: .init(2, 9), reference: .init(.service, "listener-attributes"))
  package static let actions = AnnotationDefinition(
    "service.beta.kubernetes.io/actions.{PROTOCOL}-{port}", .json,
    summary: "Shares the traffic of one listener out among target groups by weight, the Service's own first.",
    on: [.service], since: .init(2, 16),
    aliases: ["service.beta.kubernetes.io/aws-load-balancer-actions.{PROTOCOL}-{port}"],
    reference: .init(.service, "nlb-default-action"))
  package static let enableTCPUDPListener = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-enable-tcp-udp-listener", .bool,
    summary: "Joins a TCP and a UDP port of the same number into one TCP_UDP listener.",
    default: "gate EnableTCPUDPListener (false)", documented: "false", on: [.service], since: .init(2, 13),
    reference: .init(.service, "tcp-udp-listener"))
  package static let quicEnabledPorts = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-quic-enabled-ports", .stringList,
    summary: "Turns UDP listeners into QUIC, and TCP_UDP into TCP_QUIC; for ip targets.",
    on: [.service], since: .init(2, 15), reference: .init(.service, "nlb-quic-enabled"))
  package static let quicEnabledContainers = AnnotationDefinition(
    "service.beta.kubernetes.io/aws-load-balancer-quic-enabled-containers", .stringList,
    summary: "Names the containers of a Pod that get a QUIC server id; it does nothing on a Service.",
    on: [.pod], since: .init(2, 15))
}
