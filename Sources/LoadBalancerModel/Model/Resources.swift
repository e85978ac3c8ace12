package import Manifests

/// The kinds of resource that a stack holds, in the controller's own spelling.
package enum ResourceType: String, Sendable, CaseIterable {
  case certificate = "AWS::ACM::Certificate"
  case securityGroup = "AWS::EC2::SecurityGroup"
  case listener = "AWS::ElasticLoadBalancingV2::Listener"
  case listenerRule = "AWS::ElasticLoadBalancingV2::ListenerRule"
  case loadBalancer = "AWS::ElasticLoadBalancingV2::LoadBalancer"
  case targetGroup = "AWS::ElasticLoadBalancingV2::TargetGroup"
  case shieldProtection = "AWS::Shield::Protection"
  case wafClassicAssociation = "AWS::WAFRegional::WebACLAssociation"
  case wafv2Association = "AWS::WAFv2::WebACLAssociation"
  case frontendNLBTargetGroup = "FrontendNLBTargetGroup"
  case targetGroupBinding = "K8S::ElasticLoadBalancingV2::TargetGroupBinding"
}

/// A value that another resource of the stack will have: prints as `{"$ref": "#/resources/{type}/{id}/{field}"}`.
package struct ResourceReference: Hashable, Sendable {
  package var type: ResourceType
  package var id: String
  package var field: String

  package init(type: ResourceType, id: String, field: String) {
    self.type = type
    self.id = id
    self.field = field
  }

  package var path: String { Self.path(type: type.rawValue, id: id, field: field) }

  static func path(type: String, id: String, field: String) -> String { "#/resources/\(type)/\(id)/\(field)" }

  package static func loadBalancer(_ id: String = "LoadBalancer") -> Self {
    Self(type: .loadBalancer, id: id, field: "status/loadBalancerARN")
  }
  package static func listener(_ id: String) -> Self {
    Self(type: .listener, id: id, field: "status/listenerARN")
  }
  package static func targetGroup(_ id: String) -> Self {
    Self(type: .targetGroup, id: id, field: "status/targetGroupARN")
  }
  package static func managedSecurityGroup() -> Self {
    Self(type: .securityGroup, id: "ManagedLBSecurityGroup", field: "status/groupID")
  }
  package static func certificate(_ id: String) -> Self {
    Self(type: .certificate, id: id, field: "status/certificateARN")
  }
}

/// An id or ARN: written out, or that of another resource of the stack.
package enum Identifier: Hashable, Sendable {
  case literal(String)
  case reference(ResourceReference)
}

/// Tags with the origin of each.
package typealias Tags = PlannedTexts

/// A key and value of an attribute list (load balancer, listener, target group), sorted by key.
package struct ResourceAttribute: Sendable {
  package var key: String
  package var value: Planned<String>

  package init(key: String, value: Planned<String>) {
    self.key = key
    self.value = value
  }
}

/// `AWS::ElasticLoadBalancingV2::LoadBalancer`.
package struct LoadBalancer: Sendable {
  /// `LoadBalancer`, or `FrontendNlb`.
  package var id: String
  package var type: LoadBalancerType
  package var name: Planned<String>
  package var scheme: Planned<LoadBalancerScheme>
  package var ipAddressType: Planned<LoadBalancerIPAddressType>
  /// Network load balancers of Services only: `on` or `off`.
  package var enablePrefixForIPv6SourceNAT: Planned<String>?
  package var subnetMappings: Planned<[SubnetMapping]>
  package var securityGroups: Planned<[Planned<Identifier>]>
  package var securityGroupsInboundRulesOnPrivateLink: Planned<String>?
  package var customerOwnedIPv4Pool: Planned<String>?
  package var attributes: [ResourceAttribute]
  package var minimumCapacityUnits: Planned<Int32>?
  package var tags: Tags
  package var ipv4IPAMPool: Planned<String>?

  package struct SubnetMapping: Sendable {
    package var allocationID: Planned<String>? = nil
    package var privateIPv4Address: Planned<String>? = nil
    package var ipv6Address: Planned<String>? = nil
    package var sourceNATIPv6Prefix: Planned<String>? = nil
    package var subnetID: Planned<String>
  }
}

/// `AWS::EC2::SecurityGroup`: the group that the controller manages for a load balancer.
package struct SecurityGroup: Sendable {
  /// `ManagedLBSecurityGroup`.
  package var id: String
  package var name: Planned<String>
  package var description: String
  package var tags: Tags
  package var permissions: [Permission]

  /// One opening: a protocol, a port range and one source.
  package struct Permission: Sendable {
    package enum Peer: Hashable, Sendable {
      case ipv4(String)
      case ipv6(String)
      case prefixList(String)
    }
    /// `tcp`, `udp`, `icmp`, …
    package var ipProtocol: String
    package var fromPort: Int32
    package var toPort: Int32
    package var peer: Peer
    package var origin: Origin
  }
}

