/// The annotations that the controller reads for Ingresses, v3.5.0 (`pkg/annotations/constants.go`).
extension AnnotationDefinition {
  package enum Ingress {
    package static let ingressClass = AnnotationDefinition(
      "kubernetes.io/ingress.class", .string, on: [.ingress], since: .init(2, 0), deprecated: true)
    package static let isDefaultClass = AnnotationDefinition(
      "ingressclass.kubernetes.io/is-default-class", .string, on: [.ingressClass], since: .init(2, 5))
    package static let groupName = AnnotationDefinition(
      "alb.ingress.kubernetes.io/group.name", .string, on: [.ingress], classParameters: "group.name", since: .init(2, 0))
    package static let groupOrder = AnnotationDefinition(
      "alb.ingress.kubernetes.io/group.order", .int32, default: "0", on: [.ingress], since: .init(2, 0))
    package static let loadBalancerName = AnnotationDefinition(
      "alb.ingress.kubernetes.io/load-balancer-name", .string, default: "generated hash name", on: [.ingress], merge: .exclusive, classParameters: "loadBalancerName", since: .init(2, 2))
    package static let scheme = AnnotationDefinition(
      "alb.ingress.kubernetes.io/scheme", .oneOf(["internal", "internet-facing"]), default: "internal (flag --default-load-balancer-scheme)", on: [.ingress], merge: .exclusive, classParameters: "scheme", since: .init(2, 0))
    package static let ipAddressType = AnnotationDefinition(
      "alb.ingress.kubernetes.io/ip-address-type", .oneOf(["ipv4", "dualstack", "dualstack-without-public-ipv4"]), default: "ipv4", on: [.ingress], merge: .exclusive, classParameters: "ipAddressType", since: .init(2, 0))
    package static let subnets = AnnotationDefinition(
      "alb.ingress.kubernetes.io/subnets", .stringList, default: "auto-discovery", on: [.ingress], merge: .exclusive, classParameters: "subnets", since: .init(2, 0))
    package static let securityGroups = AnnotationDefinition(
      "alb.ingress.kubernetes.io/security-groups", .stringList, default: "managed security group", on: [.ingress], merge: .exclusive, since: .init(2, 0))
    package static let manageBackendSecurityGroupRules = AnnotationDefinition(
      "alb.ingress.kubernetes.io/manage-backend-security-group-rules", .bool, default: "flag --enable-manage-backend-security-group-rules (false)", on: [.ingress], merge: .exclusive, since: .init(2, 3))
    package static let customerOwnedIPv4Pool = AnnotationDefinition(
      "alb.ingress.kubernetes.io/customer-owned-ipv4-pool", .string, on: [.ingress], merge: .exclusive, since: .init(2, 1))
    package static let ipamIPv4PoolID = AnnotationDefinition(
      "alb.ingress.kubernetes.io/ipam-ipv4-pool-id", .string, on: [.ingress], merge: .exclusive, classParameters: "ipamConfiguration.ipv4IPAMPoolId", since: .init(2, 12))
    package static let loadBalancerAttributes = AnnotationDefinition(
      "alb.ingress.kubernetes.io/load-balancer-attributes", .stringMap, on: [.ingress], merge: .combined, classParameters: "loadBalancerAttributes", since: .init(2, 0))
    package static let minimumLoadBalancerCapacity = AnnotationDefinition(
      "alb.ingress.kubernetes.io/minimum-load-balancer-capacity", .stringMap, on: [.ingress], merge: .exclusive, classParameters: "minimumLoadBalancerCapacity", since: .init(2, 11))
    package static let tags = AnnotationDefinition(
      "alb.ingress.kubernetes.io/tags", .stringMap, on: [.ingress, .service], merge: .combined, classParameters: "tags", since: .init(2, 0))
    package static let wafv2ACLARN = AnnotationDefinition(
      "alb.ingress.kubernetes.io/wafv2-acl-arn", .string, on: [.ingress], merge: .exclusive, classParameters: "wafv2AclArn", since: .init(2, 0))
    package static let wafv2ACLName = AnnotationDefinition(
      "alb.ingress.kubernetes.io/wafv2-acl-name", .string, on: [.ingress], merge: .exclusive, classParameters: "wafv2AclName", since: .init(2, 14))
    package static let wafACLID = AnnotationDefinition(
      "alb.ingress.kubernetes.io/waf-acl-id", .string, on: [.ingress], merge: .exclusive, since: .init(2, 0))
    package static let webACLID = AnnotationDefinition(
      "alb.ingress.kubernetes.io/web-acl-id", .string, on: [.ingress], merge: .exclusive, since: .init(2, 0), deprecated: true)
    package static let shieldAdvancedProtection = AnnotationDefinition(
      "alb.ingress.kubernetes.io/shield-advanced-protection", .bool, on: [.ingress], merge: .exclusive, since: .init(2, 0))
    package static let listenPorts = AnnotationDefinition(
      "alb.ingress.kubernetes.io/listen-ports", .json, default: "[{\"HTTP\": 80}], or [{\"HTTPS\": 443}] when explicit certificates exist", on: [.ingress], merge: .combined, since: .init(2, 0))
    package static let sslRedirect = AnnotationDefinition(
      "alb.ingress.kubernetes.io/ssl-redirect", .int32, on: [.ingress], merge: .exclusive, classParameters: "sslRedirectPort", since: .init(2, 2))
    package static let inboundCIDRs = AnnotationDefinition(
      "alb.ingress.kubernetes.io/inbound-cidrs", .stringList, default: "0.0.0.0/0 and ::/0 (if no prefix lists either)", on: [.ingress], merge: .exclusive, classParameters: "inboundCIDRs", since: .init(2, 0))
    package static let securityGroupPrefixLists = AnnotationDefinition(
      "alb.ingress.kubernetes.io/security-group-prefix-lists", .stringList, on: [.ingress], merge: .exclusive, classParameters: "prefixListsIDs", since: .init(2, 8))
    package static let certificateARN = AnnotationDefinition(
      "alb.ingress.kubernetes.io/certificate-arn", .stringList, default: "certificate discovery", on: [.ingress], merge: .combined, classParameters: "certificateArn", since: .init(2, 0))
    package static let sslPolicy = AnnotationDefinition(
      "alb.ingress.kubernetes.io/ssl-policy", .string, default: "flag --default-ssl-policy (ELBSecurityPolicy-2016-08)", on: [.ingress], merge: .exclusive, classParameters: "sslPolicy", since: .init(2, 0))
    package static let mutualAuthentication = AnnotationDefinition(
      "alb.ingress.kubernetes.io/mutual-authentication", .json, on: [.ingress], merge: .exclusive, since: .init(2, 7))
    package static let listenerAttributes = AnnotationDefinition(
      "alb.ingress.kubernetes.io/listener-attributes.{Protocol}-{Port}", .stringMap, on: [.ingress], merge: .combined, classParameters: "listeners[].listenerAttributes", since: .init(2, 9))
    package static let createACMCert = AnnotationDefinition(
      "alb.ingress.kubernetes.io/create-acm-cert", .bool, default: "false", on: [.ingress], since: .init(3, 3))
    package static let acmPCAARN = AnnotationDefinition(
      "alb.ingress.kubernetes.io/acm-pca-arn", .string, default: "flag --default-pca-arn", on: [.ingress], since: .init(3, 3))
    package static let actions = AnnotationDefinition(
      "alb.ingress.kubernetes.io/actions.{action-name}", .json, on: [.ingress], since: .init(2, 0))
    package static let conditions = AnnotationDefinition(
      "alb.ingress.kubernetes.io/conditions.{conditions-name}", .json, on: [.ingress], since: .init(2, 0))
    package static let transforms = AnnotationDefinition(
      "alb.ingress.kubernetes.io/transforms.{transforms-name}", .json, on: [.ingress], since: .init(2, 14, 1))
    package static let useRegexPathMatch = AnnotationDefinition(
      "alb.ingress.kubernetes.io/use-regex-path-match", .bool, default: "false", on: [.ingress], since: .init(2, 14, 1))
    package static let authType = AnnotationDefinition(
      "alb.ingress.kubernetes.io/auth-type", .oneOf(["none", "cognito", "oidc"]), default: "none", on: [.ingress, .service], since: .init(2, 0))
    package static let authIDPCognito = AnnotationDefinition(
      "alb.ingress.kubernetes.io/auth-idp-cognito", .json, on: [.ingress, .service], since: .init(2, 0))
    package static let authIDPOIDC = AnnotationDefinition(
      "alb.ingress.kubernetes.io/auth-idp-oidc", .json, on: [.ingress, .service], since: .init(2, 0))
    package static let authOnUnauthenticatedRequest = AnnotationDefinition(
      "alb.ingress.kubernetes.io/auth-on-unauthenticated-request", .oneOf(["authenticate", "allow", "deny"]), default: "authenticate", on: [.ingress, .service], since: .init(2, 0))
    package static let authScope = AnnotationDefinition(
      "alb.ingress.kubernetes.io/auth-scope", .string, default: "openid", on: [.ingress, .service], since: .init(2, 0))
    package static let authSessionCookie = AnnotationDefinition(
      "alb.ingress.kubernetes.io/auth-session-cookie", .string, default: "AWSELBAuthSessionCookie", on: [.ingress, .service], since: .init(2, 0))
    package static let authSessionTimeout = AnnotationDefinition(
      "alb.ingress.kubernetes.io/auth-session-timeout", .int64, default: "604800", on: [.ingress, .service], since: .init(2, 0))
    package static let jwtValidation = AnnotationDefinition(
      "alb.ingress.kubernetes.io/jwt-validation", .json, on: [.ingress], since: .init(2, 15))
    package static let targetType = AnnotationDefinition(
      "alb.ingress.kubernetes.io/target-type", .oneOf(["instance", "ip"]), default: "instance (flag --default-target-type)", on: [.ingress, .service], classParameters: "targetType", since: .init(2, 0))
    package static let backendProtocol = AnnotationDefinition(
      "alb.ingress.kubernetes.io/backend-protocol", .oneOf(["HTTP", "HTTPS"]), default: "HTTP", on: [.ingress, .service], since: .init(2, 0))
    package static let backendProtocolVersion = AnnotationDefinition(
      "alb.ingress.kubernetes.io/backend-protocol-version", .oneOf(["HTTP1", "HTTP2", "GRPC"]), default: "HTTP1", on: [.ingress, .service], since: .init(2, 1))
    package static let targetGroupAttributes = AnnotationDefinition(
      "alb.ingress.kubernetes.io/target-group-attributes", .stringMap, on: [.ingress, .service], since: .init(2, 0))
    package static let healthcheckPort = AnnotationDefinition(
      "alb.ingress.kubernetes.io/healthcheck-port", .string, default: "traffic-port", on: [.ingress, .service], since: .init(2, 0))
    package static let healthcheckProtocol = AnnotationDefinition(
      "alb.ingress.kubernetes.io/healthcheck-protocol", .oneOf(["HTTP", "HTTPS"]), default: "the backend protocol", on: [.ingress, .service], since: .init(2, 0))
    package static let healthcheckPath = AnnotationDefinition(
      "alb.ingress.kubernetes.io/healthcheck-path", .string, default: "/ (GRPC: /AWS.ALB/healthcheck)", on: [.ingress, .service], since: .init(2, 0))
    package static let healthcheckIntervalSeconds = AnnotationDefinition(
      "alb.ingress.kubernetes.io/healthcheck-interval-seconds", .int32, default: "15", on: [.ingress, .service], since: .init(2, 0))
    package static let healthcheckTimeoutSeconds = AnnotationDefinition(
      "alb.ingress.kubernetes.io/healthcheck-timeout-seconds", .int32, default: "5", on: [.ingress, .service], since: .init(2, 0))
    package static let healthyThresholdCount = AnnotationDefinition(
      "alb.ingress.kubernetes.io/healthy-threshold-count", .int32, default: "2", on: [.ingress, .service], since: .init(2, 0))
    package static let unhealthyThresholdCount = AnnotationDefinition(
      "alb.ingress.kubernetes.io/unhealthy-threshold-count", .int32, default: "2", on: [.ingress, .service], since: .init(2, 0))
    package static let successCodes = AnnotationDefinition(
      "alb.ingress.kubernetes.io/success-codes", .string, default: "200 (GRPC: 12)", on: [.ingress, .service], since: .init(2, 0))
    package static let targetNodeLabels = AnnotationDefinition(
      "alb.ingress.kubernetes.io/target-node-labels", .stringMap, on: [.ingress, .service], since: .init(2, 2))
    package static let multiClusterTargetGroup = AnnotationDefinition(
      "alb.ingress.kubernetes.io/multi-cluster-target-group", .bool, default: "false", on: [.ingress, .service], since: .init(2, 10))
    package static let targetControlPort = AnnotationDefinition(
      "alb.ingress.kubernetes.io/target-control-port.{serviceName}.{servicePort}", .int32, on: [.ingress, .service], since: .init(2, 16))
    package static let enableFrontendNLB = AnnotationDefinition(
      "alb.ingress.kubernetes.io/enable-frontend-nlb", .bool, default: "false", on: [.ingress], merge: .exclusive, since: .init(2, 13))
    package static let frontendNLBScheme = AnnotationDefinition(
      "alb.ingress.kubernetes.io/frontend-nlb-scheme", .oneOf(["internal", "internet-facing"]), default: "flag --default-load-balancer-scheme (internal)", on: [.ingress], merge: .exclusive, since: .init(2, 13))
    package static let frontendNLBSubnets = AnnotationDefinition(
      "alb.ingress.kubernetes.io/frontend-nlb-subnets", .stringList, default: "auto-discovery", on: [.ingress], merge: .exclusive, since: .init(2, 13))
    package static let frontendNLBSecurityGroups = AnnotationDefinition(
      "alb.ingress.kubernetes.io/frontend-nlb-security-groups", .stringList, default: "the ALB's security groups", on: [.ingress], merge: .exclusive, since: .init(2, 13))
    package static let frontendNLBListenerPortMapping = AnnotationDefinition(
      "alb.ingress.kubernetes.io/frontend-nlb-listener-port-mapping", .stringMap, default: "each ALB port to itself", on: [.ingress], merge: .combined, since: .init(2, 13))
    package static let frontendNLBEIPAllocations = AnnotationDefinition(
      "alb.ingress.kubernetes.io/frontend-nlb-eip-allocations", .stringList, on: [.ingress], merge: .exclusive, since: .init(2, 14))
    package static let frontendNLBHealthcheckPort = AnnotationDefinition(
      "alb.ingress.kubernetes.io/frontend-nlb-healthcheck-port", .string, default: "traffic-port", on: [.ingress], merge: .exclusive, since: .init(2, 13))
    package static let frontendNLBHealthcheckProtocol = AnnotationDefinition(
      "alb.ingress.kubernetes.io/frontend-nlb-healthcheck-protocol", .oneOf(["HTTP", "HTTPS"]), default: "HTTP", on: [.ingress], merge: .exclusive, since: .init(2, 13))
    package static let frontendNLBHealthcheckPath = AnnotationDefinition(
      "alb.ingress.kubernetes.io/frontend-nlb-healthcheck-path", .string, default: "/", on: [.ingress], merge: .exclusive, since: .init(2, 13))
    package static let frontendNLBHealthcheckIntervalSeconds = AnnotationDefinition(
      "alb.ingress.kubernetes.io/frontend-nlb-healthcheck-interval-seconds", .int32, default: "15", on: [.ingress], merge: .exclusive, since: .init(2, 13))
    package static let frontendNLBHealthcheckTimeoutSeconds = AnnotationDefinition(
      "alb.ingress.kubernetes.io/frontend-nlb-healthcheck-timeout-seconds", .int32, default: "5", on: [.ingress], merge: .exclusive, since: .init(2, 13))
    package static let frontendNLBHealthcheckHealthyThresholdCount = AnnotationDefinition(
      "alb.ingress.kubernetes.io/frontend-nlb-healthcheck-healthy-threshold-count", .int32, default: "2", on: [.ingress], merge: .exclusive, since: .init(2, 13))
    package static let frontendNLBHealthcheckUnhealthyThresholdCount = AnnotationDefinition(
      "alb.ingress.kubernetes.io/frontend-nlb-healthcheck-unhealthy-threshold-count", .int32, default: "2", on: [.ingress], merge: .exclusive, since: .init(2, 13))
    package static let frontendNLBHealthcheckSuccessCodes = AnnotationDefinition(
      "alb.ingress.kubernetes.io/frontend-nlb-healthcheck-success-codes", .string, default: "200", on: [.ingress], merge: .exclusive, since: .init(2, 13))
    package static let frontendNLBAttributes = AnnotationDefinition(
      "alb.ingress.kubernetes.io/frontend-nlb-attributes", .stringMap, on: [.ingress], merge: .exclusive, since: .init(3, 2))
    package static let frontendNLBTags = AnnotationDefinition(
      "alb.ingress.kubernetes.io/frontend-nlb-tags", .stringMap, default: "the ALB tags", on: [.ingress], merge: .exclusive, since: .init(2, 14))
    package static let dryRunPlan = AnnotationDefinition(
      "alb.ingress.kubernetes.io/dry-run-plan", .string, on: [.ingress], since: .init(3, 4))

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
