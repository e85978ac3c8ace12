/// The annotations that the controller reads for Services, v3.5.0, and those of the in-tree provider.
extension AnnotationDefinition {
  package enum Service {
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