/// A certificate of a listener.
package enum ListenerCertificate: Sendable {
  /// One that exists already: its ARN, unknown when it has to be discovered.
  case existing(Planned<String>)
  /// One that the stack creates.
  case managed(ResourceReference, Origin)
}

/// `AWS::ElasticLoadBalancingV2::Listener`.
package struct Listener: Sendable {
  /// The port, or `FrontendNlb-ls-TCP-{port}`.
  package var id: String
  package var loadBalancer: ResourceReference
  package var port: Int32
  package var listenerProtocol: ListenerProtocol
  package var defaultActions: [Action]
  /// Unknown when their number depends on what is in ACM.
  package var certificates: Planned<[ListenerCertificate]>
  package var sslPolicy: Planned<String>?
  package var mutualAuthentication: MutualAuthentication?
  /// Services only, at most one.
  package var alpnPolicy: Planned<String>?
  package var tags: Tags
  package var attributes: [ResourceAttribute]
  /// What makes this listener exist.
  package var origin: Origin

  package struct MutualAuthentication: Sendable {
    package var mode: String
    package var trustStoreARN: Planned<String>?
    package var ignoreClientCertificateExpiry: Bool?
    package var advertiseTrustStoreCANames: String?
    package var origin: Origin
  }
}

/// `AWS::ElasticLoadBalancingV2::ListenerRule`.
package struct ListenerRule: Sendable {
  package var listener: ResourceReference
  package var port: Int32
  package var priority: Int32
  package var actions: [Action]
  package var conditions: [RuleCondition]
  package var transforms: [RuleTransform]
  package var tags: Tags
  /// The path of the Ingress that makes this rule.
  package var origin: Origin
  package var member: ObjectName

  package var id: String { "\(port):\(priority)" }
}

/// One action of a listener or a rule.
package struct Action: Sendable {
  package enum Kind: Sendable {
    case authenticateCognito(AuthenticateCognito)
    case authenticateOIDC(AuthenticateOIDC)
    case validateJWT(JWTValidation)
    case fixedResponse(FixedResponse)
    case redirect(Redirect)
    case forward(Forward)
  }
  package var kind: Kind
  package var origin: Origin

  /// What both kinds of authentication share.
  package struct AuthenticationSession: Sendable {
    /// Sorted by key when printed.
    package var extraParameters: [String: String]?
    package var onUnauthenticatedRequest: Planned<String>?
    package var scope: Planned<String>
    package var sessionCookieName: Planned<String>
    package var sessionTimeout: Planned<Int64>
  }

  package struct AuthenticateCognito: Sendable {
    package var session: AuthenticationSession
    package var userPoolARN: String
    package var userPoolClientID: String
    package var userPoolDomain: String
  }

  /// The client id and secret always print as `[REDACTED]`.
  package struct AuthenticateOIDC: Sendable {
    package var session: AuthenticationSession
    package var issuer: String
    package var authorizationEndpoint: String
    package var tokenEndpoint: String
    package var userInfoEndpoint: String
    package var secret: ObjectName
  }

  package struct JWTValidation: Sendable {
    package struct Claim: Sendable {
      package var format: String
      package var name: String
      package var values: [String]
    }
    package var jwksEndpoint: String
    package var issuer: String
    package var additionalClaims: [Claim]
  }

  package struct FixedResponse: Sendable {
    package var contentType: String?
    package var messageBody: String?
    package var statusCode: String
  }

  package struct Redirect: Sendable {
    package var host: String?
    package var path: String?
    package var port: String?
    package var `protocol`: String?
    package var query: String?
    package var statusCode: String
  }

  package struct Forward: Sendable {
    package struct Target: Sendable {
      package var targetGroup: Planned<Identifier>
      package var weight: Int32?
    }
    /// `nil` prints as `null`: a forward action with an empty list of targets.
    package var targets: [Target]?
    package var stickiness: Stickiness?

    package struct Stickiness: Sendable {
      package var enabled: Bool?
      package var durationSeconds: Int32?
    }
  }
}

/// One condition of a listener rule.
package struct RuleCondition: Sendable {
  package enum Kind: Sendable {
    case hostHeader(Pattern)
    case pathPattern(Pattern)
    case httpHeader(name: String, Pattern)
    case httpRequestMethod([String])
    case queryString([QueryPair])
    case sourceIP([String])
  }
  /// Values with wildcards, or regular expressions; one of the two.
  package struct Pattern: Sendable {
    package var values: [String]
    package var regexValues: [String]
  }
  package struct QueryPair: Sendable {
    package var key: String?
    package var value: String
  }
  package var kind: Kind
  package var origin: Origin
}

