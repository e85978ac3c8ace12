/// The annotations that the controller reads for Services, v3.5.0, and those of the in-tree provider.
extension AnnotationDefinition {
  package enum Service {
    package static let type = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-type", .oneOf(["external", "nlb-ip"]), on: [.service], since: .init(2, 0))
    package static let nlbTargetType = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-nlb-target-type", .oneOf(["instance", "ip"]), default: "flag --default-target-type (instance)", on: [.service], since: .init(2, 2))
    package static let name = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-name", .string, default: "k8s-{namespace 8}-{name 8}-{hash 10}", on: [.service], since: .init(2, 2))
    package static let scheme = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-scheme", .oneOf(["internal", "internet-facing"]), default: "legacy internal annotation, else scheme of an existing NLB, else flag --default-load-balancer-scheme (internal)", on: [.service], since: .init(2, 2))
    package static let isInternal = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-internal", .bool, on: [.service], since: .init(2, 0), deprecated: true, use: "service.beta.kubernetes.io/aws-load-balancer-scheme")
    package static let ipAddressType = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-ip-address-type", .oneOf(["ipv4", "dualstack"]), default: "ipv4", on: [.service], since: .init(2, 1))
    package static let subnets = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-subnets", .stringList, default: "existing NLB's subnets, else auto-discovery", on: [.service], since: .init(2, 1))
    package static let eipAllocations = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-eip-allocations", .stringList, on: [.service], since: .init(2, 0))
    package static let privateIPv4Addresses = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses", .stringList, on: [.service], since: .init(2, 2))
    package static let ipv6Addresses = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-ipv6-addresses", .stringList, on: [.service], since: .init(2, 4, 4))
    package static let enablePrefixForIPv6SourceNAT = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-enable-prefix-for-ipv6-source-nat", .oneOf(["on", "off"]), default: "off", on: [.service], since: .init(2, 10))
    package static let sourceNATIPv6Prefixes = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-source-nat-ipv6-prefixes", .stringList, on: [.service], since: .init(2, 10))
    package static let attributes = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-attributes", .stringMap, default: "{}", on: [.service], since: .init(2, 3))
    package static let accessLogEnabled = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-access-log-enabled", .bool, default: "false", on: [.service], since: .init(2, 0), deprecated: true, use: "service.beta.kubernetes.io/aws-load-balancer-attributes")
    package static let accessLogS3BucketName = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-access-log-s3-bucket-name", .string, on: [.service], since: .init(2, 0), deprecated: true, use: "service.beta.kubernetes.io/aws-load-balancer-attributes")
    package static let accessLogS3BucketPrefix = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-access-log-s3-bucket-prefix", .string, on: [.service], since: .init(2, 0), deprecated: true, use: "service.beta.kubernetes.io/aws-load-balancer-attributes")
    package static let crossZoneLoadBalancingEnabled = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-cross-zone-load-balancing-enabled", .bool, on: [.service], since: .init(2, 0), deprecated: true, use: "service.beta.kubernetes.io/aws-load-balancer-attributes")
    package static let minimumLoadBalancerCapacity = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-minimum-load-balancer-capacity", .stringMap, on: [.service], since: .init(2, 11))
    package static let additionalResourceTags = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-additional-resource-tags", .stringMap, default: "{}", on: [.service], since: .init(2, 0))
    package static let securityGroups = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-security-groups", .stringList, default: "one managed security group (+ shared backend group)", on: [.service], since: .init(2, 6))
    package static let disableNLBSG = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-disable-nlb-sg", .bool, default: "false", on: [.service], since: .init(2, 14))
    package static let manageBackendSecurityGroupRules = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-manage-backend-security-group-rules", .bool, default: "custom groups: flag --enable-manage-backend-security-group-rules (false); NLB without groups: true", on: [.service], since: .init(2, 4))
    package static let loadBalancerSourceRanges = AnnotationDefinition(
      "service.beta.kubernetes.io/load-balancer-source-ranges", .stringList, default: "0.0.0.0/0 (+ ::/0 for dualstack); none if the prefix-list annotation exists", on: [.service], since: .init(2, 0))
    package static let securityGroupPrefixLists = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-security-group-prefix-lists", .stringList, on: [.service], since: .init(2, 8))
    package static let enableICMPForPathMTUDiscovery = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-enable-icmp-for-path-mtu-discovery", .oneOf(["on"]), on: [.service], since: .init(2, 12))
    package static let inboundSGRulesOnPrivateLinkTraffic = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-inbound-sg-rules-on-private-link-traffic", .oneOf(["on", "off"]), on: [.service], since: .init(2, 8))
    package static let sslCert = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-ssl-cert", .stringList, on: [.service], since: .init(2, 0))
    package static let sslPorts = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-ssl-ports", .stringList, default: "all TCP ports", on: [.service], since: .init(2, 0))
    package static let sslNegotiationPolicy = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-ssl-negotiation-policy", .string, default: "flag --default-ssl-policy (ELBSecurityPolicy-2016-08)", on: [.service], since: .init(2, 0))
    package static let backendProtocol = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-backend-protocol", .oneOf(["ssl", "tcp"]), default: "tcp", on: [.service], since: .init(2, 0))
    package static let alpnPolicy = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-alpn-policy", .oneOf(["None", "HTTP1Only", "HTTP2Only", "HTTP2Optional", "HTTP2Preferred"]), on: [.service], since: .init(2, 1))
    package static let listenerAttributes = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-listener-attributes.{PROTOCOL}-{port}", .stringMap, default: "{}", on: [.service], since: .init(2, 9))
    package static let actions = AnnotationDefinition(
      "service.beta.kubernetes.io/actions.{PROTOCOL}-{port}", .json, on: [.service], since: .init(2, 16))
    package static let enableTCPUDPListener = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-enable-tcp-udp-listener", .bool, default: "gate EnableTCPUDPListener (false)", on: [.service], since: .init(2, 13))
    package static let quicEnabledPorts = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-quic-enabled-ports", .stringList, on: [.service], since: .init(2, 15))
    package static let targetGroupAttributes = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes", .stringMap, default: "{proxy_protocol_v2.enabled: false}", on: [.service], since: .init(2, 1))
    package static let targetGroupAttributesOfPort = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes.{port}", .stringMap, default: "{}", on: [.service], since: .init(2, 14))
    package static let proxyProtocol = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-proxy-protocol", .oneOf(["*"]), on: [.service], since: .init(2, 0))
    package static let proxyProtocolPerTargetGroup = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-proxy-protocol-per-target-group", .string, on: [.service], since: .init(2, 13))
    package static let healthcheckProtocol = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol", .oneOf(["TCP", "HTTP", "HTTPS"]), default: "TCP; HTTP for instance targets with externalTrafficPolicy Local", on: [.service], since: .init(2, 0))
    package static let healthcheckPort = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-healthcheck-port", .string, default: "traffic-port; spec.healthCheckNodePort for instance targets with externalTrafficPolicy Local", on: [.service], since: .init(2, 0))
    package static let healthcheckPath = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-healthcheck-path", .string, default: "/ ; /healthz for instance targets with externalTrafficPolicy Local", on: [.service], since: .init(2, 0))
    package static let healthcheckSuccessCodes = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-healthcheck-success-codes", .string, default: "200-399", on: [.service], since: .init(2, 4, 6))
    package static let healthcheckInterval = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-healthcheck-interval", .int32, default: "10", on: [.service], since: .init(2, 0))
    package static let healthcheckTimeout = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-healthcheck-timeout", .int32, default: "10; 6 for instance targets with externalTrafficPolicy Local", on: [.service], since: .init(2, 0))
    package static let healthcheckHealthyThreshold = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-healthcheck-healthy-threshold", .int32, default: "3; 2 for instance targets with externalTrafficPolicy Local", on: [.service], since: .init(2, 0))
    package static let healthcheckUnhealthyThreshold = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-healthcheck-unhealthy-threshold", .int32, default: "3; 2 for instance targets with externalTrafficPolicy Local", on: [.service], since: .init(2, 0))
    package static let targetNodeLabels = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-target-node-labels", .stringMap, on: [.service], since: .init(2, 2))
    package static let multiClusterTargetGroup = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-multi-cluster-target-group", .bool, default: "false", on: [.service], since: .init(2, 10))
    package static let quicEnabledContainers = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-quic-enabled-containers", .stringList, on: [.service], since: .init(2, 15))
    package static let accessLogEmitInterval = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-access-log-emit-interval", .string, on: [.service], since: nil, inTreeOnly: true)
    package static let connectionDrainingEnabled = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-connection-draining-enabled", .bool, on: [.service], since: nil, use: "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes", inTreeOnly: true)
    package static let connectionDrainingTimeout = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-connection-draining-timeout", .string, default: "300", on: [.service], since: nil, use: "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes", inTreeOnly: true)
    package static let connectionIdleTimeout = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-connection-idle-timeout", .string, default: "60", on: [.service], since: nil, use: "service.beta.kubernetes.io/aws-load-balancer-listener-attributes.{PROTOCOL}-{port}", inTreeOnly: true)
    package static let extraSecurityGroups = AnnotationDefinition(
      "service.beta.kubernetes.io/aws-load-balancer-extra-security-groups", .stringList, on: [.service], since: nil, use: "service.beta.kubernetes.io/aws-load-balancer-security-groups", inTreeOnly: true)

    /// All of them, in the order of the reference.
    package static let all: [AnnotationDefinition] = [
      type, nlbTargetType, name, scheme, isInternal, ipAddressType, subnets, eipAllocations, privateIPv4Addresses,
      ipv6Addresses, enablePrefixForIPv6SourceNAT, sourceNATIPv6Prefixes, attributes, accessLogEnabled,
      accessLogS3BucketName, accessLogS3BucketPrefix, crossZoneLoadBalancingEnabled, minimumLoadBalancerCapacity,
      additionalResourceTags, securityGroups, disableNLBSG, manageBackendSecurityGroupRules,
      loadBalancerSourceRanges, securityGroupPrefixLists, enableICMPForPathMTUDiscovery,
      inboundSGRulesOnPrivateLinkTraffic, sslCert, sslPorts, sslNegotiationPolicy, backendProtocol, alpnPolicy,
      listenerAttributes, actions, enableTCPUDPListener, quicEnabledPorts, targetGroupAttributes,
      targetGroupAttributesOfPort, proxyProtocol, proxyProtocolPerTargetGroup, healthcheckProtocol, healthcheckPort,
      healthcheckPath, healthcheckSuccessCodes, healthcheckInterval, healthcheckTimeout, healthcheckHealthyThreshold,
      healthcheckUnhealthyThreshold, targetNodeLabels, multiClusterTargetGroup, quicEnabledContainers,
      accessLogEmitInterval, connectionDrainingEnabled, connectionDrainingTimeout, connectionIdleTimeout,
      extraSecurityGroups,
    ]
  }
}
