extension LintRule {
  /// Rules on Services and their network load balancers.
  static let serviceRules: [LintRule] = [
    inTreeLoadBalancerType, externalTypeWithoutTargetType, unknownLoadBalancerClass, implicitLoadBalancerClass,
    internalBesideScheme, portNumberTwice, unmergeablePorts, unsupportedPortProtocol,
    tlsSettingsWithoutCertificate, tlsOnPlainPort, unusedSSLPort, proxyProtocolPort, localPolicyHealthCheck,
    hairpinWithClientAddresses, addressesForOtherScheme, addressesWithoutDualstack, addressCount, malformedAddress,
    addressOutsideSubnet, ipv6RangeWithoutDualstack, serviceListenerAttributesUnused, frontendNLBSettingWithoutNLB,
    frontendNLBOfDualstackALB, frontendNLBPortMapping, udpOnDualstack, quicRestrictions, forwardWithoutConfiguration,
    localPolicyWithIPTargets,
  ]
}