/// One transform of a listener rule.
package struct RuleTransform: Sendable {
  package enum Kind: String, Sendable {
    case hostHeaderRewrite = "host-header-rewrite"
    case urlRewrite = "url-rewrite"
  }
  package struct Rewrite: Sendable {
    package var regex: String
    package var replace: String
  }
  package var kind: Kind
  package var rewrites: [Rewrite]
  package var origin: Origin
}

/// A port of a health check.
package enum HealthCheckPort: Hashable, Sendable {
  case trafficPort
  case number(Int32)
}

/// `AWS::ElasticLoadBalancingV2::TargetGroup`.
package struct TargetGroup: Sendable {
  package var id: String
  package var name: Planned<String>
  package var targetType: Planned<TargetType>
  package var port: Planned<Int32>
  package var targetProtocol: Planned<ListenerProtocol>
  /// ALB only.
  package var protocolVersion: Planned<ProtocolVersion>?
  package var ipAddressType: Planned<TargetIPAddressType>
  package var healthCheck: HealthCheck
  package var attributes: [ResourceAttribute]
  package var tags: Tags
  package var targetControlPort: Planned<Int32>?
  /// The Service behind it; `nil` for the groups of a frontend NLB.
  package var service: ObjectName?
  package var origin: Origin

  package struct HealthCheck: Sendable {
    package var port: Planned<HealthCheckPort>
    package var `protocol`: Planned<ListenerProtocol>
    package var path: Planned<String>?
    package var matcher: Matcher?
    package var intervalSeconds: Planned<Int32>
    package var timeoutSeconds: Planned<Int32>
    package var healthyThresholdCount: Planned<Int32>
    package var unhealthyThresholdCount: Planned<Int32>

    package enum Matcher: Sendable {
      case httpCode(Planned<String>)
      case grpcCode(Planned<String>)
    }
  }
}

/// `K8S::ElasticLoadBalancingV2::TargetGroupBinding`.
package struct TargetGroupBinding: Sendable {
  /// As its target group.
  package var id: String
  package var name: Planned<String>
  package var namespace: String
  package var targetGroup: ResourceReference
  package var targetType: Planned<TargetType>
  package var serviceName: String
  package var servicePort: IntOrString
  /// `nil`: the controller opens nothing. Unknown when the sources are not known in number.
  package var networking: Networking?
  /// `matchLabels`; `nil` when absent.
  package var nodeSelector: PlannedTexts?
  package var ipAddressType: Planned<TargetIPAddressType>
  /// `nil` when the controller has no VPC id.
  package var vpcID: Planned<String>?
  package var isMultiCluster: Planned<Bool>
  package var targetGroupProtocol: Planned<ListenerProtocol>

  package struct Networking: Sendable {
    package var ingress: [Rule]

    package struct Rule: Sendable {
      /// Unknown when the number of sources depends on the cluster; `nil` inside prints as `null`.
      package var from: Planned<[Peer]?>
      /// `nil` prints as `null`.
      package var ports: Planned<[Port]?>
    }
    package enum Peer: Sendable {
      case ipBlock(Planned<String>)
      case securityGroup(Planned<Identifier>)
    }
    package struct Port: Sendable {
      /// `TCP` or `UDP`.
      package var `protocol`: String
      /// `nil`: all ports.
      package var port: Planned<IntOrString>?
    }
  }
}

/// `AWS::ACM::Certificate` of the managed-certificate feature.
package struct ManagedCertificate: Sendable {
  package var id: String
  /// `AMAZON_ISSUED` or `PRIVATE`.
  package var type: String
  package var certificateAuthorityARN: String
  package var domainName: String
  package var subjectAlternativeNames: [String]
  package var tags: Tags
  package var origin: Origin
}

/// A web ACL on the load balancer. An empty identifier takes any web ACL off.
package struct WebACLAssociation: Sendable {
  package enum Generation: Sendable { case wafv2, classic }
  package var generation: Generation
  package var webACL: Planned<String>
}

/// `AWS::Shield::Protection`.
package struct ShieldProtection: Sendable {
  package var enabled: Planned<Bool>
}

/// One entry of the resource `FrontendNLBTargetGroup`: an NLB target group whose target is the ALB.
package struct FrontendNLBTarget: Sendable {
  package var name: Planned<String>
  package var targetGroup: ResourceReference
  package var port: Int32
  package var targetPort: Int32
}
