/// The annotations that the controller reads for Ingresses, v3.5.0 (`pkg/annotations/constants.go`).
extension AnnotationDefinition {
  package enum Ingress {
    /// All of them, in the order of the reference.
    package static let all: [AnnotationDefinition] = [
      ingressClass, isDefaultClass, groupName, groupOrder, loadBalancerName, scheme, ipAddressType, subnets,
      securityGroups, manageBackendSecurityGroupRules, customerOwnedIPv4Pool, ipamIPv4PoolID, loadBalancerAttributes,
      minimumLoadBalancerCapacity, tags, wafv2ACLARN, wafv2ACLName, wafACLID, webACLID, shieldAdvancedProtection,
      listenPorts, sslRedirect, inboundCIDRs, securityGroupPrefixLists, certificateARN, sslPolicy,
      mutualAuthentication, listenerAttributes, createACMCert, acmPCAARN, actions, conditions, transforms,
      useRegexPathMatch, authType, authIDPCognito, authIDPOIDC, authOnUnauthenticatedRequest, authScope,
      authSessionCookie, authSessionTimeout, jwtValidation, targetType, backendProtocol, backendProtocolVersion,
      targetGroupAttributes, healthcheckPort, healthcheckProtocol, healthcheckPath, healthcheckIntervalSeconds,
      healthcheckTimeoutSeconds, healthyThresholdCount, unhealthyThresholdCount, successCodes, targetNodeLabels,
      multiClusterTargetGroup, targetControlPort, enableFrontendNLB, frontendNLBScheme, frontendNLBSubnets,
      frontendNLBSecurityGroups, frontendNLBListenerPortMapping, frontendNLBEIPAllocations,
      frontendNLBHealthcheckPort, frontendNLBHealthcheckProtocol, frontendNLBHealthcheckPath,
      frontendNLBHealthcheckIntervalSeconds, frontendNLBHealthcheckTimeoutSeconds,
      frontendNLBHealthcheckHealthyThresholdCount, frontendNLBHealthcheckUnhealthyThresholdCount,
      frontendNLBHealthcheckSuccessCodes, frontendNLBAttributes, frontendNLBTags, dryRunPlan,
    ]
  }
}
