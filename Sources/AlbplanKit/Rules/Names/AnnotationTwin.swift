import LoadBalancerModel

/// The settings that Ingresses and Services have both, under two names.
struct AnnotationTwin {
  /// The twin's key.
  var key: String
  /// Both take the same text.
  var takesSameValue: Bool

  /// The annotation of the other kind of object that sets the same.
  init?(of definition: AnnotationDefinition) {
    for (ingress, service, takesSameValue) in Self.pairs {
      if ingress === definition {
        self.init(key: service.key, takesSameValue: takesSameValue)
        return
      }
      if service === definition {
        self.init(key: ingress.key, takesSameValue: takesSameValue)
        return
      }
    }
    return nil
  }

  private init(key: String, takesSameValue: Bool) {
    self.key = key
    self.takesSameValue = takesSameValue
  }

  private typealias OfIngress = AnnotationDefinition.Ingress
  private typealias OfService = AnnotationDefinition.Service

  private static let pairs: [(AnnotationDefinition, AnnotationDefinition, Bool)] = [
    (OfIngress.scheme, OfService.scheme, true),
    (OfIngress.ipAddressType, OfService.ipAddressType, true),
    (OfIngress.subnets, OfService.subnets, true),
    (OfIngress.loadBalancerName, OfService.name, true),
    (OfIngress.securityGroups, OfService.securityGroups, true),
    (OfIngress.manageBackendSecurityGroupRules, OfService.manageBackendSecurityGroupRules, true),
    (OfIngress.securityGroupPrefixLists, OfService.securityGroupPrefixLists, true),
    (OfIngress.inboundCIDRs, OfService.loadBalancerSourceRanges, true),
    (OfIngress.loadBalancerAttributes, OfService.attributes, false),
    (OfIngress.minimumLoadBalancerCapacity, OfService.minimumLoadBalancerCapacity, true),
    (OfIngress.tags, OfService.additionalResourceTags, true),
    (OfIngress.certificateARN, OfService.sslCert, true),
    (OfIngress.sslPolicy, OfService.sslNegotiationPolicy, true),
    (OfIngress.targetType, OfService.nlbTargetType, true),
    (OfIngress.targetGroupAttributes, OfService.targetGroupAttributes, false),
    (OfIngress.healthcheckPort, OfService.healthcheckPort, true),
    (OfIngress.healthcheckProtocol, OfService.healthcheckProtocol, false),
    (OfIngress.healthcheckPath, OfService.healthcheckPath, true),
    (OfIngress.healthcheckIntervalSeconds, OfService.healthcheckInterval, true),
    (OfIngress.healthcheckTimeoutSeconds, OfService.healthcheckTimeout, true),
    (OfIngress.healthyThresholdCount, OfService.healthcheckHealthyThreshold, true),
    (OfIngress.unhealthyThresholdCount, OfService.healthcheckUnhealthyThreshold, true),
    (OfIngress.successCodes, OfService.healthcheckSuccessCodes, true),
    (OfIngress.targetNodeLabels, OfService.targetNodeLabels, true),
    (OfIngress.multiClusterTargetGroup, OfService.multiClusterTargetGroup, true),
    (OfIngress.backendProtocol, OfService.backendProtocol, false),
    (OfIngress.listenPorts, OfService.sslPorts, false),
  ]
}
